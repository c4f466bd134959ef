import Ledger

/// What each leg of a contract is for, where the document does not say.
enum LegPurposes {
  /// Kinds of contract whose cash buys a share of the other side, or stands in for it.
  private static let capitalKinds: Set<String> = [
    "equity_investment", "acquisition", "warrant", "lease_guarantee", "loan_guarantee",
    "residual_value_guarantee", "completion_guarantee", "joint_venture",
  ]

  /// Fills in the purposes that are missing.
  ///
  /// Cash follows the contract's kind, but cash against the customer's own is capital. Chips,
  /// compute, power and space are things. A guarantee is capital. Equity and options are what
  /// capital buys, hence things, in an investment or where capital runs the other way; otherwise
  /// the supplier gives them to win a customer, and they are capital.
  static func derive(_ legs: inout [ContractLeg], kind: String) {
    let isCapital = capitalKinds.contains(kind)
    let customer =
      (legs.first { $0.purpose == "purchase" } ?? legs.first { $0.what == "cash" }
      ?? legs.first)?.payer
    for index in legs.indices where legs[index].purpose == nil {
      switch legs[index].what {
      case "cash":
        legs[index].purpose = isCapital || legs[index].payer != customer ? "capital" : "purchase"
      case "guarantee": legs[index].purpose = "capital"
      case "chips", "compute", "power", "space": legs[index].purpose = "thing"
      default: continue
      }
      legs[index].purposeIsDerived = true
    }
    for index in legs.indices where legs[index].purpose == nil {
      let leg = legs[index]
      let isBought = legs.contains {
        $0.what == "cash" && $0.purpose == "capital" && $0.payer == leg.payee
          && $0.payee == leg.payer
      }
      legs[index].purpose = isCapital || isBought ? "thing" : "capital"
      legs[index].purposeIsDerived = true
    }
  }
}
