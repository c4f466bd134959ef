import DealsCLI

DealsCommand.start()
