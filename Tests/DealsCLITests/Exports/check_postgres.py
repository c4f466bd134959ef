"""Loads `deals export postgres` into a PostgreSQL server of its own and holds it against the ledger.

Usage: check_postgres.py SCRIPT LEDGER

Every view has the same rows, and every saved query gives the same answer. The server listens on a
socket in a temporary folder alone. Exits 77 where there is no PostgreSQL.
"""

import csv
import io
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile

from postgres_server import Server, programs

NULL = "\x01"
DAY = "2026-06-30"
# Queries with more than a day.
ASKED = [
    ("junk-bond-share", {"as_of": DAY, "currency": "EUR", "rating_rule": "average"}),
    ("maturity-wall", {"as_of": DAY, "by": "quarter", "fx": "as_of"}),
    ("clearing-shortfall", {"as_of": DAY, "cash": '{"openai": 13.1}'}),
    ("distress-shock", {"as_of": DAY, "equity": '{"softbank": 80, "nvidia": 150}', "shock": "0.5"}),
    ("issuance-by-issuer", {"as_of": DAY, "currency": "JPY", "stage": "funded"}),
    ("deal-sheet", {"as_of": DAY, "deal": "aligned-aip-2025"}),
]
KINDS = {
    "text": {"text"}, "date": {"date"}, "number": {"double precision"},
    "integer": {"bigint", "integer"}, "boolean": {"bigint", "integer"}, "time": {"text"},
}


class Asked(Server):
    """A server that is asked with psql."""

    def psql(self, *arguments):
        outcome = subprocess.run(
            ["psql", "-X", "-h", self.folder, "-U", "ledger", "-d", "postgres", "-v",
             "ON_ERROR_STOP=1", *arguments],
            capture_output=True, text=True, env={**os.environ, "PGTZ": "UTC"})
        assert outcome.returncode == 0, outcome.stderr
        return outcome.stdout

    def ask(self, statements):
        """The rows of each statement, headers first."""
        script = "".join(f"\\echo ===={index}\n{statement};\n"
                         for index, statement in enumerate(statements))
        path = pathlib.Path(self.folder, "questions.sql")
        path.write_text(script)
        output = self.psql("-q", "--csv", "-P", f"null={NULL}", "-f", str(path))
        parts = re.split(r"^====\d+\n", output, flags=re.M)[1:]
        return [list(csv.reader(io.StringIO(part))) for part in parts]


def comparable(value):
    """A value of the ledger as psql prints it, numbers to twelve digits."""
    if value is None:
        return NULL
    return f"{value:.12g}" if isinstance(value, (int, float)) else str(value)


def first_difference(columns, expected, found):
    if len(expected) != len(found):
        return f"{len(expected)} rows in the ledger, {len(found)} in PostgreSQL"
    for ours, theirs in zip(expected, found):
        for column, here, there in zip(columns, ours, theirs, strict=True):
            if isinstance(here, (int, float)) and there != NULL:
                there = f"{float(there):.12g}"
            if comparable(here) != there and not (
                    isinstance(here, float) and abs(here - float(there)) < 1e-9 * abs(here)):
                return f"{column} is {here!r} in the ledger, {there!r} in PostgreSQL"
    return None


def in_order(rows):
    return sorted(rows, key=lambda row: [
        comparable(value) if isinstance(value, (int, float)) or value is None else value
        for value in row])


def numbered(rows, types):
    """Rows of psql with numbers as numbers, so that they sort alike."""
    return in_order([[None if value == NULL else float(value)
                      if kind in ("integer", "number", "boolean") else value
                      for value, kind in zip(row, types)] for row in rows])


def check_views(server, ledger):
    views = [name for (name,) in ledger.execute(
        "SELECT name FROM sqlite_master WHERE type = 'view' ORDER BY name")]
    answers = server.ask([f'SELECT * FROM ledger."{view}"' for view in views])
    held = {}
    for view, column, kind in server.ask([
            "SELECT table_name, column_name, data_type FROM information_schema.columns"
            " WHERE table_schema = 'ledger'"])[0][1:]:
        held[view, column] = kind
    failures = []
    for view, (columns, *rows) in zip(views, answers):
        promised = dict(ledger.execute(
            'SELECT "column", type FROM data_dictionary WHERE object = ?', [view]).fetchall())
        for column in columns:
            if held[view, column] not in KINDS[promised[column]]:
                failures.append(f"{view}.{column}: {promised[column]} is {held[view, column]}")
        types = [promised[column] for column in columns]
        expected = in_order(ledger.execute(f'SELECT * FROM "{view}"').fetchall())
        found = [[NULL if value is None else value if isinstance(value, str) else f"{value!r}"
                  for value in row] for row in numbered(rows, types)]
        if problem := first_difference(columns, expected, found):
            failures.append(f"{view}: {problem}")
    return len(views), failures


def check_queries(server, ledger, omitted):
    queries = dict(ledger.execute("SELECT name, sql FROM saved_query ORDER BY name").fetchall())
    asked = []
    for name, sql in queries.items():
        if name not in omitted:
            takes_day = re.search("^-- parameter: as_of ", sql, re.M)
            asked.append((name, {"as_of": DAY} if takes_day else {}))
    asked += ASKED
    answers = server.ask([
        f"SELECT * FROM ledger_query.{name.replace('-', '_')}("
        + ", ".join(f"\"{key}\" => '{value}'" for key, value in values.items()) + ")"
        for name, values in asked])
    failures = []
    for (name, values), (columns, *rows) in zip(asked, answers):
        names = re.findall(r"^-- parameter: (\w+)", queries[name], re.M)
        cursor = ledger.execute(queries[name], {key: values.get(key) for key in names})
        if [column[0] for column in cursor.description] != columns:
            failures.append(f"{name}: its columns are {columns}")
        elif problem := first_difference(columns, cursor.fetchall(), rows):
            failures.append(f"{name} {values}: {problem}")
    return len(asked), failures


def main(script, ledger):
    bin = programs()
    if bin is None or shutil.which("psql") is None:
        print("PostgreSQL is not installed")
        return 77
    ledger = sqlite3.connect(f"{pathlib.Path(ledger).resolve().as_uri()}?mode=ro", uri=True)
    with tempfile.TemporaryDirectory(prefix="pg") as folder:
        server = Asked(folder, bin)
        try:
            server.psql("-f", script)
            without_key = server.ask([
                "SELECT relname FROM pg_class c WHERE relnamespace = 'ledger'::regnamespace"
                " AND relkind = 'r' AND NOT EXISTS (SELECT FROM pg_constraint"
                " WHERE conrelid = c.oid AND contype = 'p')"])[0][1:]
            text = pathlib.Path(script).read_text()
            omitted = re.findall(r"^--   ([\w-]+): ", text, re.M)
            views, failures = check_views(server, ledger)
            queries, others = check_queries(server, ledger, omitted)
        finally:
            server.stop()
    failures += others + [f"{table} has no primary key" for (table,) in without_key]
    print("\n".join(failures + [f"{views} views, {queries} questions, left out: {omitted}"]))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
