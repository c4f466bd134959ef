internal import Charts
internal import Ledger
internal import SQLite
internal import Templates

/// A part of the page as its template takes it.
struct SectionValues {
  private let section: ReportSection
  private let answers: ReportAnswers

  /// The widths that pictures are drawn at, in CSS pixels: for a page, and for a phone.
  private static let widths: [(name: String, width: Double)] = [("wide", 860), ("narrow", 340)]

  init(_ section: ReportSection, _ answers: ReportAnswers) {
    self.section = section
    self.answers = answers
  }

  func value(
    _ footnotes: inout Footnotes, in connection: borrowing Connection
  ) throws -> TemplateValue {
    let pictures = section.picture.map { picture in
      Self.widths.map { name, width in
        picture.drawing(width: width).element(
          label: "\(section.caption). The table below has the same numbers.", class: name)
      }
    }
    let first = section.answers.first
    return .object([
      "id": .text(section.part.id), "title": .text(section.part.title),
      "lead": section.lead.value, "has_picture": .flag(pictures != nil),
      "pictures": .list((pictures ?? []).map { .text($0) }), "caption": .text(section.caption),
      "coverage": .text(
        first?.totals.coverage.map { "The figures " + CoverageLine.text($0).dropRests + "." }
          ?? ""),
      "table": try table(&footnotes, in: connection),
      "is_open": .flag(section.picture == nil),
      "has_definitions": .flag(!section.answers.isEmpty),
      "definitions": .list(section.answers.map { DefinitionValues.value($0, answers) }),
      "notes": .list(section.notes.map { .object(["note": $0.value]) }),
    ])
  }

  private func table(
    _ footnotes: inout Footnotes, in connection: borrowing Connection
  ) throws -> TemplateValue {
    let table = section.table
    let hasKeys = table.keys.contains { $0 != nil }
    var rows: [TemplateValue] = []
    for (row, key) in zip(table.rows, table.keys) {
      let numbers = try key.map { try footnotes.numbers(of: $0, in: connection) } ?? []
      rows.append(
        .object([
          "cells": .list(
            row.enumerated().map { index, cell in
              .object([
                "text": .text(cell.text), "is_number": .flag(cell.isNumber),
                "is_head": .flag(index == 0),
              ])
            }),
          "has_notes": .flag(hasKeys),
          "notes": .list(numbers.map { .object(["number": .text(String($0))]) }),
        ]))
    }
    return .object([
      "caption": .text(section.caption.isEmpty ? section.part.title : section.caption),
      "columns": .list(
        table.columns.enumerated().map { index, column in
          .object([
            "title": .text(column.title),
            "is_number": .flag(table.rows.contains { $0[index].isNumber }),
          ])
        }),
      "has_notes": .flag(hasKeys), "rows": .list(rows), "is_empty": .flag(rows.isEmpty),
      "more": .text(
        table.more == 0 ? "" : "\(ReportWords.count(table.more, "row")) more in the query below."),
    ])
  }
}

/// What a query counts and how to ask it again, as its template takes it.
enum DefinitionValues {
  static func value(_ answer: ReportAnswer, _ answers: ReportAnswers) -> TemplateValue {
    .object([
      "name": .text(answer.query.name), "title": .text(answer.query.title),
      "definition": .text(answer.query.definition), "command": .text(answers.command(answer)),
      "sql": .text(answer.query.sql),
    ])
  }
}

/// A source in the list at the end, as its template takes it.
enum SourceValues {
  static func value(_ source: CitedSource, number: Int) -> TemplateValue {
    // An address is a link only where it is one of the web: others could run something.
    let address = source.url.flatMap { url in
      url.hasPrefix("https://") || url.hasPrefix("http://") ? url : nil
    }
    return .object([
      "number": .text(String(number)), "title": .text(source.title),
      "publisher": .text(source.publisher), "is_link": .flag(address != nil),
      "address": .text(address ?? ""), "day": .text(source.publishedOn ?? ""),
      "grade": .text(source.grade ?? ""), "key": .text(source.key),
    ])
  }
}

extension String {
  /// The words of a coverage line after "rests on" as part of a sentence.
  fileprivate var dropRests: String {
    hasPrefix("rests on ") ? "rest on " + dropFirst("rests on ".count) : self
  }
}
