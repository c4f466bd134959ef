import ArgumentParser
import Finance

/// A first word that is no command, with those that come near.
struct UnknownCommand: CustomStringConvertible {
  private let word: String
  private let near: [String]

  /// Nil where the words of a command line begin with a command or an option.
  init?(_ arguments: [String]) {
    guard let word = arguments.dropFirst().first, !word.hasPrefix("-") else { return nil }
    let commands = DealsCommand.configuration.subcommands.compactMap {
      $0.configuration.commandName
    }
    guard !(commands + ["help"]).contains(word) else { return nil }
    self.word = word
    near = NearNames.of(word, among: commands)
  }

  var description: String {
    "there is no command '\(word)'; "
      + (near.isEmpty
        ? "`deals --help` lists them" : "did you mean \(near.joined(separator: " or "))?")
  }
}
