# make site: build seeds/ into site/     make test: everything that must hold     make check: style and types alone
PYTHON ?= python3
BIN := .venv/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: site serve test check browser screenshots bench-structure bench-evidence bench-names bench-crash clean
.DEFAULT_GOAL := site

site: .venv/installed
	@$(BIN)/digest build

serve: .venv/installed
	@$(BIN)/digest serve

test: check browser
	@$(BIN)/pytest

check: .venv/installed-dev
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy

browser: .venv/installed-dev
	@sh scripts/install-chromium.sh

screenshots: .venv/installed-dev browser
	@$(BIN)/python scripts/screenshots.py

bench-structure: .venv/installed-dev
	@$(BIN)/python -m pip install --quiet numpy
	@PYTHONPATH=scripts $(BIN)/python scripts/bench_structure.py $(DATA) $(SCORER) --cross-validate

bench-evidence: .venv/installed-dev
	@PYTHONPATH=scripts $(BIN)/python scripts/bench_evidence.py $(DATA) $(SCORER)

bench-names: .venv/installed-dev
	@$(BIN)/python scripts/bench_names.py $(DATA) $(SCORER)

bench-crash: .venv/installed-dev
	@$(BIN)/python scripts/bench_crash.py

clean:
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis dist build

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "digest needs Python 3.11 or newer: make PYTHON=python3.12")'
	@$(PYTHON) -m venv .venv

.venv/installed: .venv/bin/python pyproject.toml
	@echo "Installing digest into .venv (once) ..."
	@$(BIN)/python -m pip install --quiet --editable .
	@touch $@

.venv/installed-dev: .venv/bin/python pyproject.toml
	@echo "Installing digest and its test tools into .venv (once) ..."
	@$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch $@ .venv/installed
