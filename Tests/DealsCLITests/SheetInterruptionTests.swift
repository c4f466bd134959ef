import Foundation
import Intake
import TestSupport
import Testing

/// Ctrl-C and a polite kill while a sheet comes through a pipe.
@Suite(.temporaryDirectory, .serialized) struct SheetInterruptionTests {
  init() throws { try ShippedLedger.copy(.none) }

  /// The signal, whether the pipe goes on after it, and the status that shells expect.
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      (SIGINT, true, Int32(130)), (SIGTERM, true, 143), (SIGINT, false, 130),
    ])
  func `a signal ends the import and leaves the ledger as it was`(
    signal: Int32, goesOn: Bool, status: Int32
  ) throws {
    let file = TemporaryDirectory.file("deals.sqlite")
    let before = try Data(contentsOf: file)
    var sheet = try PipedSheet()
    // More than the pipe and the program's own buffer hold: it is reading lines by then.
    try sheet.feed(bytes: 1 << 19)
    if !goesOn { sheet.waitUntilTaken() }
    kill(sheet.process.processIdentifier, signal)
    let outcome = try sheet.end(feeding: goesOn)
    #expect(outcome.status == status)
    #expect(outcome.stderr == "deals: interrupted; the ledger is as it was\n")
    #expect(try Data(contentsOf: file) == before)
    #expect(try SheetImportTests.files() == ["deals.sqlite", "stderr"])
    let check = try DealsProcess.run("check")
    #expect(check.status == 0)
  }
}

/// The program, with a sheet in its standard input that has no end.
private struct PipedSheet {
  let process = Process()
  private let pipe = Pipe()
  private var next = 0

  init() throws {
    process.executableURL = DealsProcess.executable
    process.arguments = ["import", "-"]
    process.environment = DealsProcess.environment
    process.currentDirectoryURL = TemporaryDirectory.url
    // The end for reading is kept open here too, so that writing never ends this process.
    process.standardInput = pipe.fileHandleForReading
    let stderr = TemporaryDirectory.file("stderr")
    try Data().write(to: stderr)
    process.standardError = try FileHandle(forWritingTo: stderr)
    process.standardOutput = FileHandle.nullDevice
    // Threads of a pool block signals, and a program inherits that.
    var (none, usual) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &usual)
    defer { pthread_sigmask(SIG_SETMASK, &usual, nil) }
    try process.run()
    let descriptor = pipe.fileHandleForWriting.fileDescriptor
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
    try feed("deal_id,issuer,instrument,tranche,currency,amount,lender\n")
  }

  /// Writes lines until the program has taken so many bytes.
  mutating func feed(bytes count: Int) throws {
    var written = 0
    while written < count, process.isRunning { written += try feed(lines()) }
  }

  /// Waits until the program has taken all there is, and asks for more.
  func waitUntilTaken() {
    var waiting: Int32 = 1
    while waiting > 0, process.isRunning {
      usleep(50_000)
      _ = ioctl(pipe.fileHandleForReading.fileDescriptor, UInt(FIONREAD), &waiting)
    }
    usleep(800_000)
  }

  /// Waits for the program to end, giving it more lines or none, and returns how it ended.
  mutating func end(feeding: Bool) throws -> (status: Int32, stderr: String) {
    let deadline = Date(timeIntervalSinceNow: 3)
    while process.isRunning, Date() < deadline {
      if feeding { try feed(lines()) } else { usleep(10_000) }
    }
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
    let ended: Int32 = process.terminationReason == .uncaughtSignal ? 128 : 0
    let told = try String(contentsOf: TemporaryDirectory.file("stderr"), encoding: .utf8)
    return (status: ended + process.terminationStatus, stderr: told)
  }

  private mutating func lines() -> String {
    next += 100
    return (next - 100..<next).map { "d\($0),Alder,bond,A,USD,100,Apollo\n" }.joined()
  }

  /// Writes a text, waiting where the pipe is full; gives up when the program has ended.
  @discardableResult
  private func feed(_ text: String) throws -> Int {
    let bytes = Array(text.utf8)
    var written = 0
    while written < bytes.count, process.isRunning {
      let count = bytes[written...].withUnsafeBytes {
        write(pipe.fileHandleForWriting.fileDescriptor, $0.baseAddress, $0.count)
      }
      if count > 0 { written += count } else { usleep(1_000) }
    }
    return written
  }
}
