-- Derived from the records above, rebuilt by each run for what it touched, never edited by hand.

-- Whom a party is counted with. Parties held to be the same share one identity: of them the first
-- recorded whose kind is known. The others are where the links that hold on the day of the run end,
-- and the identity itself where there are none.
CREATE TABLE party_figure (
  party_id    INTEGER PRIMARY KEY REFERENCES party (id),
  identity_id INTEGER NOT NULL REFERENCES party (id),
  parent_id   INTEGER NOT NULL REFERENCES party (id),
  sponsor_id  INTEGER NOT NULL REFERENCES party (id),
  brand_id    INTEGER NOT NULL REFERENCES party (id)
);
CREATE INDEX party_figure_by_identity ON party_figure (identity_id);

-- A tranche as totals read it, from one row: its size, its ratings at pricing, and the status that
-- stands at the end of all events on record. Statuses that have ended are in state_span. What most
-- totals ask for stands first, since SQLite reads a row from its beginning.
CREATE TABLE tranche_figure (
  tranche_id          INTEGER PRIMARY KEY REFERENCES tranche (id),
  deal_id             INTEGER NOT NULL REFERENCES deal (id),
  issuer_id           INTEGER NOT NULL REFERENCES party (id),
  counted             INTEGER NOT NULL,
  is_debt             INTEGER NOT NULL,
  stage_rank          INTEGER NOT NULL,
  from_on             DATE,
  is_undated          INTEGER NOT NULL,
  is_partly_drawn     INTEGER NOT NULL,
  has_own_states      INTEGER NOT NULL,
  currency            TEXT,
  is_unconverted      INTEGER NOT NULL,
  low_minor           INTEGER,
  high_minor          INTEGER,
  low_usd_minor       INTEGER,
  high_usd_minor      INTEGER,
  cents_per_minor     REAL,
  drawn_minor         INTEGER,
  repaid_minor        INTEGER,
  balance_minor       INTEGER,
  dated_on            DATE,
  dated_until         DATE,
  composite_notch     INTEGER,
  sp_notch            INTEGER,
  moodys_notch        INTEGER,
  fitch_notch         INTEGER,
  dbrs_notch          INTEGER,
  instrument          TEXT    NOT NULL,
  private_by_lender   TEXT    NOT NULL,
  private_by_market   TEXT    NOT NULL,
  private_as_labelled TEXT    NOT NULL,
  rating_level        TEXT,
  amount_usd_minor    INTEGER,
  fx_on               DATE,
  priced_on           DATE,
  priced_until        DATE,
  settled_on          DATE,
  settled_until       DATE
);

-- What the tranche's own rate does not give: parts in a whole deal, and in another currency.
CREATE TABLE participation_figure (
  participation_id INTEGER PRIMARY KEY REFERENCES participation (id),
  dated_on         DATE,
  dated_until      DATE,
  fx_on            DATE,
  cents_per_minor  REAL,
  amount_usd_minor INTEGER,
  low_usd_minor    INTEGER,
  high_usd_minor   INTEGER,
  is_unconverted   INTEGER NOT NULL
);

-- What lenders and investors put into counted tranches that stand as their deal does, once these
-- have reached a stage. Totals of all parts read the index alone, the parts of one lender together.
CREATE TABLE lending_figure (
  participation_id INTEGER PRIMARY KEY REFERENCES participation (id),
  lender_id        INTEGER NOT NULL REFERENCES party (id),
  issuer_id        INTEGER NOT NULL REFERENCES party (id),
  deal_id          INTEGER NOT NULL REFERENCES deal (id),
  stage_rank       INTEGER NOT NULL,
  low_usd_minor    INTEGER,
  high_usd_minor   INTEGER,
  is_undisclosed   INTEGER NOT NULL,
  is_investor      INTEGER NOT NULL,
  is_partly_drawn  INTEGER NOT NULL
);
CREATE INDEX lending_figure_by_lender ON lending_figure (
  lender_id, issuer_id, deal_id, stage_rank, low_usd_minor, high_usd_minor, is_undisclosed,
  is_investor, is_partly_drawn);

-- The debt of a deal in those tranches, and what lenders are named for with an amount.
CREATE TABLE deal_figure (
  deal_id         INTEGER PRIMARY KEY REFERENCES deal (id),
  stage_rank      INTEGER NOT NULL,
  from_on         DATE,
  debt_usd_minor  INTEGER NOT NULL,
  named_usd_minor INTEGER NOT NULL
);

CREATE TABLE leg_figure (
  leg_id             INTEGER PRIMARY KEY REFERENCES contract_leg (id),
  dated_on           DATE,
  dated_until        DATE,
  fx_on              DATE,
  amount_usd_minor   INTEGER,
  low_usd_minor      INTEGER,
  high_usd_minor     INTEGER,
  usd_per_year_minor INTEGER,
  is_unconverted     INTEGER NOT NULL
);

-- The axes by interval, of deals, of contracts, and of tranches that have events of their own; the
-- other tranches have those of their deal.
CREATE TABLE state_span (
  id          INTEGER PRIMARY KEY,
  deal_id     INTEGER REFERENCES deal (id),
  tranche_id  INTEGER REFERENCES tranche (id),
  contract_id INTEGER REFERENCES contract (id),
  from_on     DATE,
  before_on   DATE,
  evidence    TEXT,
  binding     TEXT,
  funding     TEXT,
  stage       TEXT,
  is_undated  INTEGER NOT NULL,
  is_resized      INTEGER NOT NULL DEFAULT 0,
  size_low_minor  INTEGER,
  size_high_minor INTEGER,
  drawn_minor     INTEGER,
  repaid_minor    INTEGER,
  balance_minor   INTEGER,
  CONSTRAINT state_span_is_of_one_record CHECK (
    (deal_id IS NOT NULL) + (tranche_id IS NOT NULL) + (contract_id IS NOT NULL) = 1)
);
CREATE INDEX state_span_by_deal ON state_span (deal_id) WHERE deal_id IS NOT NULL;
CREATE INDEX state_span_by_tranche ON state_span (tranche_id) WHERE tranche_id IS NOT NULL;
CREATE INDEX state_span_by_contract ON state_span (contract_id) WHERE contract_id IS NOT NULL;
CREATE INDEX state_span_by_end ON state_span (before_on) WHERE before_on IS NOT NULL;

-- The records that rest on an unresolved contradiction: of a tranche its amounts, days and status
-- ("figure"), its ratings, or whether it is private credit.
CREATE TABLE contested_figure (
  record_kind TEXT    NOT NULL,
  record_id   INTEGER NOT NULL,
  bearing     TEXT    NOT NULL
);
CREATE UNIQUE INDEX contested_figure_by_record
  ON contested_figure (record_kind, bearing, record_id);
