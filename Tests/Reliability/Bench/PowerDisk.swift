import Foundation
import TestSupport

/// A disk with a memory of its own in front: what was written is only there for sure once it was
/// synced, file by file, and the names in a folder once the folder was.
struct PowerDisk {
  /// A change to a file that is not on the disk for sure.
  private enum Change {
    case write(place: Int, bytes: Data)
    case resize(Int)
  }

  private final class File {
    var bytes: Data
    var pending: [(number: Int, change: Change)] = []
    init(_ bytes: Data) { self.bytes = bytes }
  }

  private enum NameChange {
    case set(String, File)
    case remove(String)
  }

  /// How much of what is not on the disk for sure gets there.
  enum Luck: CaseIterable {
    case nothing, everything
    /// All up to some change.
    case first
    /// Some changes and not others.
    case some
    /// Some blocks of 512 bytes of some changes.
    case torn
  }

  private static let sector = 512

  private var names: [String: File] = [:]
  /// The names as programs see them now.
  private var seen: [String: File] = [:]
  private var nameChanges: [(number: Int, change: NameChange)] = []
  private var opened: [Int: File] = [:]
  private var count = 0
  /// The last operation that put something on the disk for sure.
  private var settled = 0

  init(_ files: [String: Data]) {
    names = files.mapValues { File($0) }
    seen = names
  }

  mutating func apply(_ operation: PowerRecord.Operation) {
    count += 1
    switch operation {
    case .open(let number, let name, let isEmptied):
      let file = seen[name] ?? File(Data())
      if seen[name] == nil { change(.set(name, file)) }
      opened[number] = file
      if isEmptied { file.pending.append((count, .resize(0))) }
    case .write(let number, let place, let bytes):
      opened[number]?.pending.append((count, .write(place: place, bytes: bytes)))
    case .resize(let number, let size):
      opened[number]?.pending.append((count, .resize(size)))
    case .sync(let number):
      guard let file = opened[number] else { return }
      for (_, change) in file.pending { Self.apply(change, to: &file.bytes) }
      file.pending = []
      settled = count
    case .syncFolder:
      for (_, change) in nameChanges { Self.apply(change, to: &names) }
      nameChanges = []
      settled = count
    case .remove(let name): change(.remove(name))
    case .rename(let from, let to):
      guard let file = seen[from] else { return }
      change(.set(to, file))
      change(.remove(from))
    case .tell: return
    }
  }

  private mutating func change(_ change: NameChange) {
    Self.apply(change, to: &seen)
    nameChanges.append((count, change))
  }

  private static func apply(_ change: NameChange, to names: inout [String: File]) {
    switch change {
    case .set(let name, let file): names[name] = file
    case .remove(let name): names[name] = nil
    }
  }

  private static func apply(_ change: Change, to bytes: inout Data) {
    switch change {
    case .resize(let size):
      bytes = size < bytes.count ? bytes.prefix(size) : bytes + Data(count: size - bytes.count)
    case .write(let place, let written): put(written[...], at: place, into: &bytes)
    }
  }

  private static func put(_ part: Data, at place: Int, into bytes: inout Data) {
    let end = place + part.count
    if bytes.count < end { bytes.append(Data(count: end - bytes.count)) }
    bytes.replaceSubrange(place..<end, with: part)
  }

  /// What survives a cut: which changes, of which files, and the blocks of those that are torn. Two
  /// that are equal leave equal files.
  struct Survival: Hashable, Sendable {
    fileprivate var settled = 0
    fileprivate var names = 0
    fileprivate var whole: [Int] = []
    fileprivate var blocks: [Int: [Int]] = [:]
  }

  /// Chooses what survives a cut now.
  func survival(_ luck: Luck, _ random: inout SplitMix64) -> Survival {
    // A folder's changes come in their order, as far as they come.
    var chosen = Survival(
      settled: settled, names: Self.howMany(nameChanges.count, luck, &random))
    for key in found(chosen).keys.sorted() {
      let pending = found(chosen)[key]?.pending ?? []
      let first = Self.howMany(pending.count, luck, &random)
      for (index, (number, change)) in pending.enumerated() {
        let isKept = luck == .some || luck == .torn ? Bool.random(using: &random) : index < first
        if isKept {
          chosen.whole.append(number)
        } else if luck == .torn, case .write(_, let written) = change {
          let blocks = 0..<(written.count + Self.sector - 1) / Self.sector
          chosen.blocks[number] = blocks.filter { _ in Bool.random(using: &random) }
        }
      }
    }
    return chosen
  }

  /// The files that are there after the cut.
  func files(_ survival: Survival) -> [String: Data] {
    let whole = Set(survival.whole)
    return found(survival).mapValues { file in
      var bytes = file.bytes
      for (number, change) in file.pending {
        if whole.contains(number) {
          Self.apply(change, to: &bytes)
        } else if case .write(let place, let written) = change {
          for block in survival.blocks[number] ?? [] {
            let part = written.dropFirst(block * Self.sector).prefix(Self.sector)
            Self.put(part, at: place + block * Self.sector, into: &bytes)
          }
        }
      }
      return bytes
    }
  }

  private func found(_ survival: Survival) -> [String: File] {
    var found = names
    for (_, change) in nameChanges.prefix(survival.names) { Self.apply(change, to: &found) }
    return found
  }

  private static func howMany(_ count: Int, _ luck: Luck, _ random: inout SplitMix64) -> Int {
    switch luck {
    case .nothing: 0
    case .everything: count
    case .first, .some, .torn: Int.random(in: 0...count, using: &random)
    }
  }
}
