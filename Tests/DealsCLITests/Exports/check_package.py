"""Reads `deals export csv` as datapackage.json describes it and holds it against the ledger.

Usage: check_package.py FOLDER LEDGER

Every value is of its column's type, keys are unique, references find their row, and where pandas is
installed it reads the same sums. Prints "N views, N passed", or what failed and exits 1.
"""

import csv
import datetime
import json
import pathlib
import sqlite3
import sys

try:
    import pandas
except ImportError:
    pandas = None

READ = {
    "string": str, "integer": int, "number": float, "date": datetime.date.fromisoformat,
    "boolean": {"1": True, "0": False}.__getitem__,
    "datetime": lambda text: datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ"),
}
PANDAS = {"string": "string", "integer": "Int64", "number": "Float64", "boolean": "Int64"}


def read(folder, resource):
    """The rows of a resource, each value read by its type."""
    fields = resource["schema"]["fields"]
    with open(folder / resource["path"], encoding=resource["encoding"], newline="") as file:
        lines = csv.reader(file, strict=True)
        header = next(lines)
        assert header == [field["name"] for field in fields], header
        reads = [READ[field["type"]] for field in fields]
        return [[read(text) if text else None for read, text in zip(reads, line, strict=True)]
                for line in lines]


def column(resource, rows, name):
    place = [field["name"] for field in resource["schema"]["fields"]].index(name)
    return [row[place] for row in rows]


def check(resource, rows, others, connection):
    name, schema = resource["name"], resource["schema"]
    assert resource["rows"] == len(rows), f"{resource['rows']} rows said, {len(rows)} there"
    held = connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
    assert held == len(rows), f"{held} rows in the ledger, {len(rows)} in the file"
    assert all(field["description"] for field in schema["fields"])
    if "primaryKey" in schema:
        keys = column(resource, rows, schema["primaryKey"])
        assert None not in keys and len(set(keys)) == len(keys), "its key is not unique"
    for key in schema.get("foreignKeys", []):
        target = key["reference"]["resource"] or name
        there = set(column(*others[target], key["reference"]["fields"]))
        lost = set(column(resource, rows, key["fields"])) - there - {None}
        assert not lost, f"{key['fields']} names what is not in {target}: {sorted(lost)[:3]}"


def check_pandas(folder, resource, connection):
    """The types the dictionary promises, in a data frame, and the sums of the ledger."""
    fields = resource["schema"]["fields"]
    days = [field["name"] for field in fields if field["type"] in ("date", "datetime")]
    kinds = {field["name"]: PANDAS[field["type"]] for field in fields if field["name"] not in days}
    frame = pandas.read_csv(
        folder / resource["path"], dtype=kinds, parse_dates=days, keep_default_na=False,
        na_values=[""])
    for day in days:
        assert pandas.api.types.is_datetime64_any_dtype(frame[day]) or frame[day].isna().all(), day
    for field in fields:
        if field["type"] not in ("integer", "number"):
            continue
        ours = connection.execute(
            f'SELECT sum("{field["name"]}") FROM "{resource["name"]}"').fetchone()[0] or 0
        theirs = frame[field["name"]].sum()
        assert abs(ours - theirs) <= 1e-9 * abs(ours), f"{field['name']}: {ours} against {theirs}"


def main(folder, ledger):
    folder = pathlib.Path(folder)
    package = json.loads((folder / "datapackage.json").read_text())
    connection = sqlite3.connect(f"{pathlib.Path(ledger).resolve().as_uri()}?mode=ro", uri=True)
    failures, others = [], {}
    for resource in package["resources"]:
        try:
            others[resource["name"]] = (resource, read(folder, resource))
        except (AssertionError, ValueError, KeyError) as error:
            failures.append(f"{resource['name']}: {error!r}")
    for name, (resource, rows) in others.items():
        try:
            check(resource, rows, others, connection)
            if pandas:
                check_pandas(folder, resource, connection)
        except (AssertionError, ValueError, KeyError) as error:
            failures.append(f"{name}: {error!r}")
    count = len(package["resources"])
    print("\n".join(failures + [f"{count} views, {count - len(failures)} passed"]))
    return 1 if failures or count < 40 else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
