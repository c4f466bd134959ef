internal import Finance
internal import SQLite

/// Reads a claimed value as the columns of its attribute would take it.
struct AttributeReading {
  let subject: ClaimSubject
  /// Where the attribute stands; nil where claims alone say it.
  let place: AttributePlace?
  let codes: CodeLists

  /// The value as a claim holds it.
  ///
  /// - Throws: `ClaimRefused` or `ReadingError` where it does not fit.
  func read(
    _ words: ClaimWords, in database: borrowing some Database & ~Copyable
  ) throws -> RecordAttributes.Stated {
    do {
      return try value(of: words, in: database)
    } catch let error as ReadingError where !error.readings.isEmpty && words.language == nil {
      throw ClaimRefused("\(error); say which with --language")
    }
  }

  private func value(
    of words: ClaimWords, in database: borrowing some Database & ~Copyable
  ) throws -> RecordAttributes.Stated {
    let text = words.value ?? ""
    let isAmount = place?.field == .amount || place == nil && subject.attribute == "amount"
    if isAmount || place == nil && words.isMoney {
      return RecordAttributes.Stated(amount: try amount(text, words, in: database))
    }
    guard !words.isMoney else {
      throw ClaimRefused("\(subject.text) is no amount: it has no currency and no measure")
    }
    var stated = RecordAttributes.Stated()
    stated.amount.qualifier = try words.qualifier.map { try code($0, in: "qualifier") }
    guard let place else {
      stated.value = text
      return stated
    }
    if place.field == .figure { return try figure(text, words, stated) }
    guard stated.amount.qualifier == nil else {
      throw ClaimRefused("\(subject.text) is no amount: it has no qualifier")
    }
    stated.value = try value(text, words.language, of: place, in: database)
    return stated
  }

  private func value(
    _ text: String, _ language: String?, of place: AttributePlace,
    in database: borrowing some Database & ~Copyable
  ) throws -> String {
    switch place.field {
    case .amount, .figure: return text
    case .party:
      guard let key = try PartyDirectory.key(of: text, in: database) else {
        throw ClaimRefused(
          "'\(text)' is no party on record; write a name or key of one that is")
      }
      return try PartyDirectory.name(of: key, in: database) ?? key
    case .days:
      return try DateText.read(text, language: language.flatMap { TextLanguage(tag: $0) })
        .span.description
    case .plain(let column):
      let record = place.record
      return try plain(place.columnWord(text), language, in: column, of: record, database)
    }
  }

  // MARK: Amounts

  private func amount(
    _ text: String, _ words: ClaimWords, in database: borrowing some Database & ~Copyable
  ) throws -> AmountColumns {
    let reading = try AmountText.read(
      text, language: words.language.flatMap { TextLanguage(tag: $0) })
    let held = try ClaimBook.held(subject, place: place, in: database)?.amount
    var code = words.currency
    if code == nil, reading.currency == nil { code = held?.currency }
    guard code == nil || Currency(code: code ?? "") != nil else {
      throw ClaimRefused("'\(code ?? "")' is no currency; three letters of ISO 4217, as USD")
    }
    let amount: Amount
    do throws(AmountError) {
      amount = try reading.amount(in: code.flatMap { Currency(code: $0) })
    } catch {
      throw ClaimRefused("“\(text)” \(error)")
    }
    var columns = AmountColumns()
    columns.minor = amount.minor
    columns.lowMinor = amount.lowMinor
    columns.highMinor = amount.highMinor
    columns.qualifier = amount.qualifier.rawValue
    columns.currency = amount.currency?.code
    if let qualifier = words.qualifier {
      columns.qualifier = try self.code(qualifier, in: "qualifier")
      let isRange = columns.qualifier == "range"
      if isRange != (columns.lowMinor != nil) || columns.qualifier == "undisclosed" {
        throw ClaimRefused("“\(text)” does not go with the qualifier \(qualifier)")
      }
    }
    columns.measure = try words.measure.map { try self.code($0, in: "measure") } ?? held?.measure
    columns.measureIsDerived = words.measure == nil && held?.measureIsDerived == true
    return columns
  }

  private func figure(
    _ text: String, _ words: ClaimWords, _ stated: RecordAttributes.Stated
  ) throws -> RecordAttributes.Stated {
    var stated = stated
    let unit = (place?.record as? Observation)?.figure.unit
    if let plain = StatedFigure(text) {
      stated.value = plain.text
      return stated
    }
    let reading = try AmountText.read(
      text, language: words.language.flatMap { TextLanguage(tag: $0) })
    guard Self.fits(reading.unit, unit), let figure = StatedFigure(reading, unit: unit) else {
      throw ClaimRefused(
        "“\(text)” is \(reading), and \(subject.record) counts in \(unit ?? "units")")
    }
    stated.value = figure.text
    if reading.qualifier != .range, stated.amount.qualifier == nil, reading.qualifier != .exact {
      stated.amount.qualifier = reading.qualifier.rawValue
    }
    return stated
  }

  /// Whether a reading counts what a statistic counts.
  private static func fits(_ reading: AmountUnit, _ unit: String?) -> Bool {
    switch reading {
    case .money: unit == "bn"
    case .percent: unit == "percent"
    case .gigawatt: unit == "GW"
    case .megawatt: unit == "MW"
    default: reading.rawValue == unit || reading == .number
    }
  }

  // MARK: Words and numbers

  private func plain<R: Record>(
    _ text: String, _ language: String?, in column: String, of record: R,
    _ database: borrowing some Database & ~Copyable
  ) throws -> String {
    if let list = CodeColumns.list(of: column, in: R.self) { return try code(text, in: list) }
    switch column {
    case "grade": return try grade(text, of: record, in: database)
    case "currency":
      guard Currency(code: text) != nil else {
        throw ClaimRefused("'\(text)' is no currency; three letters of ISO 4217, as USD")
      }
    case "country":
      guard CountryCode.isKnown(text) else {
        throw ClaimRefused("'\(text)' is no country code; two capital letters, as US")
      }
    case "value":
      if let identifier = record as? InstrumentIdentifier,
        let scheme = IdentifierScheme(rawValue: identifier.scheme)
      {
        return try Identifier(text, scheme: scheme).value
      }
    default: break
    }
    switch try AttributePlace.declaredType(of: column, in: R.table, database) {
    case "INTEGER":
      guard let flag = ["1": "1", "yes": "1", "true": "1", "0": "0", "no": "0", "false": "0"][text]
      else { throw ClaimRefused("'\(text)' is neither yes nor no") }
      return flag
    case "REAL": return try number(text, language, in: column)
    default: return text
    }
  }

  /// A number, or one with the unit its column counts in: `6.75%`, `250 bp`, `5 years`.
  private func number(_ text: String, _ language: String?, in column: String) throws -> String {
    if let number = try? ExactDecimal(text) { return number.description }
    let units: [String: AmountUnit] = [
      "pct": .percent, "bps": .basisPoint, "years": .year, "mw": .megawatt,
    ]
    let unit = column.split(separator: "_").compactMap { units[String($0)] }.first
    let reading = try AmountText.read(text, language: language.flatMap { TextLanguage(tag: $0) })
    guard let value = reading.value, reading.denominator == 1,
      reading.unit == .number || reading.unit == (unit ?? .number)
    else { throw ClaimRefused("“\(text)” is \(reading), and \(subject.text) is a number") }
    return value.description
  }

  private func grade<R: Record>(
    _ text: String, of record: R, in database: borrowing some Database & ~Copyable
  ) throws -> String {
    let agency = AttributePlace.text("agency", of: record) ?? ""
    let held = try database.value(
      "SELECT grade FROM rating_grade WHERE agency = ?1 AND grade = ?2 COLLATE NOCASE",
      [agency, text], as: String.self)
    guard let held else { throw ClaimRefused("'\(text)' is no grade of \(agency)") }
    return held
  }

  private func code(_ text: String, in list: String) throws -> String {
    if let code = codes.code(for: text, in: list) { return code }
    throw ClaimRefused(
      "'\(text)' is no \(list); one of \(codes.all(in: list).joined(separator: ", "))")
  }
}
