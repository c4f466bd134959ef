"""Serves `deals export datasette` on this machine and asks it every saved query over HTTP.

Usage: check_site.py FOLDER LEDGER

Each answer has the rows that SQLite gives for the query as it is kept, with nothing set; some are
asked with parameters too. Exits 77 where Datasette is not installed.
"""

import importlib.util
import json
import pathlib
import re
import sqlite3
import subprocess
import sys
import urllib.parse
import urllib.request

# Queries with values in their fields, others left empty as a form sends them.
ASKED = [
    ("junk-bond-share", {"as_of": "2026-06-30", "currency": "EUR", "fx": "", "stage": ""}),
    ("maturity-wall", {"as_of": "2026-06-30", "by": "quarter", "currency": ""}),
    ("refinancing-need", {"as_of": "2026-06-30", "months": "36"}),
    ("claim-trace", {"record": "openai-orcl-2025", "attribute": ""}),
    ("issuance-in-window", {"from_day": "2025-10-01", "to_day": "2025-12-31"}),
]


def get(address):
    with urllib.request.urlopen(address, timeout=60) as answer:
        return answer.read().decode()


def rows_of(address, name, values):
    query = urllib.parse.urlencode({**values, "_shape": "arrays", "_labels": "off"})
    return json.loads(get(f"{address}/deals/{name}.json?{query}"))["rows"]


def check(address, ledger):
    queries = dict(ledger.execute("SELECT name, sql FROM saved_query").fetchall())
    for name, values in [(name, {}) for name in queries] + ASKED:
        parameters = re.findall(r"^-- parameter: (\w+)", queries[name], re.M)
        asked = {key: values.get(key) or None for key in parameters}
        expected = ledger.execute(queries[name], asked).fetchall()
        found = rows_of(address, name, values)
        assert found == [list(row) for row in expected], f"{name} {values}: {found[:1]}"
    assert all(any(values) for _, values in ASKED)
    page = get(f"{address}/deals/junk-bond-share")
    for word in ('name="rating_rule"', "second_best", "notch 11"):
        assert word in page, f"the page of a query lacks {word}"
    page = get(f"{address}/deals/tranches")
    for word in ("Composite rating", "facet", "Apache License"):
        assert word in page, f"the page of a view lacks {word}"
    databases = json.loads(get(f"{address}/-/databases.json"))
    assert [d["is_mutable"] for d in databases if d["name"] == "deals"] == [False]
    listed = json.loads(get(f"{address}/deals.json"))
    hidden = {table["name"] for table in listed["tables"] if table["hidden"]}
    assert "tranche_figure" in hidden and "data_dictionary" not in hidden
    print(f"{len(queries)} queries, {len(queries)} passed")


def main(folder, ledger):
    if importlib.util.find_spec("datasette") is None:
        print("datasette is not installed")
        return 77
    ledger = sqlite3.connect(f"{pathlib.Path(ledger).resolve().as_uri()}?mode=ro", uri=True)
    server = subprocess.Popen(
        [sys.executable, "-m", "datasette", folder, "--host", "127.0.0.1", "--port", "0"],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    try:
        for line in server.stderr:
            if found := re.search(r"running on (http://\S+)", line):
                check(found[1], ledger)
                return 0
        print("datasette did not start")
        return 1
    finally:
        # It would wait for connections that a reader keeps open.
        server.kill()
        server.wait()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
