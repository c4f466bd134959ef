/// Takes what an export writes: the name of a file, with `/` between folders, and the next piece of
/// its text.
public typealias ExportSink = (_ file: String, _ text: String) throws -> Void
