import Foundation
import TestSupport

/// How a run of the program ended.
struct Run: Sendable {
  /// Its exit status; 128 and the signal's number when a signal ended it.
  var status: Int32
  var stdout: String
  var stderr: String
  /// Whether it had to be killed because it did not come to an end.
  var isHung = false

  /// Whether a signal ended it that no test sent.
  var isCrash: Bool { [SIGSEGV, SIGBUS, SIGILL, SIGABRT, SIGFPE, SIGTRAP].contains(status - 128) }

  /// For a message of a test: the status and the first lines of what it said.
  var told: String {
    "status \(status)\(isHung ? ", hung" : ""): "
      + stderr.split(separator: "\n").prefix(3).joined(separator: " / ")
  }
}

/// The program as it is built, run from outside.
enum Program {
  /// `DEALS_PROGRAM`, else the one that is built beside the tests.
  static let path: String = {
    let named = ProcessInfo.processInfo.environment["DEALS_PROGRAM"] ?? ""
    return named.isEmpty ? DealsProcess.executable.path(percentEncoded: false) : named
  }()

  /// Runs `deals` in the folder of a workplace, to its end.
  ///
  /// - Parameters:
  ///   - variables: of the environment, such as `LD_PRELOAD`.
  ///   - input: a path to read standard input from.
  ///   - killAfter: microseconds after which it is killed, if it still runs.
  static func run(
    _ arguments: [String], at workplace: Workplace, variables: [String: String] = [:],
    input: String = "/dev/null", killAfter: UInt32? = nil
  ) throws -> Run {
    try Child(
      path, arguments, at: workplace,
      environment: DealsProcess.environment.merging(variables) { $1 },
      input: input
    ).end(killAfter: killAfter)
  }
}

/// A program that runs.
struct Child: Sendable {
  let process: pid_t
  private let workplace: Workplace
  /// After so long a program hangs, however slow the machine.
  private static let patience: TimeInterval = 60

  init(
    _ path: String, _ arguments: [String], at workplace: Workplace, environment: [String: String],
    input: String = "/dev/null"
  ) throws {
    self.workplace = workplace
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    let create = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, 1, workplace.stdout, create, 0o666)
    posix_spawn_file_actions_addopen(&actions, 2, workplace.stderr, create, 0o666)
    try Self.changeFolder(&actions, workplace.folder)
    // Threads of a pool block signals, and a program inherits that.
    var (none, usual) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    sigemptyset(&usual)
    for signal in [SIGINT, SIGTERM, SIGPIPE, SIGXFSZ] { sigaddset(&usual, signal) }
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &usual)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

    var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
    var settings: [UnsafeMutablePointer<CChar>?] =
      environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for word in words + settings { free(word) } }
    var process: pid_t = 0
    let code = posix_spawn(&process, path, &actions, &attributes, &words, &settings)
    guard code == 0 else {
      throw POSIXError(POSIXErrorCode(rawValue: code) ?? .ENOENT)
    }
    self.process = process
  }

  /// Has the program begin in a folder. The C library's headers do not offer this to Swift.
  private static func changeFolder(
    _ actions: inout posix_spawn_file_actions_t, _ folder: String
  ) throws {
    typealias Function =
      @convention(c) (
        UnsafeMutablePointer<posix_spawn_file_actions_t>, UnsafePointer<CChar>
      ) -> Int32
    guard let symbol = dlsym(nil, "posix_spawn_file_actions_addchdir_np") else {
      throw POSIXError(.ENOSYS)
    }
    _ = unsafeBitCast(symbol, to: Function.self)(&actions, folder)
  }

  /// Waits for its end.
  func end(killAfter: UInt32? = nil) throws -> Run {
    if let killAfter {
      usleep(killAfter)
      kill(process, SIGKILL)
    }
    let deadline = Date(timeIntervalSinceNow: Self.patience)
    var (status, isHung, pause) = (Int32(0), false, UInt32(200))
    while waitpid(process, &status, WNOHANG) == 0 {
      if !isHung, Date() > deadline {
        isHung = true
        kill(process, SIGKILL)
      }
      usleep(pause)
      pause = min(2_000, pause + 100)
    }
    let signal = status & 0x7F
    return Run(
      status: signal == 0 ? status >> 8 & 0xFF : 128 + signal,
      stdout: workplace.text(workplace.stdout), stderr: workplace.text(workplace.stderr),
      isHung: isHung)
  }

  /// Waits until it was stopped by a signal; false when it ended instead.
  func waitUntilStopped() -> Bool {
    var status: Int32 = 0
    var info = siginfo_t()
    // Leaves the end itself for ``end(killAfter:)`` to see.
    waitid(P_PID, id_t(process), &info, WSTOPPED | WEXITED | WNOWAIT)
    guard info.si_code == CLD_STOPPED else { return false }
    waitpid(process, &status, WUNTRACED)
    return true
  }
}
