import Finance
import Ledger
import Tabular

/// Makes the keys of a line, in memory that each line uses again.
struct SheetKeys: ~Copyable {
  /// No key is longer.
  static let longest = 400
  private let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 16 * longest)
  private var used = 0

  deinit { memory.deallocate() }

  /// Forgets the keys of the line before.
  mutating func begin() { used = 0 }

  /// A key as `RecordKey` makes it; nothing where none is left or it would be too long.
  mutating func normalised(_ bytes: TextBytes) -> TextBytes {
    guard bytes.count <= Self.longest else { return .nothing }
    let start = used
    for byte in bytes {
      guard let allowed = Self.plain(byte) else {
        used = start
        return copy(RecordKey.normalised(String(decoding: bytes, as: UTF8.self)))
      }
      append(allowed)
    }
    return TextBytes(rebasing: memory[start..<used])
  }

  /// A key below another one.
  mutating func joined(_ parent: TextBytes, _ name: TextBytes) -> TextBytes {
    let start = used
    for byte in parent { append(byte) }
    append(UInt8(ascii: "/"))
    for byte in name { append(byte) }
    return TextBytes(rebasing: memory[start..<used])
  }

  /// A key that was made as a text.
  mutating func copy(_ text: String) -> TextBytes {
    let start = used
    for byte in text.utf8.prefix(Self.longest) { append(byte) }
    return TextBytes(rebasing: memory[start..<used])
  }

  /// The key of a source by its address: the host and a short hash of the whole. It is what a
  /// document's source gets.
  mutating func source(_ url: TextBytes) -> (key: TextBytes, host: TextBytes)? {
    guard let host = Self.host(of: url), host.count <= Self.longest else { return nil }
    let start = used
    for byte in host {
      guard let allowed = Self.plain(byte) else { return nil }
      append(allowed)
    }
    let hostEnd = used
    append(UInt8(ascii: "/"))
    let hash = DelimitedHash.of(url.span)
    for index in 0..<ShortHash.length { append(ShortHash.character(of: hash, at: index)) }
    return (
      TextBytes(rebasing: memory[start..<used]), TextBytes(rebasing: memory[start..<hostEnd])
    )
  }

  /// What stands between the scheme and the path.
  private static func host(of url: TextBytes) -> Slice<TextBytes>? {
    let slash = UInt8(ascii: "/")
    guard let first = url.firstIndex(of: slash), first + 1 < url.count, url[first + 1] == slash
    else { return nil }
    let rest = url[(first + 2)...]
    var host = rest.prefix { $0 != slash }
    if host.starts(with: "www.".utf8) { host = host.dropFirst(4) }
    return host.isEmpty ? nil : host
  }

  private mutating func append(_ byte: UInt8) {
    precondition(used < memory.count, "the keys of a line fit their memory")
    memory[used] = byte
    used += 1
  }

  /// A byte of a key that needs no thought: small letters, digits and points, and capitals as
  /// small ones. Hyphens may have to go.
  private static func plain(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x61...0x7A, 0x30...0x39, 0x2E, 0x2F: byte
    case 0x41...0x5A: byte | 0x20
    default: nil
    }
  }
}
