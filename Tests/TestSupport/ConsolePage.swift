public import Foundation

/// A page in Markdown that a reader follows from top to bottom: files to save, and commands with
/// what they print.
///
/// A block after the words "save this as `FILE`:" is that file. A block of `console` holds lines
/// `$ COMMAND`, continued by lines `> …`, each followed by what it prints.
public struct ConsolePage {
  private var parts: [String]

  /// The page as it stands.
  public init(_ text: String) {
    parts = text.components(separatedBy: "```")
  }

  /// The page with what its commands print now, run by one `bash` in a folder, which finds `deals`.
  ///
  /// What differs from one run to the next (moments, hashes) stays as the page has it.
  ///
  /// - Parameter launcher: a command that runs the one that follows it, for pages that need more
  ///   around them than a folder.
  public func done(in folder: URL, launcher: [String] = []) throws -> String {
    let script = folder.appending(path: ".page.sh")
    try Data(self.script.utf8).write(to: script)
    defer { try? FileManager.default.removeItem(at: script) }
    let outcome = try Shell.run(launcher + ["bash", ".page.sh"], in: folder)
    var printed = outcome.stdout.components(separatedBy: "\u{1}").makeIterator()
    var done = parts
    for index in done.indices where Self.isConsole(done[index], index) {
      let now = commands(in: done[index]).reduce(into: "console\n") { block, command in
        block += "$ \(command.joined(separator: "\n> "))\n"
        let text = (printed.next() ?? "").replacing("\r\n", with: "\n")
        block += text.isEmpty ? "" : text.replacing(/\n+$/, with: "") + "\n"
      }
      if Self.lasting(now) != Self.lasting(done[index]) { done[index] = now }
    }
    return done.joined(separator: "```")
  }

  /// A text without what differs from one run to the next.
  private static func lasting(_ text: String) -> String {
    text.replacing(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ|\b[0-9a-f]{64}\b/, with: "…")
      .replacing(/ledger [0-9a-f]{12}(\+edited)?/, with: "ledger …")
  }

  private static func isConsole(_ part: String, _ index: Int) -> Bool {
    index % 2 == 1 && part.hasPrefix("console\n")
  }

  /// The commands of a block, each by its lines.
  private func commands(in block: String) -> [[Substring]] {
    block.split(separator: "\n").reduce(into: []) { commands, line in
      if line.hasPrefix("$ ") {
        commands.append([line.dropFirst(2)])
      } else if line.hasPrefix("> "), let last = commands.last, !last.isEmpty {
        commands[commands.count - 1].append(line.dropFirst(2))
      }
    }
  }

  /// All that the page asks its reader to do, in order; a control character ends each answer.
  private var script: String {
    var script = "exec 2>&1\nstatus=0\n"
    for index in parts.indices where index % 2 == 1 {
      if Self.isConsole(parts[index], index) {
        for command in commands(in: parts[index]) {
          script += "(exit $status)\n\(command.joined(separator: "\n"))\nstatus=$?\n"
          script += "printf '\\001'\n"
        }
      } else if let name = Self.fileName(before: parts[index - 1]) {
        let text = parts[index].drop { $0 != "\n" }.dropFirst()
        script += "cat >'\(name)' <<'END OF FILE'\n\(text)END OF FILE\n"
      }
    }
    return script
  }

  private static func fileName(before block: String) -> Substring? {
    block.suffix(200).firstMatch(of: /[Ss]ave\s+this\s+as\s+`([^`]+)`[^`]*:\n\n$/)?.output.1
  }
}
