# What there is to do, for newcomers and the build machine alike. `make` lists it.

SWIFT   = swift
# The Swift runtime goes into the program, which then runs where there is no Swift.
RELEASE = -c release --static-swift-stdlib --product deals
PROGRAM = .build/release/deals
MANUAL  = .build/release/generate-manual
PREFIX  = /usr/local
# All that swift format looks after.
FORMATTED = Package.swift Sources Tests Plugins Migrations Seeds

.PHONY: help run build test lint fuzz bench reliability torture reference format install release clean

help: ## List what there is to do
	@awk -F ' ?:.*## ' '/^[a-z]+:.*## / { printf "make %-11s %s\n", $$1, $$2 }' Makefile

run: build ## Build, make deals.sqlite if there is none, and show its figures
	@set -e; ledger="$${DEALS_LEDGER:-deals.sqlite}"; \
	  test -e "$$ledger" || $(PROGRAM) init --ledger "$$ledger"; \
	  $(PROGRAM) status --ledger "$$ledger"; \
	  command -v deals >/dev/null || \
	    echo "There is no deals on your path yet: write $(PROGRAM) for it, or run make install."

build: ## Build the program for use
	@.ci/libraries
	@$(SWIFT) build $(RELEASE)

test: ## Run all tests; UPDATE_GOLDEN=1 writes expected outputs anew
	@.ci/libraries sqlite3 python3
	@$(SWIFT) test --quiet --disable-xctest

lint: ## Check the format and the rules of Tests/TidyTests
	@.ci/libraries
	@$(SWIFT) format lint --strict --recursive $(FORMATTED)
	@$(SWIFT) test --quiet --disable-xctest --filter TidyTests

fuzz: ## Look for a minute for inputs that break the reader of tables; Tests/Fuzz/run for others
	@Tests/Fuzz/run 60

bench: ## Measure time and memory against the goals in Benchmarks/README.md
	@.ci/libraries sqlite3
	@Benchmarks/run

reliability: ## Kill, break and fill up what the program works on, in minutes; Docs/Reliability.md
	@.ci/libraries sqlite3
	@Tests/Reliability/run

torture: ## The same with new seeds until something is found; HOURS=8
	@.ci/libraries sqlite3
	@Tests/Reliability/run --hours $(or $(HOURS),8)

reference: ## Build the reference of SQLite, Finance, Ledger and FlowGraph into .build/docc
	@$(SWIFT) build --quiet
	@.ci/docc .build/docc

format: ## Put the code into its format
	@$(SWIFT) format --in-place --recursive $(FORMATTED)

install: build manual ## Put program, completions and manual into PREFIX, by default /usr/local
	@.ci/install $(PROGRAM) $(MANUAL) "$(DESTDIR)$(PREFIX)"
	@echo "installed $(DESTDIR)$(PREFIX)/bin/deals"

release: build manual ## Make an archive to install from, with its checksum, in .build/dist
	@.ci/release $(PROGRAM) $(MANUAL) .build/dist

# The library of the command line has a tool that writes its manual.
.PHONY: manual
manual:
	@$(SWIFT) build $(subst deals,generate-manual,$(RELEASE))

clean: ## Remove what was built; ledgers stay
	@rm -rf .build
