#!/usr/bin/env python3
"""Rounds and cores of a large network, against networkx with the same flows.

Usage: DEALS=path Benchmarks/network.py [PARTIES FLOWS]      10,000 and 100,000 by default

Makes a ledger of random flows, asks `deals network` and then networkx (`pip install networkx`) for
the strongly connected cores and for all rounds of at most four legs. Times are of whole processes
on our side, and of the algorithm alone, without reading, on the other, which is stopped after
five minutes.
"""

import csv
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

LIMIT = 300
NEBULA = json.dumps({
    "party_kind": "unknown", "key": "nebula", "name": "Nebula", "sources": ["ecb-reference-rates"]})


def fill(path, parties, flows):
    """Adds flows as another tool would; the next import derives what follows from them."""
    chance = random.Random(7)
    ledger = sqlite3.connect(path)
    source = ledger.execute("SELECT MIN(id) FROM source").fetchone()[0]
    base = ledger.execute("SELECT MAX(id) FROM party").fetchone()[0]
    ledger.executemany(
        "INSERT INTO party (id, key, name, kind, source_id) VALUES (?, ?, ?, 'unknown', ?)",
        ((base + i, f"net-{i}", f"Net {i}", source) for i in range(1, parties + 1)))
    first = (ledger.execute("SELECT MAX(id) FROM contract").fetchone()[0] or 0) + 1
    for contract in range(first, first + flows):
        giver, taker = chance.sample(range(1, parties + 1), 2)
        is_capital = chance.random() < 0.3
        ledger.execute(
            "INSERT INTO contract (id, key, name, kind, source_id) VALUES (?, ?, ?, ?, ?)",
            (contract, f"net/c{contract}", f"Contract {contract}",
             "equity_investment" if is_capital else "compute_purchase", source))
        ledger.execute(
            "INSERT INTO contract_leg (key, contract_id, payer_id, payee_id, what, purpose,"
            " amount_minor, qualifier, currency, source_id)"
            " VALUES (?, ?, ?, ?, 'cash', ?, ?, 'exact', 'USD', ?)",
            (f"net/c{contract}/l1", contract, base + giver, base + taker,
             "capital" if is_capital else "purchase", chance.randrange(1, 10_000) * 10_000_000,
             source))
        ledger.execute(
            "INSERT INTO event (key, contract_id, kind, occurred_on, occurred_until, evidence,"
            " binding, source_id) VALUES (?, ?, 'signed', '2025-06-02', '2025-06-02', 'filed',"
            " 'definitive', ?)", (f"net/c{contract}/e1", contract, source))
    ledger.commit()


def timed(what, *command, **options):
    start = time.monotonic()
    done = subprocess.run(command, check=True, capture_output=True, text=True, **options)
    print(f"{what}: {time.monotonic() - start:.2f} s")
    return done.stdout


def networkx_times(flows):
    import networkx
    graph = networkx.DiGraph()
    for row in csv.DictReader(flows.splitlines()):
        graph.add_edge(row["from_key"], row["to_key"])
    start = time.monotonic()
    cores = [core for core in networkx.strongly_connected_components(graph) if len(core) > 1]
    print(f"networkx, {len(cores)} cores of one step: {time.monotonic() - start:.2f} s")
    signal.signal(signal.SIGALRM, lambda *_: sys.exit(f"networkx, rounds: not in {LIMIT} s"))
    signal.alarm(LIMIT)
    start = time.monotonic()
    rounds = sum(1 for _ in networkx.simple_cycles(graph, length_bound=4))
    print(f"networkx, {rounds} rounds: {time.monotonic() - start:.2f} s")


def main():
    parties, flows = [int(word) for word in sys.argv[1:]] or (10_000, 100_000)
    deals = os.environ["DEALS"]
    with tempfile.TemporaryDirectory() as folder:
        ledger = os.path.join(folder, "network.sqlite")
        subprocess.run([deals, "init", "--quiet", "--ledger", ledger], check=True)
        fill(ledger, parties, flows)
        timed("figures of what was added", deals, "import", "--quiet", "--ledger", ledger, "-",
              input=NEBULA)
        network = [deals, "network"]
        rest = ["--quiet", "--format", "csv", "--ledger", ledger]
        timed("deals network core, four steps", *network, "core", *rest)
        found = timed("deals network cycles", *network, "cycles", "--length", "4", "--limit",
                      "10000000", *rest)
        print(f"  {len(found.splitlines()) - 1} rounds of at most four legs")
        flows = subprocess.run(
            [deals, "query", "party-flows", *rest], check=True, capture_output=True, text=True)
        networkx_times(flows.stdout)


main()
