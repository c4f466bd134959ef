/// A file that could not be read or written, in words.
struct FileProblem: Error, CustomStringConvertible {
  let path: String
  let problem: String
  let status: ExitStatus

  var description: String { "\(path): \(problem)" }
}
