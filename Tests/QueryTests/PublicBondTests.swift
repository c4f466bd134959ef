import Foundation
import Ledger
import SQLite
import Seeds
import TestSupport
import Testing

/// The junk-bond share of the public deals, counted a second time by hand.
@Suite struct PublicBondTests {
  /// A bond of the public deals that was rated when it was priced.
  private struct RatedBond {
    let deal: String
    /// The face in millions, as its source has it.
    let face: Int
    /// What one unit of its currency was worth in dollars on its day.
    var rate = 1.0
    let isJunk: Bool
  }

  /// Every bond that had an actual rating on its pricing day and was signed for by the end of June
  /// 2026. The euro's rates are those the European Central Bank published on the day.
  private static let rated = [
    // Alphabet: Aa2 since 2021, beside it AA+ from November 2025.
    RatedBond(deal: "googl-2025-05-eur", face: 6_750, rate: 1.1325, isJunk: false),
    RatedBond(deal: "googl-2025-05-usd", face: 5_000, isJunk: false),
    RatedBond(deal: "googl-2025-11-eur", face: 6_500, rate: 1.1533, isJunk: false),
    RatedBond(deal: "googl-2025-11-usd", face: 17_500, isJunk: false),
    // Meta: A1 and AA- since 2022, Aa3 and AA- for the notes of 2025.
    RatedBond(deal: "meta-2024-08", face: 10_500, isJunk: false),
    RatedBond(deal: "meta-2025-11", face: 30_000, isJunk: false),
    // Amazon: A1 for its senior unsecured debt.
    RatedBond(deal: "amzn-2025-11", face: 15_000, isJunk: false),
    // Beignet, Meta's vehicle: A+.
    RatedBond(deal: "beignet-2025-10", face: 27_300, isJunk: false),
    // Oracle: Baa2 and BBB in 2025, BBB in 2026.
    RatedBond(deal: "oracle-2025-09", face: 18_000, isJunk: false),
    RatedBond(deal: "oracle-2026-02", face: 25_000, isJunk: false),
    // CoreWeave: B and B1 for the notes due 2030, BB- for those due 2031, B+ and BB- for the
    // issuer when notes were added in 2026.
    RatedBond(deal: "crwv-2030", face: 2_000, isJunk: true),
    RatedBond(deal: "crwv-2031", face: 1_750, isJunk: true),
    RatedBond(deal: "crwv-addon-2026-04", face: 1_000, isJunk: true),
    // Cipher Compute: BB-.
    RatedBond(deal: "cipher-compute-2025-11", face: 1_400, isJunk: true),
  ]

  @Test func `the faces are those of the documents`() throws {
    let faces = try Self.facesInDocuments()
    for bond in Self.rated { #expect(faces[bond.deal] == bond.face, "\(bond.deal)") }
  }

  @Test func `the rates are the bank's`() throws {
    let table = try #require(Seeds.text("reference/ecb-rates.csv")).split(separator: "\n")
    for (day, rate) in [("2025-05-06", 1.1325), ("2025-11-06", 1.1533)] {
      let line = try #require(table.first { $0.hasPrefix(day) })
      #expect(line.split(separator: ",")[1] == Substring(String(rate)))
    }
  }

  @Test func `the share is what the documents come to`() throws {
    func billions(_ isJunk: Bool) -> Double {
      Self.rated.filter { $0.isJunk == isJunk }.reduce(0) { $0 + Double($1.face) * $1.rate } / 1_000
    }
    let (good, junk) = (billions(false), billions(true))
    #expect(abs(good - 163.440825) < 1e-9)
    #expect(abs(junk - 6.15) < 1e-9)

    let ledger = try ShippedLedger.reading()
    let rows = try Answer.rows(
      "junk-bond-share", "bucket face_low face_high share_of_rated_low_pct", in: ledger)
    let share = (100 * junk / (good + junk) * 1e4).rounded() / 1e4
    #expect(share == 3.6264)
    #expect(rows.hasPrefix("investment_grade | 163.440825 | 163.440825 | 96.3736\n"))
    #expect(rows.contains("high_yield | 6.15 | 6.15 | \(share)\n"))
  }

  /// What the bonds of each deal add up to, in millions, read without any code of the program.
  private static func facesInDocuments() throws -> [String: Int] {
    var faces: [String: Int] = [:]
    let lines = ["bonds", "deals"].flatMap { name in
      (Seeds.text("public-deals/\(name).jsonl") ?? "").split(separator: "\n")
    }
    for line in lines {
      let document = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      guard let key = document["key"] as? String, let kind = document["kind"] as? String else {
        continue
      }
      let tranches = document["tranches"] as? [[String: Any]] ?? []
      let bonds = tranches.filter { ($0["instrument"] as? String ?? kind) == "bond" }
      let dollars = bonds.compactMap { $0["amount"] as? Int }.reduce(0, +)
      let whole = kind == "bond" && tranches.isEmpty ? document["amount"] as? Int : nil
      faces[key] = (whole ?? dollars) / 1_000_000
    }
    return faces
  }
}
