"""Reads `deals export graphml` with networkx and holds it against the ledger.

Usage: check_graph.py FILE LEDGER

Exits 77 where networkx is not installed.
"""

import pathlib
import sqlite3
import sys

try:
    import networkx
except ImportError:
    print("networkx is not installed")
    sys.exit(77)


def main(file, ledger):
    graph = networkx.read_graphml(file, force_multigraph=True)
    ledger = sqlite3.connect(f"{pathlib.Path(ledger).resolve().as_uri()}?mode=ro", uri=True)
    flows = ledger.execute(
        """SELECT flow_key, from_key, to_key, amount_usd, counted, from_party, source, contingent,
             starts_on, currency FROM flows""").fetchall()
    edges = {key: (here, there, data) for here, there, key, data in
             graph.edges(keys=True, data=True)}
    assert len(edges) == len(flows) > 100, f"{len(edges)} edges, {len(flows)} flows"
    for key, *flow in flows:
        here, there, data = edges[key]
        found = [here, there, data.get("amount_usd"), int(data["counted"]), data["from_party"],
                 data["source"], data.get("contingent"), data.get("starts_on"),
                 data.get("currency")]
        flow[6] = None if flow[6] is None else bool(flow[6])
        assert found == flow, f"{key}: {found}, {flow}"
    parties = dict(ledger.execute("SELECT party_key, party FROM parties").fetchall())
    for key, data in graph.nodes(data=True):
        assert data["party"] == parties[key], key
    assert "country" in graph.nodes["openai"] and graph.graph["ledger"]
    print(f"{len(graph)} nodes, {len(edges)} edges")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
