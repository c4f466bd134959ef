"""Makes mistakes.xlsx, a workbook as people keep them by hand, and mistakes.tsv, what is wrong in it.

    python3 -m venv venv && venv/bin/pip install openpyxl==3.1.5 && venv/bin/python make_mistakes.py

Each worksheet is a table of its own. Of mistakes.tsv: the worksheet, the cell, what the mistake is,
what comes back (`refused` or `warned` with the reason, `read` with the value, or `skipped`), and what
mends it.
"""

import datetime
import pathlib

from openpyxl import Workbook
from openpyxl.styles import Font

HERE = pathlib.Path(__file__).parent
BOOK = Workbook()
BOOK.remove(BOOK.active)
LINES = []

HEADER = [
    "Deal", "Borrower", "Type", "Facility", "Announced", "Currency", "Amount", "Coupon", "Margin",
    "Maturity", "S&P", "Moody's", "ISIN", "CUSIP", "Lender", "Lender amount", "Remark",
]
DAY = datetime.date(2026, 3, 2)
END = datetime.date(2031, 3, 2)


def sheet(name, header=HEADER):
    made = BOOK.create_sheet(name)
    made.append(header)
    for cell in made[1]:
        cell.font = Font(bold=True)
    return made


def row(made, key, **cells):
    """Appends a sound row but for the given cells; returns its number."""
    base = {
        "Deal": key, "Borrower": key.capitalize() + " Compute", "Type": "bond", "Facility": "A",
        "Announced": DAY, "Currency": "USD", "Amount": 1500000000, "Coupon": 6.75, "Maturity": END,
    }
    base.update({name.replace("_", " "): value for name, value in cells.items()})
    header = [cell.value for cell in made[1]]
    made.append([base.get(name) for name in header])
    return made.max_row


SOUND = {
    "Amount": "1500000000", "Coupon": "6,75", "Announced": "2026-03-02", "Maturity": "2031-03-02",
    "Margin": "250", "S&P": "BBB+", "Currency": "USD", "Type": "bond", "Lender amount": "400000000",
}


def bad(key, name, value, mistake, reason, outcome="refused", mended=None, **more):
    number = row(DEALS, key, **{name.replace(" ", "_"): value, **more})
    place = DEALS.cell(number, HEADER.index(name) + 1).coordinate
    if mended is None and outcome == "refused":
        mended = key.capitalize() + " Compute" if name == "Borrower" else SOUND.get(name, "")
    LINES.append(("Deals", place, mistake, outcome, reason, mended or ""))
    return number


DEALS = sheet("Deals")
row(DEALS, "acacia")
bad("birch", "Amount", "1.500.000,5", "decimal comma in a text", "1500000.5", "read")
bad("cedar", "Announced", "13/03/2026", "day first, in a text", "2026-03-13", "read")
bad("damson", "Announced", "03/13/2026", "day and month swapped",
    "the other way round it is 2026-03-13: day and month may be swapped")
bad("elder", "Maturity", datetime.date(2026, 1, 2), "maturity before the issue",
    "it matures on 2026-01-02, before it was announced on 2026-03-02")
bad("fir", "Amount", "USD 1.500.000.000", "currency in the cell of the amount", "1500000000", "read")
bad("gorse", "Amount", "EUR 900.000.000", "two currencies on a row", "“EUR 900.000.000” is in EUR, and the row is in USD")
bad("hazel", "Coupon", 0.0875, "percentage as a fraction", "is 0.0875 %, or 8.75 % written as a fraction")
bad("ivy", "Coupon", 675, "coupon in basis points", "“675” is 675 %, or 6.75 % written in basis points")
bad("juniper", "Margin", "2,5", "spread as a percentage", "is 2.5 basis points, or 250 written as percent")
bad("kapok", "Announced", "2 mars 2026", "date in words", "2026-03-02", "read")
number = bad("larch", "Amount", "#DIV/0!", "error of a formula", "the formula came to #DIV/0!")
DEALS.cell(number, 7).data_type = "e"
bad("maple", "Amount", "=1000*1500000", "formula whose value was never saved",
    "the value of the formula is not in the file")
bad("nutmeg", "Borrower", "\u00a0 Nutmeg Compute \u00a0", "blanks and no-break spaces around a name",
    "Nutmeg Compute", "read")
bad("oak", "Amount", "1500000000", "number kept as text", "1500000000", "read")
bad("pine", "ISIN", "US0378331006", "ISIN with a wrong check digit", "its check digit would be 5")
bad("quince", "CUSIP", 123000000, "CUSIP that became a number", "“123000000” is no CUSIP")
bad("rowan", "CUSIP", "1.23E+08", "CUSIP that became a power of ten",
    "a spreadsheet has made a number of it: format the column as text")
bad("sorrel", "S&P", "BBBB+", "rating misspelt", "“BBBB+” has “BBBB+”, which is no grade, mark or agency")
bad("teak", "S&P", "Baa3", "rating in another agency's column", "it is one of Moody's: is it in the wrong column?")
bad("umbrel", "Amount", -250000000, "negative amount", "an amount is not negative")
bad("vetch", "Amount", "(250.000.000)", "negative amount in parentheses", "an amount is not negative")
bad("willow", "Amount", "400–500", "range of amounts", "“400–500” is a range: 400 to 500")
bad("yarrow", "Amount", "1.500*", "mark of a footnote", "“1.500*” is not a number (take the footnote's mark away)")
bad("zinnia", "Borrower", "Micrasoft", "name near a known one", "“Micrasoft” is one letter from Microsoft")
bad("aster", "Currency", "USS", "unknown currency", "“USS” is no currency")
bad("basil", "Borrower", None, "empty cell that is required", "the line names no issuer")
bad("clover", "Type", "bnd", "kind misspelt", "“bnd” is no instrument")
bad("dill", "Amount", "1,5 miljarder", "amount in words, long scale of Swedish", "1500000000", "read")
bad("endive", "Amount", "1,5 biljoner", "a Swedish biljon is a million millions", "1500000000000", "read")
bad("fennel", "Coupon", "6,75%", "percentage with its sign", "6.75", "read")
bad("ginger", "Amount", "1.5000.000", "digits in wrong groups", "has digits that are not in groups of three")
bad("hyssop", "Amount", "$900.000.000", "sign of several currencies, of which the row has one", "900000000", "read")
bad("hemlock", "Amount", "900.000.000 kr", "sign of other currencies than the row's",
    "is in SEK or NOK or DKK or ISK, and the row is in USD")
bad("iris", "Lender amount", 400000000000, "a part a thousand times too large",
    "USD 400000000000 beside USD 400000000 of the tranche, or USD 400000000 with another scale",
    Lender="Apollo", Amount=400000000)
row(DEALS, "jasmine", Facility="A", Amount=1500000000)
bad("jasmine", "Amount", 1200000, "one tranche in thousands",
    "USD 1200000 beside USD 1500000000 of another tranche, or USD 1200000000 with another scale",
    Facility="B", Coupon=7, mended="1200000000")
number = bad("kale", "Facility", "Hidden", "a hidden row", "Hidden", "read")
DEALS.row_dimensions[number].hidden = True
bad("lovage", "Announced", "2026", "a year where a day is known to others", "2026", "read")
bad("mint", "Announced", "30.2.2026", "a day that no month has", "“30.2.2026” is no day, with the day first")
bad("nettle", "Announced", "45718", "a day as a spreadsheet counts it, kept as text", "as a spreadsheet counts days it is 2025-03-02")
bad("orris", "Amount", "n/a", "nothing is known", "", "read")
number = row(DEALS, "parsley", Facility="A")
DEALS.merge_cells(start_row=number, start_column=8, end_row=number + 1, end_column=8)
bad("parsley", "Coupon", None, "a merged cell below its value", "the cell is part of the merged cell", Facility="B")
row(DEALS, "rue", Type="term loan", Lender="Apollo", Lender_amount=250000000)
bad("rue", "Deal", "rue", "a line that stands twice", "the line stands in the table before", "warned",
    Type="term loan", Lender="Apollo", Lender_amount=250000000)
number = row(DEALS, "sage")
DEALS.cell(number, 18, "see mail")
LINES.append(("Deals", f"R{number}", "a note beside the table", "refused", "the cell stands beside the columns of the table", ""))
DEALS.append(["Source: company reports, own estimates"])
LINES.append(("Deals", f"A{DEALS.max_row}", "a note between the rows", "skipped", "", ""))
row(DEALS, "thyme")
DEALS.append(["Total", None, None, None, None, None, "=SUM(G2:G60)"])
LINES.append(("Deals", f"A{DEALS.max_row}", "a line of totals", "skipped", "", ""))

# Headers. Each of these worksheets is refused as a whole.
MERGED = sheet("Merged header", ["Deal", "Borrower", "Type", "Amount", None])
MERGED.merge_cells("D1:E1")
MERGED.append(["alder", "Alder Compute", "bond", 1500000000, "USD"])
LINES.append(("Merged header", "E1", "a merged header", "refused", "the cell is part of the merged cell D1:E1", ""))
TWICE = sheet("Twice", ["Deal", "Borrower", "Type", "Amount", "Amount", "Currency"])
TWICE.append(["alder", "Alder Compute", "bond", 1500000000, 2, "USD"])
LINES.append(("Twice", "E1", "a header that stands twice", "refused", "“Amount” stands twice in the header", ""))
UNIT = sheet("Unit", ["Deal", "Borrower", "Type", "Amount (USD bn)", "Currency"])
UNIT.append(["alder", "Alder Compute", "bond", 1.5, "USD"])
LINES.append(("Unit", "D1", "billions where the rules say millions", "refused",
              "the header “Amount (USD bn)” says bn, and the rules say USD m", ""))

BOOK.save(HERE / "mistakes.xlsx")
with open(HERE / "mistakes.tsv", "w", encoding="utf-8") as file:
    file.write("sheet\tcell\tmistake\toutcome\twhat comes back\tmended\n")
    for line in LINES:
        file.write("\t".join(line) + "\n")
