"""Reads a generated sheet on its own and says what a ledger must hold of it.

Usage: expected.py SHEET                  prints what it finds as JSON
       expected.py FOUND BEFORE AFTER     holds that, in a file, against a ledger as it was before
                                          the import and as it is after it; exits 1 if they differ

It shares nothing with the program: it has Python's csv module and decimal numbers, and tables of
words and grades of its own. Exchange rates come from Seeds/reference/ecb-rates.csv.
"""

import bisect
import collections
import csv
import datetime
import decimal
import json
import pathlib
import re
import sqlite3
import sys

INSTRUMENTS = {"private_credit": "loan", "vendor_financing": "loan", "abs": "asset_backed",
               "cmbs": "securitisation", "gpu_lease": "lease", "revolver": "revolving_credit"}
SECURITIES = {"bond", "convertible", "securitisation", "asset_backed"}
NOT_DEBT = {"lease", "equity"}
BINDING = {"rumoured": "non_binding", "announced": "conditional", "priced": "definitive",
           "closed": "definitive", "withdrawn": "terminated"}
SP = "AAA AA+ AA AA- A+ A A- BBB+ BBB BBB- BB+ BB BB- B+ B B- CCC+ CCC".split()
MOODYS = "Aaa Aa1 Aa2 Aa3 A1 A2 A3 Baa1 Baa2 Baa3 Ba1 Ba2 Ba3 B1 B2 B3 Caa1 Caa2".split()
SCALES = (("sp_rating", SP), ("moodys_rating", MOODYS), ("fitch_rating", SP))
# After the last day a sheet can have, so that the day of the test does not matter.
AS_OF = "2026-12-31"


def minor(text, currency):
    """An amount in minor units, rounded half to even where the currency has none so small."""
    plain = text.replace("\u00a0", "").replace(" ", "").replace(",", ".")
    scaled = decimal.Decimal(plain).scaleb(0 if currency == "JPY" else 2)
    return int(scaled.quantize(decimal.Decimal(1), rounding=decimal.ROUND_HALF_EVEN))


class Rates:
    """US cents for one minor unit, at the last rate of the seven days up to a day."""

    def __init__(self):
        seeds = pathlib.Path(__file__).resolve().parent.parent / "Seeds/reference/ecb-rates.csv"
        with open(seeds, encoding="utf-8", newline="") as file:
            self.rows = sorted(csv.DictReader(file), key=lambda row: row["Date"])
        self.days = [row["Date"] for row in self.rows]
        self.known = {}

    def of(self, currency, day):
        if (currency, day) not in self.known:
            self.known[currency, day] = self.found(currency, day)
        return self.known[currency, day]

    def found(self, currency, day):
        if currency == "USD":
            return 1.0
        index = bisect.bisect_right(self.days, day) - 1
        earliest = datetime.date.fromisoformat(day) - datetime.timedelta(days=7)
        if index < 0 or self.days[index] < earliest.isoformat():
            return None
        row = self.rows[index]
        own = 1.0 if currency == "EUR" else float(row[currency])
        return float(row["USD"]) * 100 / own / (1 if currency == "JPY" else 100)


def composite(notches):
    """One rating, that one; several, the second best."""
    ordered = sorted(notches)
    return ordered[min(1, len(ordered) - 1)] if ordered else None


class Sheet:
    """What stands in a sheet, counted."""

    def __init__(self, path):
        self.rates = Rates()
        self.counts = collections.Counter()
        self.sums = collections.Counter()
        self.deals, self.tranches, self.names, self.sources = {}, {}, set(), set()
        with open(path, encoding="utf-8", newline="") as file:
            for line in csv.DictReader(file):
                self.take(line)
        self.counts.update(source=len(self.sources), party=len(self.names))
        self.counts.update(party_name=len(self.names))
        for table in ("deal", "event", "accounting_treatment", "state_span"):
            self.counts[table] = len(self.deals)
        for table in ("tranche", "tranche_figure"):
            self.counts[table] = len(self.tranches)
        for name, count in self.counts.items():
            self.sums[f"rows of {name}"] = count

    def take(self, line):
        self.names |= {line["issuer"], line["lender"]}
        deal = self.deals.get(line["deal_id"])
        if deal is None:
            deal = self.deals[line["deal_id"]] = self.deal(line)
        key = (line["deal_id"], line["tranche"])
        if key not in self.tranches:
            self.tranches[key] = None
            self.tranche(line, deal)
        self.counts["participation"] += 1
        currency = line["currency"]
        amount = minor(line["commitment_amount"], currency)
        kind = self.instrument(line)
        self.sums[f"participation {currency} minor"] += amount
        self.sums[f"participation measured {self.measure(kind, deal)}"] += 1

    @staticmethod
    def instrument(line):
        return INSTRUMENTS.get(line["instrument"], line["instrument"])

    def deal(self, line):
        self.sources.add(line["source_url"])
        status, kind = line["status"], self.instrument(line)
        binding = BINDING[status]
        settles = status == "closed" and kind in ("bond", "convertible", "securitisation")
        funding = "drawn" if settles else "unknown"
        rank = {"conditional": 1, "definitive": 4 if funding == "drawn" else 2}.get(binding, 0)
        self.sums[f"deals of kind {kind}"] += 1
        self.sums[f"deals {binding} {funding}"] += 1
        self.sums[f"deals treated {line['balance_sheet']}"] += 1
        self.sums["letters of quotes"] += len(line["quote"])
        return status, binding, funding, rank

    @staticmethod
    def measure(kind, deal):
        status, binding, funding, _ = deal
        if status == "rumoured":
            return "ceiling"
        if kind == "lease":
            return "contract_value"
        if kind == "equity":
            return "paid" if funding == "drawn" else "committed"
        if kind in SECURITIES:
            return "priced" if binding == "definitive" else "ceiling"
        return "committed"

    def tranche(self, line, deal):
        currency, kind, rank = line["currency"], self.instrument(line), deal[3]
        amount = minor(line["amount"], currency)
        rate = self.rates.of(currency, line["announced_on"])
        cents = None if rate is None else int(amount * rate + 0.5)
        notches = [scale.index(line[column]) + 1 for column, scale in SCALES
                   if line[column] not in ("", "NR")]
        self.counts["rating_action"] += len(notches)
        notch = composite(notches)
        bucket = "unrated" if notch is None else "investment_grade" if notch <= 10 else "high_yield"
        sums = self.sums
        sums[f"tranche {currency} minor"] += amount
        sums[f"tranches of {kind}"] += 1
        sums[f"tranches measured {self.measure(kind, deal)}"] += 1
        sums["tranche US cents"] += cents or 0
        sums["tranches without a rate"] += cents is None
        sums["notches"] += sum(notches)
        sums["composite notches"] += notch or 0
        coupon = line["coupon_pct"].replace(",", ".")
        sums["coupons, in basis points"] += int(decimal.Decimal(coupon or 0) * 100)
        sums["spreads"] += int(line["spread_bps"] or 0)
        sums["days to maturity"] += datetime.date.fromisoformat(line["maturity_on"]).toordinal()
        sums[f"tranches at stage {rank}"] += 1
        sums[f"tranches labelled {line['market']}"] += 1
        if kind not in NOT_DEBT:
            sums["debt, US cents"] += cents or 0
        if kind == "bond" and rank >= 2:
            sums[f"junk-bond-share {bucket} tranches"] += 1
            sums[f"junk-bond-share {bucket} US cents"] += cents or 0
        if kind not in NOT_DEBT and rank >= 1:
            answer = {"private": "yes", "public": "no"}[line["market"]]
            sums[f"private-credit-total {answer} tranches"] += 1
            sums[f"private-credit-total {answer} US cents"] += cents or 0


# What the ledger says of the same, by name; {0} stands for the first column.
LEDGER = {
    "participation {0} minor": """SELECT currency, SUM(amount_minor)
        FROM new_participation GROUP BY 1""",
    "participation measured {0}": "SELECT measure, COUNT(*) FROM new_participation GROUP BY 1",
    "deals of kind {0}": "SELECT kind, COUNT(*) FROM new_deal GROUP BY 1",
    "deals {0}": "SELECT binding || ' ' || funding, COUNT(*) FROM new_event GROUP BY 1",
    "deals treated {0}": """SELECT CASE treatment WHEN 'consolidated' THEN 'on' ELSE 'off' END,
        COUNT(*) FROM new_accounting_treatment GROUP BY 1""",
    "letters of quotes": "SELECT '', SUM(length(quote)) FROM new_deal",
    "tranche {0} minor": "SELECT currency, SUM(amount_minor) FROM new_tranche GROUP BY 1",
    "tranches of {0}": "SELECT instrument, COUNT(*) FROM new_tranche GROUP BY 1",
    "tranches measured {0}": "SELECT measure, COUNT(*) FROM new_tranche GROUP BY 1",
    "coupons, in basis points": """SELECT '', SUM(CAST(round(100 * coupon_pct) AS INTEGER))
        FROM new_tranche""",
    "spreads": "SELECT '', CAST(SUM(spread_bps) AS INTEGER) FROM new_tranche",
    "tranches labelled {0}": """SELECT CASE private_label WHEN 'yes' THEN 'private'
        ELSE 'public' END, COUNT(*) FROM new_tranche GROUP BY 1""",
    "days to maturity": """SELECT '', CAST(SUM(julianday(matures_on) - 1721424.5) AS INTEGER)
        FROM new_tranche""",
    "tranche US cents": "SELECT '', SUM(amount_usd_minor) FROM new_tranche_figure",
    "tranches without a rate": "SELECT '', SUM(is_unconverted) FROM new_tranche_figure",
    "debt, US cents": "SELECT '', SUM(amount_usd_minor) FROM new_tranche_figure WHERE is_debt = 1",
    "notches": """SELECT '', SUM(coalesce(sp_notch, 0) + coalesce(moodys_notch, 0)
        + coalesce(fitch_notch, 0)) FROM new_tranche_figure""",
    "composite notches": "SELECT '', SUM(composite_notch) FROM new_tranche_figure",
    "tranches at stage {0}": "SELECT stage_rank, COUNT(*) FROM new_tranche_figure GROUP BY 1",
}
RECORDS = ("source", "party", "party_name", "deal", "tranche", "participation", "event",
           "accounting_treatment", "rating_action")
DERIVED = {"tranche_figure": "tranche_id IN (SELECT id FROM new_tranche)",
           "state_span": "deal_id IN (SELECT id FROM new_deal)"}


def opened(path):
    return sqlite3.connect(f"{pathlib.Path(path).resolve().as_uri()}?mode=ro", uri=True)


def added(ledger):
    """What the last run added to a ledger."""
    tables = {name: "run_id = (SELECT MAX(id) FROM import_run)" for name in RECORDS} | DERIVED
    found = {}
    for name, condition in tables.items():
        ledger.execute(f"CREATE TEMP VIEW new_{name} AS SELECT * FROM {name} WHERE {condition}")
        count = ledger.execute(f"SELECT COUNT(*) FROM new_{name}").fetchone()[0]
        found[f"rows of {name}"] = count
    for name, sql in LEDGER.items():
        found |= {name.format(row[0]): row[1] for row in ledger.execute(sql)}
    return found


def answers(ledger):
    """What the saved queries say: tranches, and their amount in US dollars."""
    def rows(name):
        sql = ledger.execute("SELECT sql FROM saved_query WHERE name = ?", (name,)).fetchone()[0]
        parameters = dict.fromkeys(re.findall(r":([a-z_]+)", sql)) | {"as_of": AS_OF}
        cursor = ledger.execute(sql, parameters)
        columns = [column[0] for column in cursor.description]
        return [dict(zip(columns, row)) for row in cursor]

    junk = {f"junk-bond-share {row['bucket']}": (row["tranches"], row["face_high"])
            for row in rows("junk-bond-share")}
    private = {f"private-credit-total {row['is_private']}": (row["tranches"], row["announced_high"])
               for row in rows("private-credit-total") if row["definition"] == "as_labelled"}
    return junk | {name: private[name] for name in private if name.endswith((" yes", " no"))}


def asked(expected, before, after):
    """What the saved queries must say after the import, and what they say. Amounts are compared as
    the queries give them, as a double: from 90,000 bn dollars on it does not hold every cent."""
    then, now = answers(before), answers(after)
    must, found = {}, {}
    for name, (tranches, dollars) in now.items():
        were, was = then.get(name, (0, 0))
        cents = round(100 * was) + expected.pop(f"{name} US cents", 0)
        must |= {f"{name} tranches": were + expected.pop(f"{name} tranches", 0),
                 f"{name} dollars": cents * 1.0 / 100}
        found |= {f"{name} tranches": tranches, f"{name} dollars": dollars}
    return must, found


def differences(expected, before, after):
    before, after = opened(before), opened(after)
    must, found = asked(expected, before, after)
    must, found = expected | must, added(after) | found
    return [f"{name}: the sheet says {must.get(name, 0)}, the ledger {found.get(name, 0)}"
            for name in sorted(must.keys() | found.keys())
            if must.get(name, 0) != (found.get(name) or 0)]


def main(arguments):
    if len(arguments) == 1:
        print(json.dumps(Sheet(arguments[0]).sums, indent=1, sort_keys=True))
        return 0
    with open(arguments[0], encoding="utf-8") as file:
        expected = json.load(file)
    found = differences(expected, *arguments[1:])
    print("\n".join(found) or "all counts and sums are as the sheet has them")
    return 1 if found else 0


if __name__ == "__main__":
    if len(sys.argv) not in (2, 4):
        sys.exit("usage: expected.py SHEET | expected.py FOUND BEFORE AFTER")
    sys.exit(main(sys.argv[1:]))
