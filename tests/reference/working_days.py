"""Sums of working days by NumPy that tests/calendars.rs holds Wardbook's against.

    pip install numpy
    python tests/reference/working_days.py > tests/reference/working_days.json

Holidays are those of src/reference/data/holidays.csv; after its last year only weekends are left out, by both. Days are numbers
from 1 January 2016 on. A row: start, days, the day so many working days after it, the one so many before it; another day, and
how many working days lie behind the start up to that one; the first day of a pause, its length in days, and the day so many
working days after the start when those of the pause do not count.

Where NumPy's definition differs: it rolls a start that is no working day forwards or backwards first. The n-th working day after a
day is that after the last working day up to it ("preceding"), the n-th before it that before the next one from it on ("following").
busday_count counts from its first day on, and before its last: here from the day behind the start up to and with the other.
A start that lies behind the other day has no working day between: 0, where NumPy counts backwards.
"""

import hashlib
import json
import pathlib
import random
import sys

import numpy

VERSION = 1
ROWS = 10_000
FIRST = numpy.datetime64("2016-01-01")
HOLIDAYS = pathlib.Path(__file__).parents[2] / "src/reference/data/holidays.csv"

generator = random.Random(20261130)


def below(limit):
    """A whole number from 0 to before the limit. Only random() is promised to stay the same between versions."""
    return int(generator.random() * limit)


def lines(path):
    return path.read_text(encoding="utf-8").replace("\r", "").splitlines()


holidays = numpy.array([line.split(",")[0] for line in lines(HOLIDAYS)[1:]], dtype="datetime64[D]")
known = numpy.busdaycalendar(holidays=holidays)


def number(day):
    return int((day - FIRST).astype(int))


def start_of(place):
    """Any day from 2017 to 2032; of each four one near the end of a year, one in the weeks of a long holiday."""
    if place % 4 == 0:
        return numpy.datetime64(f"{2018 + below(14)}-01-01") + below(25) - 12
    if place % 4 == 1:
        return holidays[below(len(holidays))] + below(21) - 10
    return numpy.datetime64("2017-01-01") + below(15 * 365)


rows = []
for place in range(ROWS):
    start = start_of(place)
    days = 1 + below(780 if place % 10 == 0 else 40)
    other = start + below(900 if place % 10 == 0 else 120) - 20
    pause, length = start + below(60), below(45)
    paused = numpy.busdaycalendar(holidays=numpy.concatenate([holidays, numpy.arange(pause, pause + length)]))
    between = numpy.busday_count(start + 1, other + 1, busdaycal=known) if other > start else 0
    rows.append([
        number(start),
        days,
        number(numpy.busday_offset(start, days, roll="preceding", busdaycal=known)),
        number(numpy.busday_offset(start, -days, roll="following", busdaycal=known)),
        number(other),
        int(between),
        number(pause),
        length,
        number(numpy.busday_offset(start, days, roll="preceding", busdaycal=paused)),
    ])

head = {
    "version": VERSION,
    "script_sha256": hashlib.sha256("\n".join(lines(pathlib.Path(__file__))).encode()).hexdigest(),
    "holidays_sha256": hashlib.sha256("\n".join(lines(HOLIDAYS)).encode()).hexdigest(),
    "python": sys.version.split()[0],
    "numpy": numpy.__version__,
}
body = ",\n".join(json.dumps(row, separators=(",", ":")) for row in rows)
print(f'{{"head": {json.dumps(head)},\n"rows": [\n{body}\n]}}')
