internal import Finance

extension DuplicateFinder {
  /// The same identifier, written otherwise; the very same value is refused by the schema.
  mutating func seekIdentifiers() {
    var groups: [String: [Int]] = [:]
    for (index, party) in parties.enumerated() {
      for identifier in party.identifiers {
        let value = ComparedParty.normalised(identifier.value, scheme: identifier.scheme)
        guard !value.isEmpty else { continue }
        groups["\(identifier.scheme) \(value)", default: []].append(index)
      }
    }
    for (identifier, group) in groups where group.count <= Self.mostSharing {
      for (place, one) in group.enumerated() {
        for other in group[(place + 1)...] { note(one, other, 0.97, "both have \(identifier)") }
      }
    }
  }

  /// Names that are equal, or equal without legal forms, words that many firms bear, and spaces.
  mutating func seekEqualNames() {
    var groups: [String: [Int]] = [:]
    for index in names.indices { groups[names[index].core, default: []].append(index) }
    var pairs: [(ComparedName, ComparedName)] = []
    forEachPair(in: groups.filter { $0.key.utf8.count > 2 }) { pairs.append(($0, $1)) }
    for (one, other) in pairs {
      if one.text == other.text {
        note(one.party, other.party, 0.95, "both are named “\(one.text)”")
      } else if !areOfOneFamily(one.party, other.party) {
        note(
          one.party, other.party, 0.85,
          "“\(one.text)” and “\(other.text)” differ in words that many names have")
      }
    }
  }

  /// Names one letter apart, as the import takes them for slips of the pen.
  mutating func seekNearMisses() {
    var keys: [(hash: UInt64, name: Int32)] = []
    for index in names.indices where names[index].letters >= 8 {
      let bytes = Array(names[index].text.utf8)
      keys.append((Self.hash(bytes, without: bytes.count), Int32(index)))
      for skipped in bytes.indices where skipped == 0 || bytes[skipped] != bytes[skipped - 1] {
        keys.append((Self.hash(bytes, without: skipped), Int32(index)))
      }
    }
    keys.sort { ($0.hash, $0.name) < ($1.hash, $1.name) }
    var start = 0
    while start < keys.count {
      var end = start + 1
      while end < keys.count, keys[end].hash == keys[start].hash { end += 1 }
      if end - start > 1, end - start <= Self.mostSharing {
        for one in start..<end {
          for other in (one + 1)..<end {
            noteNearMiss(names[Int(keys[one].name)], names[Int(keys[other].name)])
          }
        }
      }
      start = end
    }
  }

  private mutating func noteNearMiss(_ one: ComparedName, _ other: ComparedName) {
    guard one.party != other.party, !one.isOfOneSeries(with: other),
      PartyName.isNearMiss(PartyName(one.text), PartyName(other.text))
    else { return }
    let weight = min(0.9, 0.6 + 0.02 * Double(min(one.letters, other.letters)))
    let (first, second) = one.text < other.text ? (one, other) : (other, one)
    note(
      one.party, other.party, weight, "“\(first.text)” and “\(second.text)” are one letter apart")
  }

  /// FNV-1a, of all bytes but one.
  private static func hash(_ bytes: [UInt8], without skipped: Int) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in bytes.indices where index != skipped {
      hash = (hash ^ UInt64(bytes[index])) &* 0x0000_0100_0000_01B3
    }
    return hash
  }

  /// A name that stands in a longer one and has a word few others have.
  mutating func seekContainedNames() {
    var holders: [Substring: [Int]] = [:]
    for index in names.indices {
      for word in Set(names[index].words) where word.utf8.count > 3 {
        holders[word, default: []].append(index)
      }
    }
    for name in names {
      let counts = name.words.compactMap { word in holders[word].map { (word, $0.count) } }
      guard let rarest = counts.min(by: { $0.1 < $1.1 }), rarest.1 <= Self.mostSharing else {
        continue
      }
      for index in holders[rarest.0] ?? [] {
        let longer = names[index]
        guard longer.party != name.party, longer.contains(name), longer.core != name.core,
          !areOfOneFamily(name.party, longer.party), !isList(longer.party)
        else { continue }
        let share = Double(name.letters) / Double(longer.letters)
        let isNumbered = longer.words.contains {
          ComparedName.isNumber($0) && !name.words.contains($0)
        }
        note(
          name.party, longer.party, 0.35 + 0.5 * share - (isNumbered ? 0.15 : 0),
          "“\(name.text)” stands in “\(longer.text)”")
      }
    }
  }

  /// A short name that is the first letters of a long one, or the other's ticker.
  mutating func seekInitials() {
    var short: [String: [Int]] = [:]
    for index in names.indices {
      let name = names[index]
      guard name.words.count == 1, (3...6).contains(name.letters) else { continue }
      short[name.text, default: []].append(name.party)
    }
    var groups: [String: [Int]] = [:]
    for index in names.indices {
      let initials = names[index].initials
      if short[initials] != nil { groups[initials, default: []].append(index) }
    }
    // Letters that many names begin with say nothing.
    for (initials, group) in groups where group.count <= 3 {
      for one in short[initials] ?? [] {
        for other in group where !areOfOneFamily(one, names[other].party) {
          note(
            one, names[other].party, 0.5,
            "“\(initials)” is the first letters of “\(names[other].text)”")
        }
      }
    }
    for (index, party) in parties.enumerated() {
      for identifier in party.identifiers where identifier.scheme == "ticker" {
        let ticker = ComparedParty.normalised(identifier.value, scheme: "ticker").lowercased()
        for one in short[ticker] ?? [] {
          note(one, index, 0.6, "“\(ticker)” is the other's ticker")
        }
      }
    }
  }

  /// A name that lists others: a person says whether it is one of them.
  mutating func seekLists() {
    var byName: [String: [Int]] = [:]
    for name in names { byName[name.text, default: []].append(name.party) }
    for index in parties.indices where parties[index].kind == "unknown" {
      for member in ComparedName.members(ofList: parties[index].name) {
        for other in byName[PartyName(member).key] ?? [] where !areOfOneFamily(index, other) {
          note(index, other, 0.5, "“\(parties[index].name)” lists “\(parties[other].name)”")
        }
      }
    }
  }

  /// Whether a party is known by its kind to be several, or its name lists others.
  private func isList(_ party: Int) -> Bool {
    let kinds = ["consortium", "shareholders"]
    return kinds.contains(parties[party].kind)
      || parties[party].kind == "unknown"
        && !ComparedName.members(ofList: parties[party].name).isEmpty
  }
}
