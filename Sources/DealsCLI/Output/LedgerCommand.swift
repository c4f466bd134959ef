import ArgumentParser
import Intake

/// A command that works on a ledger. Errors are told in one place, and end in one status each.
protocol LedgerCommand: ParsableCommand {
  func execute() throws
}

extension LedgerCommand {
  func run() throws {
    do {
      try execute()
    } catch let exit as ExitCode {
      throw exit
    } catch is OutputSink.ReaderGone {
      // It has read enough.
    } catch let error as ImportInterrupted {
      Console.message("deals: \(error)")
      throw ExitCode(Interruption.status)
    } catch {
      Console.message("deals: \(error)")
      throw ExitStatus(error).code
    }
  }
}
