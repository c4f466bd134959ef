"""Prints what Python's own readers find in a published file: read_published.py FILE."""

import csv
import datetime
import decimal
import json
import sys
import xml.etree.ElementTree as ElementTree

path = sys.argv[1]
sys.stdout.reconfigure(encoding="utf-8")


def given(text):
    text = (text or "").strip()
    return None if text.lower() in ("", "n/a", "na", "none", "null", "-", "--") else text


def identifier(text):
    text = given(text)
    return None if text and set(text) in ({"0"}, {"x"}, {"X"}) else text


def number(text):
    text = given(text)
    if text is None:
        return None
    value = format(decimal.Decimal(text).normalize(), "f")
    return "0" if value == "-0" else value


def show(*values):
    print("|".join("" if value is None else str(value) for value in values))


def nport():
    with open(path, encoding="utf-8") as file:
        root = ElementTree.fromstring(file.read().strip().encode())
    for element in root.iter():
        element.tag = element.tag.split("}")[-1]
    general, fund = root.find("formData/genInfo"), root.find("formData/fundInfo")
    show(given(general.findtext("regName")), given(general.findtext("seriesName")),
         given(general.findtext("repPdDate")), number(fund.findtext("netAssets")))
    for holding in root.iterfind("formData/invstOrSecs/invstOrSec"):
        def text(name):
            return given(holding.findtext(name))
        def attribute(place, name):
            element = holding.find(place)
            return None if element is None else element.get(name)
        flags = [text("debtSec/" + name) for name in ("isDefault", "areIntrstPmntsInArrs")]
        show(text("name"), identifier(holding.findtext("lei")), text("title"),
             identifier(holding.findtext("cusip")), identifier(attribute("identifiers/isin", "value")),
             number(holding.findtext("balance")), text("units"), text("curCd"),
             number(holding.findtext("valUSD")), number(holding.findtext("pctVal")),
             text("payoffProfile"), text("assetCat") or attribute("assetConditional", "assetCat"),
             text("issuerCat") or attribute("issuerConditional", "issuerCat"), text("invCountry"),
             text("isRestrictedSec"), text("fairValLevel"), text("debtSec/maturityDt"),
             holding.findtext("debtSec/couponKind"),
             number(holding.findtext("debtSec/annualizedRt")), *flags)


def facts():
    with open(path, encoding="utf-8") as file:
        root = json.load(file, parse_float=decimal.Decimal)
    show(f"{int(root['cik']):010}", root["entityName"])
    for taxonomy, concepts in root["facts"].items():
        for concept, content in concepts.items():
            for unit, values in content["units"].items():
                for value in values:
                    show(taxonomy, concept, unit, number(str(value["val"])), value.get("start"),
                         value["end"], value["accn"], value["fy"], value["fp"], value["form"],
                         value["filed"], value.get("frame"))


def rates():
    with open(path, encoding="utf-8", newline="") as file:
        header, *lines = csv.reader(file)
    for line in lines:
        day = line[0]
        if "-" not in day:
            day = datetime.datetime.strptime(day, "%d %B %Y").date()
        for code, rate in zip(header[1:], line[1:]):
            if given(code) and given(rate):
                show(day, code.strip(), number(rate))


{"xml": nport, "json": facts, "csv": rates}[path.rsplit(".", 1)[1]]()
