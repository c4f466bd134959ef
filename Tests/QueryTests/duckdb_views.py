"""Reads every view of a ledger in DuckDB and holds the answer against SQLite's own.

Usage: duckdb_views.py LEDGER

Rows must be the same in both, value by value, and columns that hold a day must arrive as DATE.
Prints "N views, N passed", or what failed and exits 1. Exits 77 where DuckDB is not to be had:
    pip install duckdb==1.4.4 duckdb-ext-sqlite==1.4.4.20260205
"""

import datetime
import importlib.util
import os
import pathlib
import sqlite3
import sys
import time

# Both engines take CURRENT_DATE as the day in UTC.
os.environ["TZ"] = "UTC"
time.tzset()

try:
    import duckdb
except ImportError:
    print("duckdb is not installed")
    sys.exit(77)


def sqlite_extension():
    """The extension that reads SQLite files, as the package duckdb-ext-sqlite installs it."""
    package = importlib.util.find_spec("duckdb_ext")
    for folder in package.submodule_search_locations or [] if package else []:
        pattern = f"extensions/v{duckdb.__version__}/*/sqlite_scanner.duckdb_extension"
        for path in pathlib.Path(folder).glob(pattern):
            return path
    return None


def open_in_duckdb(ledger):
    """A connection that has the ledger attached as `ledger`, or None without the extension."""
    connection = duckdb.connect(
        config={"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"})
    try:
        connection.execute(f"LOAD {quoted(sqlite_extension() or 'sqlite_scanner')}")
    except duckdb.Error:
        return None
    connection.execute("SET TimeZone = 'UTC'")
    connection.execute(f"ATTACH {quoted(ledger)} AS ledger (TYPE sqlite, READ_ONLY)")
    return connection


def quoted(text):
    return "'" + str(text).replace("'", "''") + "'"


def comparable(value):
    """A value in the form in which both engines give it the same."""
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, float):
        return float(f"{value:.12g}")
    return value


def rows_of(cursor):
    """All rows, in an order that does not depend on the engine."""
    return sorted((tuple(map(comparable, row)) for row in cursor.fetchall()), key=repr)


def first_difference(columns, expected, found):
    for ours, theirs in zip(expected, found):
        for column, here, there in zip(columns, ours, theirs):
            if here != there or type(here) is not type(there):
                return f"{ours[0]}: {column} is {here!r} in SQLite, {there!r} in DuckDB"
    return None


def problem_of(view, in_sqlite, in_duckdb):
    """What is wrong with a view in DuckDB; None when nothing is."""
    name = f'ledger."{view}"'
    cursor = in_sqlite.execute(f'SELECT * FROM "{view}"')
    columns = [column[0] for column in cursor.description]
    expected = rows_of(cursor)
    count = in_duckdb.execute(f"SELECT count(*) FROM (SELECT * FROM {name})").fetchone()[0]
    if count != len(expected):
        return f"{len(expected)} rows in SQLite, {count} in DuckDB"
    described = in_duckdb.execute(f"DESCRIBE SELECT * FROM {name}").fetchall()
    names = [column[0] for column in described]
    if names != columns:
        return f"its columns are {columns} in SQLite, {names} in DuckDB"
    for column, kind, *_ in described:
        if column.endswith(("_on", "_until")) and kind != "DATE":
            return f"{column} arrives as {kind}, not as DATE"
    return first_difference(columns, expected, rows_of(in_duckdb.execute(f"SELECT * FROM {name}")))


def main(ledger):
    if not os.path.isfile(ledger):
        print(f"there is no ledger {ledger}")
        return 1
    in_duckdb = open_in_duckdb(ledger)
    if in_duckdb is None:
        print("duckdb-ext-sqlite is not installed")
        return 77
    in_sqlite = sqlite3.connect(f"{pathlib.Path(ledger).resolve().as_uri()}?mode=ro", uri=True)
    views = [name for (name,) in in_sqlite.execute(
        "SELECT name FROM sqlite_master WHERE type = 'view' ORDER BY name")]
    failures = []
    for view in views:
        try:
            problem = problem_of(view, in_sqlite, in_duckdb)
        except (duckdb.Error, sqlite3.Error) as error:
            problem = str(error)
        if problem:
            failures.append(f"{view}: {problem}")
    print("\n".join(failures + [f"{len(views)} views, {len(views) - len(failures)} passed"]))
    return 1 if failures or not views else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: duckdb_views.py LEDGER")
    sys.exit(main(sys.argv[1]))
