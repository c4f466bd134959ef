import Ledger

/// What the members of each kind of record are called in documents, where that is not what their
/// columns are called, and which columns the place in the document says.
struct DocumentForms {
  let source = RecordMembers(
    Source.self,
    names: ["kind": "source_kind", "published": "published_on", "retrieved": "retrieved_on"])
  let party = RecordMembers(Party.self, names: ["kind": "party_kind"])
  let partyName = RecordMembers(PartyNameRecord.self, hidden: ["party", "folded"])
  let partyIdentifier = RecordMembers(PartyIdentifier.self, hidden: ["party"])
  let partyLink = RecordMembers(
    PartyLink.self, names: ["to_party": "party", "kind": "link"], hidden: ["from_party"])
  let asset = RecordMembers(Asset.self, names: ["kind": "asset_kind"])
  let holding = RecordMembers(Holding.self, names: ["matures": "matures_on"])
  let theme = RecordMembers(Theme.self, names: ["stated": "stated_on"])
  let themeMember = RecordMembers(ThemeMember.self, hidden: ["theme"])

  let deal = RecordMembers(Deal.self, names: ["country": "issuer_country"])
  let tranche = RecordMembers(
    Tranche.self,
    names: [
      "joins_tranche": "joins", "matures": "matures_on", "first_call": "first_call_on",
      "stated_tenor_years": "tenor_years",
    ], hidden: ["deal"])
  let identifier = RecordMembers(InstrumentIdentifier.self, hidden: ["tranche"])
  let participation = RecordMembers(Participation.self, hidden: ["deal", "tranche", "party"])
  let treatment = RecordMembers(AccountingTreatment.self)
  let link = RecordMembers(
    DealLink.self,
    hidden: ["kind", "from_deal", "from_contract", "to_deal", "to_contract"])
  let event = RecordMembers(
    Event.self, names: ["occurred": "on"], hidden: ["kind", "deal", "tranche", "contract"])
  let rating = RecordMembers(
    RatingAction.self, names: ["kind": "rating_kind", "acted": "date"],
    hidden: ["agency", "deal", "tranche"])
  let term = RecordMembers(Term.self, hidden: ["kind", "deal", "tranche", "contract"])
  let repayment = RecordMembers(RepaymentRecord.self, hidden: ["basis", "deal", "tranche"])
  let pledge = RecordMembers(Pledge.self, hidden: ["kind", "deal", "tranche"])
  let milestone = RecordMembers(Milestone.self, hidden: ["kind", "deal", "contract"])

  let contract = RecordMembers(
    Contract.self,
    names: ["starts": "starts_on", "ends": "ends_on", "years": "term_years"])
  let leg = RecordMembers(
    ContractLeg.self, names: ["payer": "from", "payee": "to"], hidden: ["contract"])
  let statistic = RecordMembers(
    Observation.self,
    names: ["stated": "stated_on"],
    hidden: [
      "parent", "value", "value_low", "value_high", "amount", "amount_low", "amount_high",
      "stated_by", "metric", "notes",
    ])
  let claim = RecordMembers(
    Claim.self,
    hidden: [
      "attribute", "record_table", "record_id", "period_first_on", "period_last_on",
      "disputes_claim",
    ])
}
