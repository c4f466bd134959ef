"""Makes the workbooks that the tests read, with openpyxl 3.1.5 and XlsxWriter 3.3.1, and lists what
openpyxl reads in them: make_workbooks.py, in its own folder."""

import datetime
import json
import pathlib

import openpyxl
import xlsxwriter

folder = pathlib.Path(__file__).parent
day = datetime.date(2025, 11, 3)
moment = datetime.datetime(2025, 11, 3, 14, 30, 15)
epoch = datetime.datetime(1970, 1, 1)


def with_openpyxl(name, is_1904):
    book = openpyxl.Workbook()
    if is_1904:
        book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    sheet = book.active
    sheet.title = "Deals"
    sheet.append(["deal", "amount", "coupon", "priced on", "closed", "private", "notes"])
    sheet.append(["meta-2025-11", 30000000000, 0.0575, day, moment, False, 'He said "5, or 6"\nlines'])
    sheet.append(["åäö €", 0.1 + 0.2, 0.1, datetime.date(1904, 5, 1), datetime.time(6, 30), True, "=1+1"])
    sheet["C2"].number_format = "0.00%"
    sheet["C3"].number_format = "0.0#########%"
    sheet["H9"] = "far"
    sheet["A12"] = 1234567.89
    sheet["A12"].number_format = '#,##0.00 "m"'
    sheet.merge_cells("B12:C13")
    sheet["B12"] = "over four"
    sheet.row_dimensions[12].hidden = True
    sheet.column_dimensions["G"].hidden = True
    hidden = book.create_sheet("Old")
    hidden.sheet_state = "hidden"
    hidden["A1"] = -1e-7
    book.save(folder / name)


def with_xlsxwriter(name):
    book = xlsxwriter.Workbook(folder / name)
    book.set_properties({"created": epoch})
    sheet = book.add_worksheet("Sheet & 1")
    bold = book.add_format({"bold": True})
    days = book.add_format({"num_format": "d mmm yyyy"})
    hours = book.add_format({"num_format": "[h]:mm:ss"})
    rates = book.add_format({"num_format": '0.000%;[Red]-0.000%'})
    sheet.write_row("A1", ["deal", "date", "rate", "value"])
    sheet.write_rich_string("A2", "one ", bold, "two", " three")
    sheet.write_datetime("B2", moment, days)
    sheet.write_number("C2", 0.0675, rates)
    sheet.write_formula("D2", "=SUM(1,2)", None, 3)
    sheet.write_formula("D3", "=1/0", None, "#DIV/0!")
    sheet.write_formula("D4", '="a"&"b"', None, "ab")
    sheet.write_formula("D5", "=TRUE()", None, True)
    sheet.write_number("D6", 1.5, hours)
    sheet.write_number("B3", 59, days)
    sheet.write_number("B4", 60, days)
    sheet.write_number("B5", 61, days)
    sheet.write_string("A4", "_x0041_ line\rend")
    sheet.write_string("A5", "  spaces  ")
    sheet.write_blank("A6", None, bold)
    sheet.merge_range("A8:B9", "merged", bold)
    sheet.write_number("D8", 123456789012345.0)
    sheet.write_number("D9", 1e21)
    book.close()
    book = xlsxwriter.Workbook(folder / ("memory-" + name), {"constant_memory": True})
    book.set_properties({"created": epoch})
    sheet = book.add_worksheet()
    for row in range(5):
        sheet.write_row(row, row, [f"text {row}", row / 3])
    book.close()


def listed(value):
    if isinstance(value, datetime.datetime):
        return "moment", str(value)
    if isinstance(value, datetime.date):
        return "day", str(value)
    if isinstance(value, (datetime.time, datetime.timedelta)):
        seconds = (value if isinstance(value, datetime.timedelta) else
                   datetime.datetime.combine(epoch, value) - epoch).total_seconds()
        hours, rest = divmod(round(seconds), 3600)
        return "time", f"{hours:02}:{rest // 60:02}:{rest % 60:02}"
    if isinstance(value, bool):
        return "boolean", str(value).lower()
    if isinstance(value, (int, float)):
        return "number", repr(value)
    return ("error" if value in ("#DIV/0!",) else "text"), value


def main():
    with_openpyxl("openpyxl.xlsx", False)
    with_openpyxl("openpyxl-1904.xlsx", True)
    with_xlsxwriter("xlsxwriter.xlsx")
    with open(folder / "cells.jsonl", "w", encoding="utf-8") as out:
        for path in sorted(folder.glob("*.xlsx")):
            for sheet in openpyxl.load_workbook(path, data_only=True):
                for cell in (cell for row in sheet.iter_rows() for cell in row):
                    if cell.value is not None:
                        kind, value = listed(cell.value)
                        print(json.dumps({
                            "file": path.name, "sheet": sheet.title, "cell": cell.coordinate,
                            "kind": kind, "value": value, "format": cell.number_format,
                        }, ensure_ascii=False), file=out)


main()
