/// Whether the parties are bound: the second axis of a deal's state (design.md 1).
///
/// The raw value is the code in documents and in the file.
public enum Binding: String, Sendable, CaseIterable, BitwiseCopyable {
  /// A letter of intent, a plan, a framework.
  case nonBinding = "non_binding"
  /// Signed, and subject to conditions not yet met.
  case conditional
  /// Signed and binding.
  case definitive
  /// Ended without having become binding.
  case lapsed
  /// Was binding and was ended.
  case terminated
}
