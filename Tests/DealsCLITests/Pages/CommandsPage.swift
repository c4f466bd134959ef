import Foundation
import TestSupport

/// Docs/Commands.md: what the program says of its own commands (`--experimental-dump-help`).
struct CommandsPage {
  private struct Dump: Decodable {
    let command: Command
  }

  private struct Command: Decodable {
    let commandName: String
    let abstract: String?
    let discussion: String?
    let arguments: [Argument]?
    let subcommands: [Command]?
  }

  private struct Argument: Decodable, Equatable {
    struct Name: Decodable, Equatable {
      let kind: String
      let name: String
    }

    let kind: String
    let names: [Name]?
    let valueName: String
    let abstract: String?
    let defaultValue: String?
    let allValues: [String]?
    let isOptional: Bool
    let isRepeating: Bool

    /// As it is typed: `--format <format>`, `-q, --quiet`, `<key>`.
    var typed: String {
      let options = (names ?? []).map { ($0.kind == "short" ? "-" : "--") + $0.name }
        .sorted { $0.count < $1.count }.joined(separator: ", ")
      let value = "<\(valueName)>\(isRepeating ? " …" : "")"
      return kind == "positional" ? value : kind == "flag" ? options : "\(options) \(value)"
    }

    /// What it does, with its values and default.
    var meaning: String {
      let values = allValues.map { " One of \($0.joined(separator: ", "))." } ?? ""
      let own = abstract ?? ""
      return own + (allValues?.allSatisfy(own.contains) == true ? "" : values)
        + (defaultValue.map { " Default \($0)." } ?? "")
    }
  }

  let text: String

  /// - Parameter dump: what `--experimental-dump-help` prints.
  init(dump: String) throws {
    let root = try JSONDecoder().decode(Dump.self, from: Data(dump.utf8)).command
    let leaves = Self.leaves(root, path: [])
    let inAll = (leaves.first?.command.arguments ?? []).filter { argument in
      argument.kind != "positional"
        && leaves.filter { $0.command.arguments?.contains(argument) == true }.count > leaves.count
          / 2
    }
    text =
      """
      # Commands

      What `deals --help` and the help of each command say; `UPDATE_GOLDEN=1 swift test` writes \
      this page from it.

      Results go to standard output, everything else to standard error. Exit statuses and what to \
      do about them:
      [Errors.md](Errors.md).

      Nearly every command takes these:

      \(Self.table(inAll))

      """ + leaves.map { Self.section($0.path, $0.command, without: inAll) }.joined(separator: "\n")
  }

  /// The commands that do something, in the order of the help.
  private static func leaves(_ command: Command, path: [String]) -> [(
    path: [String], command: Command
  )] {
    let path = path + [command.commandName]
    let inner = (command.subcommands ?? []).filter { $0.commandName != "help" }
    guard !inner.isEmpty else { return [(path, command)] }
    // A default subcommand is what its parent does.
    return inner.flatMap { leaves($0, path: path) }
  }

  private static func section(_ path: [String], _ command: Command, without common: [Argument])
    -> String
  {
    let own = (command.arguments ?? []).filter { !common.contains($0) }
    let words = [
      "## \(path.joined(separator: " "))", command.abstract, command.discussion.map(discussion),
      own.isEmpty ? nil : table(own),
    ]
    let text = words.compactMap(\.self).joined(separator: "\n\n")
    return text.hasSuffix("\n") ? text : text + "\n"
  }

  /// A discussion whose examples are blocks of code.
  private static func discussion(_ text: String) -> String {
    var lines: [String] = []
    var isCode = false
    for line in text.components(separatedBy: "\n") {
      let code = line.hasPrefix("  ")
      if code != isCode, code || !line.isEmpty {
        lines += code ? ["", "```sh"] : ["```", ""]
        isCode = code
      }
      lines.append(code ? String(line.dropFirst(2)) : line)
    }
    return (lines + (isCode ? ["```"] : [])).joined(separator: "\n")
  }

  private static func table(_ arguments: [Argument]) -> String {
    MarkdownTable.text(
      ["option", "meaning"], arguments.map { ["`\($0.typed)`", $0.meaning] })
  }
}
