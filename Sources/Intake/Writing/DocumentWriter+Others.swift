import Finance
import Ledger
import SQLite

extension DocumentWriter {
  mutating func writeAssets(of database: borrowing some Database & ~Copyable) throws {
    try writeEach(Asset.self, "assets", forms.asset, of: database)
  }

  mutating func writeHoldings(of database: borrowing some Database & ~Copyable) throws {
    try writeEach(Holding.self, "holdings", forms.holding, of: database) { $0.holder }
  }

  mutating func writeTreatments(of database: borrowing some Database & ~Copyable) throws {
    try writeEach(AccountingTreatment.self, "treatments", forms.treatment, of: database) { $0.deal }
  }

  /// Records that stand in a document of their own, each flat.
  private mutating func writeEach<R: Record>(
    _ type: R.Type, _ kind: String, _ form: RecordMembers<R>,
    of database: borrowing some Database & ~Copyable, owner: (R) -> String = { $0.key }
  ) throws {
    var records: [(R, Bool)] = []
    try Repository<R>().forEach(in: selection, of: database) { _, isNew, record in
      records.append((record, isNew))
    }
    for (record, isNew) in records {
      var document = DocumentObject()
      document.add("key", text: key(of: record, isNew: isNew, in: owner(record)))
      document.add(all: form.of(record, isNew: isNew, references))
      try write(document.closed(by: record.origin), among: kind)
    }
  }

  /// Themes with their members. Of a theme with only members selected the head is written too.
  mutating func writeThemes(of database: borrowing some Database & ~Copyable) throws {
    var members: [String: [DocumentValue]] = [:]
    try Repository<ThemeMember>().forEach(in: selection, of: database) { _, isNew, member in
      var object = DocumentObject()
      object.add("key", text: member.key)
      object.add(all: forms.themeMember.of(member, isNew: isNew, references))
      object.add("source", text: member.origin.source)
      object.add("locator", text: member.origin.locator)
      members[member.theme, default: []].append(.object(object))
    }
    var themes: [(Theme, Bool)] = []
    try Repository<Theme>().forEach(in: selection, of: database) { _, isNew, theme in
      themes.append((theme, isNew))
    }
    for key in Set(members.keys).subtracting(themes.map(\.0.key)).sorted() {
      if let theme = try Repository<Theme>().find(key, in: database) {
        themes.append((theme, false))
      }
    }
    for (theme, isNew) in themes {
      var document = DocumentObject()
      document.add("theme", text: theme.key)
      document.add(all: forms.theme.of(theme, isNew: isNew, references))
      document.add("members", list: members[theme.key])
      try write(document.closed(by: theme.origin), among: "themes")
    }
  }

  /// Exchange rates, fixings and accepted findings, which have no keys.
  mutating func writeDailyValues(of database: borrowing some Database & ~Copyable) throws {
    var documents: [(kind: String, document: DocumentObject)] = []
    func add(_ value: DailyValue, from source: String, _ telling: String, named name: String) {
      var document = DocumentObject()
      document.add(telling, .number(PlainText.number(value.value)))
      document.add(name, text: value.name)
      document.add("on", text: value.day.description)
      document.add("sources", list: [.text(source)])
      documents.append(("\(telling)s", document))
    }
    try DailyValue.forEachRate(in: selection, of: database) {
      add($0, from: $1, "rate", named: "currency")
    }
    try DailyValue.forEachFixing(in: selection, of: database) {
      add($0, from: $1, "fixing", named: "benchmark")
    }
    try AcceptedFindings.forEach(in: selection, of: database) { finding, reason in
      var document = DocumentObject()
      document.add("finding", text: finding.check)
      document.add("subject", text: finding.subject)
      document.add("problem", text: finding.problem)
      document.add("because", text: reason)
      documents.append(("findings", document))
    }
    for (kind, document) in documents { try write(document, among: kind) }
  }
}
