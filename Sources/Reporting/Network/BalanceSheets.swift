internal import Finance
internal import Ledger
internal import SQLite
public import Tabular

/// What parties have from outside the network, and their equity: from a file or what they have
/// reported, never assumed.
public struct BalanceSheets: Sendable {
  /// What a party has that the network does not show, in US cents.
  public private(set) var assets: [String: Int64] = [:]
  /// What is its owners', in US cents.
  public private(set) var equity: [String: Int64] = [:]
  /// The parties as they are written, with their places.
  private(set) var named: [(text: String, position: Tabular.SourcePosition)] = []

  /// Reads a table with the columns `party`, `assets_usd` and `equity_usd`, either of the two.
  ///
  /// - Throws: `BalanceSheetsRefused` with everything that is wrong.
  public init(name: String, source: @escaping (inout OutputRawSpan) throws -> Void) throws {
    var reader = DelimitedReader(name: name, source: source)
    let header = try reader.readHeader()
    var problems = header.problems
    guard let party = header["party"] else {
      throw BalanceSheetsRefused(
        problems + [
          SourceProblem(
            position: Tabular.SourcePosition(file: name, line: 1, column: 1),
            message: "there is no column 'party'",
            hint: "the columns are party, assets_usd and equity_usd")
        ])
    }
    let columns = (assets: header["assets_usd"], equity: header["equity_usd"])
    if columns.assets == nil, columns.equity == nil {
      problems.append(
        SourceProblem(
          position: Tabular.SourcePosition(file: name, line: 1, column: 1),
          message: "there is neither a column 'assets_usd' nor 'equity_usd'"))
    }
    reading: while true {
      switch try reader.next() {
      case .end: break reading
      case .rejected(let found): problems += found
      case .record:
        let text = reader.record.text(party)
        let hasText = !text.isEmpty
        if hasText {
          named.append((text, reader.record.position(of: party)))
          assets[text] = Self.cents(reader.record, columns.assets, &problems)
          equity[text] = Self.cents(reader.record, columns.equity, &problems)
        } else {
          problems.append(reader.record.problem("no party is named", of: party))
        }
      }
    }
    guard problems.isEmpty else { throw BalanceSheetsRefused(problems) }
  }

  private static func cents(
    _ record: borrowing DelimitedRecord, _ column: Int?, _ problems: inout [SourceProblem]
  ) -> Int64? {
    guard let column else { return nil }
    let text = record.text(column)
    guard !text.isEmpty else { return nil }
    do throws(ExactDecimalError) {
      let amount = try ExactDecimal(text)
      if let dollar = Currency(code: "USD"), let cents = try? amount.minorUnits(of: dollar) {
        return cents
      }
      problems.append(record.problem("“\(text)” has parts of a cent", of: column))
    } catch {
      problems.append(
        record.problem(
          "“\(text)” is not an amount in US dollars", of: column, hint: "write it as 4500000000"))
    }
    return nil
  }

  /// What the parties of a ledger have reported by a day: cash, and equity.
  init(reportedBy asOf: String?, in connection: borrowing Connection) throws {
    assets = try ReportedFigures.latest("cash", asOf: asOf, in: connection).mapValues(\.cents)
    equity = try ReportedFigures.latest("equity", asOf: asOf, in: connection).mapValues(\.cents)
  }

  /// These figures where they are given, and others elsewhere.
  func completed(by reported: BalanceSheets) -> BalanceSheets {
    var completed = self
    completed.assets.merge(reported.assets) { given, _ in given }
    completed.equity.merge(reported.equity) { given, _ in given }
    return completed
  }

  /// The same figures under the keys of a network's parties.
  ///
  /// - Throws: `BalanceSheetsRefused` for names that are none of it.
  func keyed(by network: PartyNetwork) throws -> BalanceSheets {
    var keyed = self
    (keyed.assets, keyed.equity) = ([:], [:])
    var problems: [SourceProblem] = []
    for (text, position) in named {
      do {
        let key = try network.key(of: text)
        keyed.assets[key] = assets[text]
        keyed.equity[key] = equity[text]
      } catch {
        problems.append(SourceProblem(position: position, message: "\(error)"))
      }
    }
    guard problems.isEmpty else { throw BalanceSheetsRefused(problems) }
    return keyed
  }
}

/// A file of balance sheets that cannot be used, with everything that is wrong.
public struct BalanceSheetsRefused: Error, CustomStringConvertible {
  /// What is wrong, in the order of the file.
  public let problems: [SourceProblem]

  init(_ problems: [SourceProblem]) { self.problems = problems }

  /// What the user reads.
  public var description: String { problems.map(\.description).joined(separator: "\n") }
}
