import ArgumentParser
import Intake
import Ledger
import SQLite

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
    } catch let error as SQLiteError where .corrupt ~= error.code {
      Console.message("deals: the ledger is damaged: \(error)\n\(DamageAdvice.text("LEDGER"))")
      throw ExitStatus.refused.code
    } catch let error as SQLiteError where error.message == "integer overflow" {
      Console.message(
        """
        deals: \(error)
        Sums hold 92 quadrillion in a currency with cents, which no real amounts come near. \
        `deals check plausibility` names those that cannot be right.
        """)
      throw ExitStatus(error).code
    } catch {
      Console.message("deals: \(error)")
      throw ExitStatus(error).code
    }
  }
}
