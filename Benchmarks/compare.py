"""Holds the rows of two ledgers against each other, table by table and value by value.

Usage: compare.py LEDGER OTHER

Left out are when and by what a run was made, and the hashes of lines, which each loader may make in
its own way. Prints for each table how many rows there are and differ, with the first difference;
exits 1 where there is one.
"""

import pathlib
import sqlite3
import sys

OWN = {
    "import_run": {
        "command", "input", "input_hash", "program_version", "started_at", "finished_at"},
    "tranche": {"line_hash"},
    "participation": {"line_hash"},
}
# Of these each has a number that means something; the others are joined on theirs.
KEYS = {"tranche_figure": "tranche_id", "participation_figure": "participation_id",
        "leg_figure": "leg_id"}


def differences(database, table):
    """How many rows of a table there are here and there, how many differ, and one that does."""
    columns = [row[1] for row in database.execute(f"PRAGMA main.table_info({table})")]
    if columns != [row[1] for row in database.execute(f"PRAGMA other.table_info({table})")]:
        return 0, 0, 1, f"{table} has other columns"
    key = KEYS.get(table, "id" if "id" in columns else columns[0])
    compared = [name for name in columns if name not in OWN.get(table, ())]
    here, there = (
        database.execute(f"SELECT COUNT(*) FROM {name}.{table}").fetchone()[0]
        for name in ("main", "other"))
    differ = " OR ".join(f'a."{name}" IS NOT b."{name}"' for name in compared)
    common = f"FROM main.{table} a JOIN other.{table} b ON a.{key} = b.{key}"
    same_key = database.execute(f"SELECT COUNT(*) {common}").fetchone()[0]
    count = database.execute(f"SELECT COUNT(*) {common} WHERE {differ}").fetchone()[0]
    first = None
    if count:
        pairs = ", ".join(f'a."{name}", b."{name}"' for name in compared)
        row = database.execute(f"SELECT {pairs} {common} WHERE {differ} LIMIT 1").fetchone()
        first = next(
            f"{table} {row[0]}: {name} is {row[2 * i]!r} and {row[2 * i + 1]!r}"
            for i, name in enumerate(compared) if row[2 * i] != row[2 * i + 1])
    missing = here + there - 2 * same_key
    if missing and not first:
        first = f"{table}: {missing} rows are in one alone"
    return here, there, count + missing, first


def compare(ledger, other):
    """Prints what differs, and returns how many rows do."""
    database = sqlite3.connect(f"{pathlib.Path(ledger).resolve().as_uri()}?mode=ro", uri=True)
    database.execute(
        "ATTACH ? AS other", (f"{pathlib.Path(other).resolve().as_uri()}?mode=ro",))
    total = 0
    for (table,) in database.execute(
            "SELECT name FROM main.sqlite_schema WHERE type = 'table' ORDER BY name").fetchall():
        here, there, count, first = differences(database, table)
        total += count
        if here != 0 or there != 0:
            print(f"{table:24}{here:>12,}{there:>12,}{count:>12,}  {first or ''}".rstrip())
    return total


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: compare.py LEDGER OTHER")
    sys.exit(1 if compare(*sys.argv[1:]) else 0)
