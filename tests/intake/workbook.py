"""Saves a CSV as a workbook the way people keep one: real dates and times, numbers as numbers, a formula, an empty row."""
import csv
import datetime
import sys

from openpyxl import Workbook

source, target = sys.argv[1:]
with open(source, newline="", encoding="utf-8-sig") as file:
    rows = list(csv.reader(file))
head = rows[0]
book = Workbook()
book.active.title = "empty"
sheet = book.create_sheet("ករណី")
sheet.append(head)
sheet.append([])
for row in rows[1:]:
    cells = []
    for name, text in zip(head, row):
        if name in ("visited_on", "claimed_on") and text:
            cells.append(datetime.date.fromisoformat(text))
        elif name in ("arrived", "seen", "registered", "medicine", "left") and text and "~" not in text:
            hour, minute = text.split(":")
            cells.append(datetime.time(int(hour), int(minute)))
        elif name in ("paid_riel", "harm", "waited_minutes") and text:
            cells.append(int(text))
        else:
            cells.append(text or None)
    sheet.append(cells)
book.save(target)
