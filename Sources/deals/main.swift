import ArgumentParser
import DealsCLI

DealsCommand.main()
