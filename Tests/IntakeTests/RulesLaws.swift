import Intake
import Tabular

/// What holds for every rules file and every table: nothing crashes, and what the rules make of a
/// table is a table again, line by line.
enum RulesLaws {
  /// The laws that an input breaks: a rules file, a byte 0, and a table.
  static func broken(by bytes: [UInt8]) -> [String] {
    let parts = bytes.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
    let rulesText = SourceText(bytes: Array(parts[0]), name: "r")
    let rules: TableRules
    do throws(RulesRefused) {
      rules = try RulesReader.read(rulesText)
    } catch {
      let lines = parts[0].split(omittingEmptySubsequences: false) { $0 == 0x0A || $0 == 0x0D }
      let outside = error.problems.filter { $0.position.line > lines.count + 1 }
      return outside.map { "told beyond the end: \($0)" }
        + (error.problems.isEmpty ? ["refused without a reason"] : [])
    }
    return broken(rules, by: parts.count > 1 ? Array(parts[1]) : [])
  }

  /// The laws that a table breaks under rules.
  static func broken(_ rules: TableRules, by bytes: [UInt8]) -> [String] {
    do {
      let sheet = try MappedSheet.input(
        UnpackedInput(name: "t", source: source(bytes)), rules: rules, options: InputOptions())
      var reader = DelimitedReader(
        name: "t", options: sheet.options, origin: sheet.origin, source: sheet.read)
      var broken: [String] = []
      guard case .record = try reader.next() else { return ["there is no header"] }
      let width = reader.record.count
      var last = 0
      while true {
        switch try reader.next() {
        case .end: return broken
        case .rejected(let problems): broken += problems.map { "made a line that is none: \($0)" }
        case .record:
          if reader.record.count != width { broken.append("a row has another width") }
          if reader.record.line <= last { broken.append("lines go back") }
          last = reader.record.line
          let faults = sheet.origin?.faults(line: last) ?? []
          if faults.contains(where: { $0.problem.message.isEmpty }) {
            broken.append("a fault without words")
          }
          for field in 0..<width { _ = reader.record.position(of: field) }
          if sheet.origin?.original(line: last) == nil { broken.append("no original line") }
        }
      }
    } catch {
      // What is refused has a reason.
      return "\(error)".isEmpty ? ["refused without a reason"] : []
    }
  }

  private static func source(_ bytes: [UInt8]) -> (inout OutputRawSpan) throws -> Void {
    var next = 0
    return { output in
      while next < bytes.count, output.freeCapacity > 0 {
        output.append(bytes[next], as: UInt8.self)
        next += 1
      }
    }
  }
}
