import TestSupport

/// Docs/Capabilities.md.
enum CapabilitiesPage {
  static func text(_ capabilities: [Capability]) -> String {
    let areas = capabilities.map(\.area).reduce(into: [String]()) { areas, area in
      if !areas.contains(area) { areas.append(area) }
    }
    let working = capabilities.filter { $0.verdict == "works" }
    let lacking = working.filter { !$0.declined.isEmpty }
    let sections = areas.map { area in section(area, capabilities.filter { $0.area == area }) }
    return """
      # What it can do, and what it cannot

      What analysts, journalists and supervisors ask of a ledger of financing deals, and the ways \
      of financing it must hold:
      \(working.count) work, of which \(lacking.count) leave something out and say why, and \
      \(capabilities.count - working.count) declined. Each command is run by a test, in an \
      empty folder against a ledger that `deals init` has just
      made, and must print what stands under “shows”. `UPDATE_GOLDEN=1 swift test` writes this page.

      \(sections.joined(separator: "\n"))
      """
  }

  private static func section(_ area: String, _ capabilities: [Capability]) -> String {
    let entries = capabilities.map { capability in
      let entry =
        "**\(capability.number). \(capability.name)** · \(capability.verdict). "
        + "\(capability.how)\n"
        + (capability.declined.isEmpty ? "" : "\nDeclined: \(capability.declined)\n")
      guard !capability.command.isEmpty else { return entry }
      return entry + "\n```sh\n\(capability.command)\n```\n\nshows `\(capability.shows)`\n"
    }
    return "## \(area)\n\n" + entries.joined(separator: "\n")
  }
}
