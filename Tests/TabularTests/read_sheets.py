"""Reads sheets with Python's csv module and prints what is in them.

Usage: read_sheets.py FILE

The file has sheet after sheet, each with its delimiter before it and 0x1D behind it. What they hold
is printed in the same order, with the separators that ASCII has: 0x1F ends a field, 0x1E a record,
0x1D a sheet. Lines without any bytes are no records.
"""

import csv
import io
import pathlib
import sys

sys.stdout.reconfigure(encoding="utf-8", newline="")

for sheet in pathlib.Path(sys.argv[1]).read_bytes().split(b"\x1d")[:-1]:
    delimiter, text = chr(sheet[0]), sheet[1:].decode("utf-8-sig")
    lines = io.StringIO(text, newline="")
    for record in csv.reader(lines, delimiter=delimiter, strict=True):
        if record:
            sys.stdout.write("".join(field + "\x1f" for field in record) + "\x1e")
    sys.stdout.write("\x1d")
