import Foundation

// Writes one Swift file that holds the text of many, as raw string literals.
// usage: embed-resources OUTPUT ROOT FILE…

func fail(_ message: String) -> Never {
  FileHandle.standardError.write(Data("error: \(message)\n".utf8))
  exit(1)
}

let arguments = CommandLine.arguments.dropFirst()
guard arguments.count >= 2 else { fail("usage: embed-resources OUTPUT ROOT FILE…") }
let output = arguments[1]
let root = arguments[2]

var source = """
  /// The files of this folder, by path below it.
  let embeddedFiles: [(path: String, text: String)] = [

  """
for file in arguments.dropFirst(2) {
  guard let text = try? String(contentsOfFile: file, encoding: .utf8) else {
    fail("\(file): is not UTF-8 text")
  }
  // A literal turns CRLF into LF and cannot hold NUL, so neither may be in a file.
  guard !text.utf8.contains(where: { $0 == 13 || $0 == 0 }) else {
    fail("\(file): holds CR or NUL; save it with LF line ends")
  }
  var hashes = "#"
  while text.contains("\"\"\"" + hashes) || text.contains("\\" + hashes) { hashes += "#" }
  let path = file.dropFirst(root.count + 1)
  source += "  (\"\(path)\", \(hashes)\"\"\"\n\(text)\n\"\"\"\(hashes)),\n"
}
source += "]\n"
do {
  try source.write(toFile: output, atomically: true, encoding: .utf8)
} catch {
  fail("\(output): \(error)")
}
