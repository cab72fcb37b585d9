"""Figures of SciPy and NumPy that tests/reference.rs holds Wardbook's against.

    pip install scipy numpy
    python tests/reference/figures.py > tests/reference/figures.json

The samples are made up, the same at every run. Waits are steps [minutes, visits]. A figure that a definition gives
nobody (the median of no waits, a test against nothing) is null.

Where SciPy differs from Wardbook's definition, it is said here and nowhere else:
- mannwhitneyu of an empty sample gives nan; Wardbook gives no figure: null.
- All waits equal: the variance is zero, and what SciPy makes of a division by it may be 1 or nan. Here p is always 1.
- chi2.ppf with no degrees of freedom gives nan; Garwood's lower limit of no cases is 0.
- A p-value of less than 1e-300 lies where doubles end. SciPy may give 0; the test then only demands less than 1e-300.
"""

import hashlib
import json
import math
import random
import sys
import warnings

import numpy
import scipy
from scipy.stats import binom, binomtest, chi2, false_discovery_control, mannwhitneyu

VERSION = 1
SMALL = 5

generator = random.Random(20260401)


def below(limit):
    """A whole number from 0 to before the limit. Only random() is promised to stay the same between versions."""
    return int(generator.random() * limit)


def bell():
    """Roughly normal: the sum of twelve."""
    return sum(generator.random() for _ in range(12)) - 6


def steps(minutes):
    counts = {}
    for wait in minutes:
        counts[wait] = counts.get(wait, 0) + 1
    return [[wait, counts[wait]] for wait in sorted(counts)]


def number(value):
    value = float(value)
    return None if math.isnan(value) else value


# Waits


def shaped(count, shape):
    """So many waits of one of the shapes that real ones come in."""
    if shape == "minutes":
        return [below(360) for _ in range(count)]
    if shape == "quarters":
        return [15 * below(25) for _ in range(count)]
    if shape == "hours":
        return [60 * below(7) for _ in range(count)]
    if shape == "long tail":
        return [int(40 * math.exp(0.9 * bell())) for _ in range(count)]
    if shape == "mostly none":
        return [0 if generator.random() < 0.7 else below(120) for _ in range(count)]
    raise ValueError(shape)


SHAPES = ["minutes", "quarters", "hours", "long tail", "mostly none"]


def edge_pairs():
    """Pairs at the borders of the definitions."""
    nothing, one, hour = [], [[30, 1]], [[60, 1]]
    yield "none against none", nothing, nothing
    yield "none against some", nothing, steps([5, 10, 15, 20, 25])
    yield "some against none", steps([5, 10, 15, 20, 25]), nothing
    yield "one against one, equal", one, one
    yield "one against one", one, hour
    yield "one against many", one, steps(range(0, 200, 7))
    yield "many against one", steps(range(0, 200, 7)), one
    yield "four against five", steps([10, 20, 30, 40]), steps([15, 25, 35, 45, 55])
    yield "five against four", steps([15, 25, 35, 45, 55]), steps([10, 20, 30, 40])
    yield "five against five", steps([10, 20, 30, 40, 50]), steps([15, 25, 35, 45, 55])
    yield "five against five, apart", steps([1, 2, 3, 4, 5]), steps([101, 102, 103, 104, 105])
    yield "zero waits only", [[0, 8]], [[0, 13]]
    yield "zero waits against some", [[0, 20]], steps(range(1, 21))
    yield "all equal", [[90, 40]], [[90, 25]]
    yield "all but one equal", [[90, 40], [91, 1]], [[90, 25]]
    yield "all equal within each", [[90, 40]], [[91, 25]]
    yield "the same waits", steps(range(40)), steps(range(40))
    yield "one minute apart", steps(range(40)), steps(range(1, 41))
    yield "one minute apart, many", [[w, 300] for w in range(60)], [[w + 1, 300] for w in range(60)]
    yield "far apart", steps(range(200)), steps(range(5000, 5200))
    yield "a day and more", steps(range(1440, 4000, 90)), steps(range(0, 2880, 70))
    yield "p about 1e-51", [[w, 3] for w in range(0, 90)], [[w + 45, 3] for w in range(0, 90)]
    yield "p about 1e-135", [[w, 5] for w in range(0, 120)], [[w + 70, 5] for w in range(0, 120)]
    yield "p about 1e-297", [[w, 9] for w in range(0, 120)], [[w + 85, 9] for w in range(0, 120)]
    yield "p beyond all doubles", [[w, 90] for w in range(0, 120)], [[w + 110, 90] for w in range(0, 120)]
    yield "ties across the middle", [[30, 50], [60, 50]], [[30, 50], [60, 50]]
    yield "an even number of pairs with a gap", steps([0, 100]), steps([0])
    yield "very unequal numbers", steps(range(6)), [[w, 2000] for w in range(0, 60, 3)]


def huge_pairs():
    """Hundreds of thousands of visits in heavy ties."""
    for name, count, later in [("100,000", 100_000, 1), ("500,000", 500_000, 0), ("1,000,000", 1_000_000, 1)]:
        def half(weights):
            total = sum(weights)
            waits = [[15 * place, count * weight // total] for place, weight in enumerate(weights)]
            waits[0][1] += count - sum(visits for _, visits in waits)
            return waits
        first = half([below(1000) + 1 for _ in range(20)])
        second = half([weight[1] // 7 + below(400) + 1 for weight in first])
        yield f"{name} a side", first, [[wait + later, visits] for wait, visits in second]
    yield "a million, one visit apart", [[60, 999_999], [75, 1]], [[60, 1_000_000]]


def random_pairs():
    for round_ in range(24):
        for shape in SHAPES:
            first = shaped(1 + below([6, 40, 300][round_ % 3]), shape)
            second = shaped(1 + below([6, 40, 300][round_ % 3]), shape)
            if round_ % 2:
                more = 1 + below(40)
                first = [wait + more for wait in first]
            yield f"{shape} {round_}", steps(first), steps(second)


def unpacked(waits):
    if not waits:
        return numpy.array([])
    return numpy.repeat([float(step[0]) for step in waits], [step[1] for step in waits])


def quantiles(values):
    if not len(values):
        return {"median": None, "p90": None}
    median, p90 = numpy.percentile(values, [50, 90])
    return {"median": float(median), "p90": float(p90)}


def shift(a, b):
    """numpy.median of all differences; of too many, the middle of all counted."""
    if not a or not b:
        return None
    first, second = unpacked(a), unpacked(b)
    if len(first) * len(second) <= 1_000_000:
        return float(numpy.median(numpy.subtract.outer(first, second)))
    counts = {}
    for wait, visits in a:
        for other, others in b:
            counts[wait - other] = counts.get(wait - other, 0) + visits * others
    pairs = len(first) * len(second)
    middle = []
    for rank in [(pairs - 1) // 2, pairs // 2]:
        before = 0
        for difference in sorted(counts):
            before += counts[difference]
            if before > rank:
                middle.append(difference)
                break
    return sum(middle) / 2


def ranks(a, b):
    if not a or not b:
        return None, None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = mannwhitneyu(
            unpacked(a), unpacked(b), alternative="two-sided", method="asymptotic", use_continuity=True
        )
    equal = len({step[0] for step in a + b}) == 1
    return float(found.statistic), 1.0 if equal else number(found.pvalue)


def verdict(a, b, found_shift, p):
    if min(sum(step[1] for step in a), sum(step[1] for step in b)) < SMALL:
        return "not comparable"
    if p < 0.05 and found_shift != 0:
        return "longer" if found_shift > 0 else "shorter"
    return "no difference"


def waits():
    pairs = [*edge_pairs(), *huge_pairs(), *random_pairs()]
    for name, a, b in pairs:
        u, p = ranks(a, b)
        found_shift = shift(a, b)
        yield {
            "name": name,
            "a": a,
            "b": b,
            "of_a": quantiles(unpacked(a)),
            "of_b": quantiles(unpacked(b)),
            "u": u,
            "p": p,
            "shift": found_shift,
            "verdict": verdict(a, b, found_shift, p),
        }


# Groups of (severe, cases): the funnel and the intervals


def place(severe, cases, share):
    if cases < SMALL:
        return None
    if share in (0, 1):
        return "inside"
    low998, low95, high95, high998 = binom.ppf([0.001, 0.025, 0.975, 0.999], cases, share)
    if severe > high998:
        return "above998"
    if severe > high95:
        return "above95"
    if severe < low998:
        return "below998"
    if severe < low95:
        return "below95"
    return "inside"


def group_sets():
    yield []
    yield [[0, 0]]
    yield [[0, 0], [0, 1], [1, 4], [2, 5]]
    yield [[0, 40], [0, 500]]
    yield [[40, 40], [500, 500]]
    yield [[4, 4], [5, 5], [0, 5], [1, 5], [30, 100]]
    yield [[9, 10], [1, 10], [50, 100], [500, 1000], [5000, 10_000]]
    yield [[250_000, 1_000_000], [251_300, 1_000_000], [248_600, 1_000_000], [26_000, 100_000], [3, 4]]
    yield [[2, 1_000_000], [20, 1_000_000], [9, 1_000_000], [3, 300_000], [1, 5]]
    yield [[999_998, 1_000_000], [999_980, 1_000_000], [999_991, 1_000_000], [4, 5]]
    # One group at every count: just where each limit lies.
    yield [[severe, 30] for severe in range(31)]
    yield [[severe, 5] for severe in range(6)] * 3 + [[10, 100]]
    for round_ in range(48):
        share = generator.random() ** 2
        sizes = [12, 80, 900, 40_000][round_ % 4]
        groups = []
        for _ in range(3 + below(12)):
            cases = below(sizes)
            own = min(max(share * (0.5 + generator.random()), 0), 1)
            spread = math.sqrt(cases * own * (1 - own))
            groups.append([min(max(round(cases * own + spread * bell()), 0), cases), cases])
        yield groups


def interval(severe, cases):
    if cases == 0:
        return None
    found = binomtest(severe, cases).proportion_ci(method="wilson")
    return [severe / cases, float(found.low), float(found.high)]


def funnels():
    for groups in group_sets():
        severe, cases = sum(group[0] for group in groups), sum(group[1] for group in groups)
        share = severe / cases if cases else None
        yield {
            "groups": groups,
            "pooled": share,
            "places": [place(*group, share) for group in groups],
            "wilson": [interval(*group) for group in groups],
        }


def limits():
    for cases in [0, 1, 4, 5, 6, 10, 29, 30, 31, 100, 667, 1000, 12_345, 100_000, 1_000_000]:
        for share in [0.000_01, 0.003, 0.05, 1 / 3, 0.5, 0.81, 0.999]:
            found = binom.ppf([0.001, 0.025, 0.975, 0.999], cases, share) if cases else [0, 0, 0, 0]
            yield {"cases": cases, "share": share, "limits": [int(limit) for limit in found]}


# Windows of (last 28 days, 84 before): rising


def window_sets():
    yield []
    yield [[4, 0], [0, 0], [4, 400]]
    yield [[5, 0]]
    yield [[5, 15]]
    yield [[9, 11]]
    yield [[8, 12]]
    yield [[10, 30]] * 20 + [[30, 30], [4, 0]]
    yield [[10, 30]] * 20 + [[30, 30], [4, 0], [9, 11]]
    yield [[250_000, 750_000], [251_000, 749_000], [252_500, 747_500], [5, 9]]
    yield [[1000, 2000], [400, 300], [1500, 500]]
    for round_ in range(30):
        sizes = [10, 40, 400][round_ % 3]
        windows = []
        for _ in range(2 + below(25)):
            earlier = below(3 * sizes)
            factor = 1 + (below(4) == 0) * generator.random() * 2
            recent = max(round(earlier / 3 * factor + math.sqrt(earlier / 3 + 1) * bell()), 0)
            windows.append([recent, earlier])
        yield windows


def risings():
    for windows in window_sets():
        looked_at = [place for place, window in enumerate(windows) if window[0] >= SMALL]
        p = {place: float(binom.sf(windows[place][0] - 1, sum(windows[place]), 0.25)) for place in looked_at}
        adjusted = false_discovery_control([p[place] for place in looked_at]) if looked_at else []
        rises = {place: bool(value <= 0.10) for place, value in zip(looked_at, adjusted)}
        yield {
            "windows": windows,
            "p": [p.get(place) for place in range(len(windows))],
            "rising": [rises.get(place) for place in range(len(windows))],
        }


# Cases per so many people


def rates():
    counts = [0, 1, 2, 3, 4, 5, 6, 9, 10, 17, 50, 99, 100, 1234, 10_000, 123_456, 1_000_000]
    for place, cases in enumerate(counts * 2):
        people = [1, 850, 14_230, 2_281_951, 16_718_965][place % 5]
        per = [1_000, 100_000][place // len(counts)]
        low = 0.0 if cases == 0 else chi2.ppf(0.025, 2 * cases) / 2
        high = chi2.ppf(0.975, 2 * cases + 2) / 2
        found = [float(count * per / people) for count in (cases, low, high)]
        yield {"cases": cases, "people": people, "per": per, "rate": found}


def main():
    with open(__file__, encoding="utf-8") as script:
        digest = hashlib.sha256(script.read().encode()).hexdigest()
    head = {
        "script": VERSION,
        "script_sha256": digest,
        "python": sys.version.split()[0],
        "numpy": numpy.__version__,
        "scipy": scipy.__version__,
    }
    parts = {"waits": waits, "funnels": funnels, "limits": limits, "risings": risings, "rates": rates}
    compact = {"separators": (",", ":"), "allow_nan": False}
    print("{" + f'"head":{json.dumps(head, **compact)}', end="")
    for name, part in parts.items():
        lines = ",\n".join(json.dumps(sample, **compact) for sample in part())
        print(f',\n"{name}":[\n{lines}\n]', end="")
    print("}")


if __name__ == "__main__":
    main()
