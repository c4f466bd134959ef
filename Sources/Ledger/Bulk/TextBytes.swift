public import Finance

/// A text that lies elsewhere as UTF-8, and stays there until the row it belongs to is written.
public typealias TextBytes = UnsafeBufferPointer<UInt8>

/// Texts that many rows share, kept as bytes: codes, days, the words of lists.
public final class SharedTexts {
  private var texts: [String: TextBytes] = [:]
  /// The days around those met so far, by their number.
  private var days: [Int: TextBytes] = [:]

  /// None yet.
  public init() {}

  deinit {
    for bytes in texts.values { bytes.deallocate() }
    for bytes in days.values { bytes.deallocate() }
  }

  /// The bytes of a text; they stay as long as this does.
  public func bytes(of text: String) -> TextBytes {
    if let known = texts[text] { return known }
    let bytes = Self.copy(text)
    texts[text] = bytes
    return bytes
  }

  /// The bytes of a day as the file stores it, `2025-11-10`.
  public func bytes(of day: Day) -> TextBytes {
    if let known = days[day.number] { return known }
    let bytes = Self.copy(day.description)
    days[day.number] = bytes
    return bytes
  }

  private static func copy(_ text: String) -> TextBytes {
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: text.utf8.count)
    _ = copy.initialize(from: text.utf8)
    return TextBytes(copy)
  }
}

extension TextBytes {
  /// No text: stored as NULL.
  public static var nothing: TextBytes { TextBytes(start: nil, count: 0) }
}
