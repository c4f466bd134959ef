public import ArgumentParser
public import Finance
public import Intake
public import Ledger
public import Reporting

// Words of other modules that can be arguments.
extension OutputFormat: ExpressibleByArgument {}
extension Seeding.Choice: ExpressibleByArgument {}
extension Stage: ExpressibleByArgument {}
extension PartyRollup: ExpressibleByArgument {}
extension TermOverrides.RepaymentWord: ExpressibleByArgument {}
extension NetworkQuestion.Bound: ExpressibleByArgument {}
extension NetworkQuestion.Layer: ExpressibleByArgument {}
