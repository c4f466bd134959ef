"""Makes published files of the sizes that are measured: the same bytes each time.

Usage: published.py rates|holdings|facts

    rates     reference rates as the European Central Bank has them: 7,090 days, 32 of 41 currencies
    holdings  a report of a fund on Form N-PORT: 1,700 holdings with sound identifiers
    facts     a company's figures as the SEC has them: 8,000 in 24 filings
"""

import datetime
import json
import random
import sys

CURRENCIES = (
    "USD JPY BGN CYP CZK DKK EEK GBP HUF LTL LVL MTL PLN ROL RON SEK SIT SKK CHF ISK NOK HRK RUB "
    "TRL TRY AUD BRL CAD CNY HKD IDR ILS INR KRW MXN MYR NZD PHP SGD THB ZAR").split()


def rates(chance):
    print("Date," + ",".join(CURRENCIES) + ",")
    units = {code: chance.uniform(0.5, 200) for code in CURRENCIES}
    gone = set(CURRENCIES[2:4] + CURRENCIES[6:7] + CURRENCIES[9:12] + CURRENCIES[16:18])
    # What ships begins in 2023: none of these is a correction.
    day, count = datetime.date(2022, 12, 30), 0
    while count < 7090:
        if day.weekday() < 5:
            count += 1
            cells = []
            for code in CURRENCIES:
                units[code] *= chance.uniform(0.99, 1.01)
                cells.append("N/A" if code in gone else f"{units[code]:.6g}")
            print(f"{day},{','.join(cells)},")
        day -= datetime.timedelta(1)


def doubled(text):
    """The check digit of a CUSIP."""
    total = 0
    for place, letter in enumerate(text):
        value = int(letter, 36) * (1 + place % 2)
        total += value // 10 + value % 10
    return str(-total % 10)


def isin(text):
    """The check digit of an ISIN."""
    digits = "".join(str(int(letter, 36)) for letter in text)
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 - place % 2)
        total += value // 10 + value % 10
    return str(-total % 10)


def lei(text):
    digits = "".join(str(int(letter, 36)) for letter in text + "00")
    return f"{text}{98 - int(digits) % 97:02}"


def holdings(chance):
    letters = "BCDFGHJKLMNPQRSTVWXZ0123456789"

    def code(length):
        return "".join(chance.choice(letters) for _ in range(length))

    print('\n<?xml version="1.0" encoding="UTF-8"?><edgarSubmission '
          'xmlns="http://www.sec.gov/edgar/nport"><headerData>'
          '<submissionType>NPORT-P</submissionType></headerData><formData><genInfo>'
          '<regName>Measured Trust</regName><regCik>0000999999</regCik>'
          '<seriesName>Measured Income Fund</seriesName><seriesId>S000099999</seriesId>'
          f'<seriesLei>{lei("549300MEASUREDFUND")}</seriesLei><repPdEnd>2026-12-31</repPdEnd>'
          '<repPdDate>2026-09-30</repPdDate></genInfo><fundInfo><netAssets>900000000</netAssets>'
          '</fundInfo><invstOrSecs>')
    for number in range(1700):
        cusip = code(6) + code(2)
        cusip += doubled(cusip)
        country = "US" + cusip
        known = lei("549300" + code(12)) if number % 3 else "N/A"
        print(f"""<invstOrSec>
  <name>Issuer {number // 2} Corp</name>
  <lei>{known}</lei>
  <title>ISSUER {number // 2} {number % 9}.125 06/15/20{27 + number % 20}</title>
  <cusip>{cusip}</cusip>
  <identifiers>
    <isin value="{country}{isin(country)}"/>
    <other otherDesc="Internal" value="{cusip[:8]}"/>
  </identifiers>
  <balance>{chance.randrange(1, 9000) * 1000}.000000000000</balance>
  <units>PA</units>
  <curCd>USD</curCd>
  <valUSD>{chance.uniform(1e3, 9e6):.2f}0000000000</valUSD>
  <pctVal>{chance.uniform(0, 1):.10f}</pctVal>
  <payoffProfile>Long</payoffProfile>
  <assetCat>DBT</assetCat>
  <issuerCat>CORP</issuerCat>
  <invCountry>US</invCountry>
  <isRestrictedSec>N</isRestrictedSec>
  <fairValLevel>2</fairValLevel>
  <debtSec>
    <maturityDt>20{27 + number % 20}-06-15</maturityDt>
    <couponKind>Fixed</couponKind>
    <annualizedRt>{number % 9}.125000000000</annualizedRt>
    <isDefault>N</isDefault>
    <areIntrstPmntsInArrs>N</areIntrstPmntsInArrs>
    <isPaidKind>N</isPaidKind>
  </debtSec>
  <securityLending><isCashCollateral>N</isCashCollateral></securityLending>
</invstOrSec>""")
    print("</invstOrSecs></formData></edgarSubmission>")


def facts(chance):
    """Each figure stands in its quarter's filing and in that of a year later, some restated."""
    concepts = {}
    for number in range(167):
        values = []
        for quarter in range(24):
            end = datetime.date(2020 + quarter // 4, 3 * (quarter % 4) + 3, 28)
            value = chance.randrange(10**6, 10**10)
            for later in (0, 4):
                filed = end + datetime.timedelta(35 + 91 * later)
                if later and chance.randrange(40) == 0:
                    value += 12345
                values.append({
                    "start": str(end - datetime.timedelta(89)), "end": str(end), "val": value,
                    "accn": f"0000999999-{filed.year % 100}-{filed.timetuple().tm_yday:06}",
                    "fy": filed.year, "fp": f"Q{quarter % 4 + 1}", "form": "10-Q",
                    "filed": str(filed)})
        concepts[f"MeasuredConcept{number}"] = {
            "label": f"Measured concept {number}", "description": "What is measured. " * 12,
            "units": {"USD": values}}
    json.dump({"cik": 999999, "entityName": "Measured Inc.", "facts": {"us-gaap": concepts}},
              sys.stdout, indent=2)


{"rates": rates, "holdings": holdings, "facts": facts}[sys.argv[1]](random.Random(1))
