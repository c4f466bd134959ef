import Markup
import Tabular

/// What holds of the reader of XML for every input: the same is told however it comes in, elements
/// that begin end, and what is wrong has a place in the text.
enum XMLLaws {
  /// The laws that an input breaks.
  static func broken(by bytes: [UInt8], chunk: Int) -> [String] {
    let (whole, pieces) = (trace(bytes, chunk: .max), trace(bytes, chunk: chunk))
    var broken: [String] = []
    // Of two things that are wrong Expat tells one, and which of them depends on the pieces.
    if whole.events != pieces.events || (whole.problem == nil) != (pieces.problem == nil) {
      broken.append("pieces of \(chunk) read the same:\n\(pieces)\nnot\n\(whole)")
    }
    return broken + whole.broken + pieces.broken
  }

  private struct Trace {
    var events: [String] = []
    var problem: SourceProblem?
    var broken: [String] = []
  }

  private static func trace(_ bytes: [UInt8], chunk: Int) -> Trace {
    var next = 0
    var limits = XMLLimits()
    limits.depth = 12
    limits.textBytes = 300
    limits.attributes = 5
    let reader = XMLReader(name: "f", limits: limits) { output in
      let count = min(chunk, output.freeCapacity, bytes.count - next)
      for byte in bytes[next..<(next + count)] { output.append(byte, as: UInt8.self) }
      next += count
    }
    var trace = Trace()
    var open = 0
    do {
      while let event = try reader.next() {
        trace.events.append("\(event)")
        switch event {
        case .start(let tag):
          open += 1
          if tag.name.isEmpty || tag.position.column < 1 {
            trace.broken.append("a tag without a place")
          }
        case .text(let text): if text.isEmpty { trace.broken.append("an empty text") }
        case .end: open -= 1
        }
        if open != reader.path.count || open < 0 { trace.broken.append("the path is wrong") }
      }
      if open != 0 { trace.broken.append("an element does not end") }
    } catch let problem as SourceProblem {
      trace.problem = problem
      let lines = bytes.count { $0 == 0x0A || $0 == 0x0D } + 1
      if problem.position.line > lines { trace.broken.append("a place behind the text") }
    } catch {
      trace.broken.append("nothing else is thrown: \(error)")
    }
    return trace
  }
}
