import Testing

@Suite struct PortabilityTests {
  @Test func `no file names a folder of one machine or the host of a package registry`() {
    expectNone(Repository.files.flatMap(Portability.violations))
  }
}

/// What holds on one machine only.
enum Portability {
  // Written in parts, for this file is read too.
  private static let folders = ["work", "tmp"].map { "/" + $0 + "/" }
  private static let hosts = [
    "pypi|org", "files.pythonhosted|org", "registry.npmjs|org", "crates|io", "rubygems|org",
    "proxy.golang|org", "repo.maven.apache|org", "deb.debian|org", "archive.ubuntu|com",
  ].map { $0.split(separator: "|").joined(separator: ".") }

  static func violations(in file: TextFile) -> [Violation] {
    let bytes = Array(file.text.utf8)
    let places = folders.flatMap { folder in
      file.offsets(of: folder).filter { beginsPath($0, in: bytes) }.map { (folder, $0) }
    }
    let registries = hosts.flatMap { host in file.offsets(of: host).map { (host, $0) } }
    return (places + registries).map { name, offset in
      let line = bytes[..<offset].count { $0 == .newline } + 1
      return Violation(path: file.path, line: line, problem: "names \(name)")
    }
  }

  /// Whether the slash is the first of a path, rather than one within a path or an address.
  private static func beginsPath(_ offset: Int, in bytes: [UInt8]) -> Bool {
    guard offset > 0 else { return true }
    let before = Unicode.Scalar(bytes[offset - 1])
    return !before.properties.isAlphabetic && !("0"..."9").contains(before)
      && !".-_~%/)}".unicodeScalars.contains(before)
  }
}
