import FlowGraph
import TestSupport

/// Networks written on one line, and drawn at random.
enum Sketch {
  /// The flows of `"a>b 5, b>a ? capital funded firm"`: from, to, amount (`?` for none), then any
  /// of kind, stage, `cancellable` and `firm`. A purchase that is announced when nothing is said.
  static func flows(_ text: String) -> [Flow] {
    text.split(separator: ",").enumerated().map { number, sketch in
      let words = sketch.split { $0 == " " || $0 == ">" || $0 == "\n" }.map(String.init)
      let rest = words.dropFirst(3)
      let isFree = rest.contains("cancellable") ? true : rest.contains("firm") ? false : nil
      return Flow(
        id: "f\(number)", from: words[0], to: words[1],
        kind: rest.lazy.compactMap(FlowKind.init).first ?? .purchase, amount: Int64(words[2]),
        stage: rest.lazy.compactMap(FlowStage.init).first ?? .announced, isCancellable: isFree)
    }
  }

  static func network(_ text: String) throws -> FlowNetwork {
    try FlowNetwork(flows: flows(text))
  }

  /// A network between `parties` parties, where each ordered pair has a flow with a probability.
  static func random(
    parties: Int, density: Double, amounts: ClosedRange<Int64>, seed: UInt64
  ) throws -> FlowNetwork {
    var random = SplitMix64(seed: seed)
    var flows: [Flow] = []
    for from in 0..<parties {
      for to in 0..<parties where from != to {
        guard Double.random(in: 0..<1, using: &random) < density else { continue }
        flows.append(
          Flow(
            id: "\(from)-\(to)", from: name(from), to: name(to),
            kind: Bool.random(using: &random) ? .capital : .purchase,
            amount: Int64.random(in: amounts, using: &random)))
      }
    }
    return try FlowNetwork(flows: flows.shuffled(using: &random))
  }

  /// A name that sorts like its number.
  static func name(_ number: Int) -> String { "p\(1_000_000 + number)" }

  /// The network of domain.md 8, in billions.
  static let deals = """
    nvidia>openai 100 capital, openai>oracle 300, oracle>nvidia 40, openai>nvidia 350,
    openai>amd 100, amd>openai ? capital, nvidia>coreweave 6 capital, openai>coreweave 22,
    coreweave>nvidia 10, nvidia>xai 2 capital, xai>nvidia 20, openai>microsoft 250,
    microsoft>openai 13 capital
    """
}
