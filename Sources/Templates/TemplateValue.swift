/// What a template is filled with.
public indirect enum TemplateValue: Sendable {
  /// Text; the template escapes it for HTML unless it asks for it as it is.
  case text(String)
  /// Whether a section is shown.
  case flag(Bool)
  /// What a section is repeated for.
  case list([TemplateValue])
  /// Values by name.
  case object([String: TemplateValue])
}
