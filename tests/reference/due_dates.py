"""What another program reads of a calendar that Wardbook wrote: its events, as JSON, for tests/calendars.rs.

    pip install icalendar
    python tests/reference/due_dates.py FILE.ics

Prints null where there is no icalendar.
"""

import json
import pathlib
import sys

try:
    from icalendar import Calendar
except ImportError:
    print("null")
    sys.exit()

calendar = Calendar.from_ical(pathlib.Path(sys.argv[1]).read_bytes())


def read(event):
    return {
        "uid": str(event["UID"]),
        "summary": str(event["SUMMARY"]),
        "start": event["DTSTART"].dt.isoformat(),
        "end": event["DTEND"].dt.isoformat(),
        "stamp": event["DTSTAMP"].dt.isoformat(),
        "transparent": str(event["TRANSP"]),
        "alarms": [
            {
                "action": str(alarm["ACTION"]),
                "description": str(alarm["DESCRIPTION"]),
                "seconds": alarm["TRIGGER"].dt.total_seconds(),
            }
            for alarm in event.walk("VALARM")
        ],
    }


faults = [str(fault) for part in calendar.walk() for fault in getattr(part, "errors", [])]
print(json.dumps({
    "version": str(calendar["VERSION"]),
    "faults": faults,
    "events": [read(event) for event in calendar.walk("VEVENT")],
}))
