/// A published rate or yield that another is given over. The raw value is its code in documents and
/// in the file, list `benchmark`.
public enum RateBenchmark: String, Sendable, CaseIterable {
  /// Secured Overnight Financing Rate, US dollars.
  case sofr = "SOFR"
  /// Euro Interbank Offered Rate.
  case euribor = "EURIBOR"
  /// Euro short-term rate, of the ECB.
  case estr = "ESTR"
  /// Sterling Overnight Index Average.
  case sonia = "SONIA"
  /// Stockholm Interbank Offered Rate.
  case stibor = "STIBOR"
  /// Norwegian Interbank Offered Rate.
  case nibor = "NIBOR"
  /// Copenhagen Interbank Offered Rate.
  case cibor = "CIBOR"
  /// Tokyo Overnight Average Rate.
  case tona = "TONA"
  /// Tokyo Interbank Offered Rate.
  case tibor = "TIBOR"
  /// Swiss Average Rate Overnight.
  case saron = "SARON"
  /// Canadian Overnight Repo Rate Average.
  case corra = "CORRA"
  /// Hong Kong Interbank Offered Rate.
  case hibor = "HIBOR"
  /// Bank Bill Swap Rate, Australian dollars; not its bid side, BBSY.
  case bbsw = "BBSW"
  /// London Interbank Offered Rate, ended in 2023 and 2024.
  case libor = "LIBOR"
  /// US federal funds rate or an end of its target range.
  case fedFunds = "fed_funds"
  /// Prime rate of US banks.
  case prime
  /// Yield of the US Treasury security of the same maturity.
  case treasury
  /// Mid swap rate of the same maturity and currency.
  case midSwap = "mid_swap"
  /// Yield of the German federal bond of the same maturity.
  case bund
  /// Yield of the British government bond of the same maturity.
  case gilt
  /// A benchmark that the text does not name.
  case referenceRate = "reference_rate"

  /// Whether a spread over it fixes the rate once, at pricing, rather than for each period.
  public var isYield: Bool {
    switch self {
    case .treasury, .midSwap, .bund, .gilt: true
    default: false
    }
  }

  /// The name as it is printed.
  public var name: String {
    switch self {
    case .estr: "€STR"
    case .fedFunds: "fed funds"
    case .prime: "prime rate"
    case .treasury: "Treasuries"
    case .midSwap: "mid swaps"
    case .bund: "Bunds"
    case .gilt: "gilts"
    case .referenceRate: "a reference rate not named"
    default: rawValue
    }
  }
}
