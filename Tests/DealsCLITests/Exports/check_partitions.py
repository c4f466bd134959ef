"""Reads `deals export partitioned` in DuckDB by its duckdb.sql and holds it against the ledger.

Usage: check_partitions.py FOLDER LEDGER

Counts and sums are equal, and each column has the type that the dictionary promises. Prints
"N views, N passed", or what failed and exits 1. Exits 77 where DuckDB is not installed.
"""

import os
import pathlib
import sqlite3
import sys

try:
    import duckdb
except ImportError:
    print("duckdb is not installed")
    sys.exit(77)

KINDS = {
    "text": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "boolean": "BOOLEAN",
    "date": "DATE", "time": "TIMESTAMP",
}


def problem_of(view, ledger, duck):
    promised = dict(ledger.execute(
        'SELECT "column", type FROM data_dictionary WHERE object = ? AND "column" IS NOT NULL',
        [view]).fetchall())
    found = {row[0]: row[1] for row in duck.execute(f'DESCRIBE "{view}"').fetchall()}
    is_partitioned = found.pop("year", None) is not None
    if is_partitioned != any((pathlib.Path(view)).glob("year=*")):
        return "its years are not a column"
    for column, kind in promised.items():
        if found.get(column) != KINDS[kind]:
            return f"{column} is promised as {kind}, and arrives as {found.get(column)}"
    sums = ["count(*)"] + [f'sum("{column}")' for column, kind in promised.items()
                           if kind in ("integer", "number")]
    statement = f'SELECT {", ".join(sums)} FROM "{view}"'
    ours = ledger.execute(statement).fetchone()
    theirs = duck.execute(statement).fetchone()
    for name, here, there in zip(sums, ours, theirs):
        if (here or 0) != (there or 0) and abs(here - float(there)) > 1e-9 * abs(here):
            return f"{name} is {here} in the ledger, {there} in DuckDB"
    return None


def main(folder, ledger):
    ledger = sqlite3.connect(f"{pathlib.Path(ledger).resolve().as_uri()}?mode=ro", uri=True)
    os.chdir(folder)
    duck = duckdb.connect()
    duck.execute(pathlib.Path("duckdb.sql").read_text())
    views = [name for (name,) in ledger.execute(
        "SELECT name FROM sqlite_master WHERE type = 'view' ORDER BY name")]
    failures = []
    for view in views:
        try:
            problem = problem_of(view, ledger, duck)
        except duckdb.Error as error:
            problem = str(error)
        if problem:
            failures.append(f"{view}: {problem}")
    # A year is read without the others.
    in_2025 = "substr(coalesce(announced_on, priced_on, closed_on), 1, 4) = '2025'"
    year = duck.execute("SELECT count(*) FROM deals WHERE year = '2025'").fetchone()[0]
    if year != ledger.execute(f"SELECT count(*) FROM deals WHERE {in_2025}").fetchone()[0]:
        failures.append(f"deals: {year} of 2025")
    print("\n".join(failures + [f"{len(views)} views, {len(views) - len(failures)} passed"]))
    return 1 if failures or not views else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
