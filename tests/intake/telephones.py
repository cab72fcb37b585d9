"""Keeps telephones and card numbers as people's spreadsheets do who type them into cells for numbers: without the 0 before
them, and without what lies behind the fifteenth digit."""
import sys

from openpyxl import Workbook

book = Workbook()
sheet = book.active
sheet.append(["visited_on", "facility", "issues", "member_phone", "member_nssf_number", "member_employee_number", "remedy"])
for phone, card, employee, remedy in [
    (12345678, 123456789, 7, "eight digits"),
    (971234567, 12345678, 8, "nine digits, and a card that is shorter than the others"),
    ("012 345 679", "012345679", None, "typed as text"),
    ("12345670", None, None, "text without a 0"),
    (85512345671, None, None, "the country's prefix"),
    (1234567, None, None, "too short for a telephone"),
    (12345672, 1234567890123456789, 9, "a card of which digits are lost"),
    (1.234567890123456e15, None, None, "a telephone that is none"),
    ("1.23E+15", None, None, "what a table saved as text shows"),
]:
    sheet.append(["2026-10-03", "N00003", "WAIT", phone, card, employee, remedy])
book.save(sys.argv[1])
