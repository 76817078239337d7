# `make` alone lists the targets. Two environments, both made from requirements-dev.lock:
#   .venv             for work: Comity is installed editable, so it follows src/
#   build/installed   for `make test`: the built wheel, with the libraries of .venv beside it

PYTHON  ?= python3
VENV    ?= .venv
WORKERS ?= auto

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PYTHONPATH :=

PY        := $(VENV)/bin/python
INSTALLED := build/installed$(patsubst .venv%,%,$(notdir $(VENV)))
PACKAGE   := $(shell find src -type f -not -path '*/__pycache__/*' 2>/dev/null)
CODE      := src tests scripts benchmarks

.PHONY: help
help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# ── environments ─────────────────────────────────────────────────────────────────────────────────
.PHONY: dev
dev: $(VENV)/.editable ## set up .venv for work on Comity

$(VENV)/.libraries: requirements-dev.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Comity needs Python 3.11 or newer; name one with: make PYTHON=python3.11 …")'
	@test -x $(PY) || { echo "· making $(VENV)"; $(PYTHON) -m venv $(VENV); }
	@echo "· installing the locked libraries (about a minute the first time)"
	@$(PY) -m pip install --quiet --require-hashes -r requirements-dev.lock
	@touch $@

$(VENV)/.editable: $(VENV)/.libraries pyproject.toml
	@echo "· installing comity, editable"
	@$(PY) -m pip install --quiet --no-index --no-deps --no-build-isolation --editable .
	@touch $@

# The wheel is installed into an environment of its own, without a source tree in reach.
$(INSTALLED)/.wheel: $(VENV)/.libraries pyproject.toml README.md LICENSE NOTICE $(PACKAGE)
	@echo "· building the wheel and installing it into $(INSTALLED)"
	@rm -rf $(INSTALLED) build/dist && mkdir -p build
	@$(PY) -m build --no-isolation --wheel --outdir build/dist . > build/wheel.log 2>&1 || { cat build/wheel.log; exit 1; }
	@$(PY) -m venv --without-pip $(INSTALLED)
	@$(PY) -m pip --python $(INSTALLED)/bin/python install --quiet --no-index --no-deps build/dist/comity-*.whl
	@$(INSTALLED)/bin/python scripts/borrow_libraries.py $(PY)
	@touch $@

# ── use ──────────────────────────────────────────────────────────────────────────────────────────
.PHONY: demo
demo: $(VENV)/.editable ## read the samples, keep them in a record, and ask it
	@$(VENV)/bin/comity read samples --format table
	@rm -f build/demo.db build/demo.db-wal build/demo.db-shm && mkdir -p build
	@echo && echo "· the same reports in a record: comity add samples --record build/demo.db"
	@$(VENV)/bin/comity add samples --record build/demo.db
	@echo && echo "· what it knows of two countries: comity show pair Mongolia China --record build/demo.db"
	@$(VENV)/bin/comity show pair Mongolia China --record build/demo.db
	@echo && echo "· what comes up: comity show upcoming --today 2024-01-01 --days 400 --record build/demo.db"
	@$(VENV)/bin/comity show upcoming --today 2024-01-01 --days 400 --record build/demo.db
	@echo && echo "The record is build/demo.db; ask it more with: $(VENV)/bin/comity show --help"

# ── gates ────────────────────────────────────────────────────────────────────────────────────────
.PHONY: test
test: $(INSTALLED)/.wheel ## run all tests against the built and installed wheel
	@COMITY_TEST_INSTALLED=1 $(INSTALLED)/bin/python -m pytest -q -n $(WORKERS) --dist worksteal $(ARGS)

.PHONY: check
check: lint ## lint, then the fast tests against src; under two minutes
	@echo "· fast tests"
	@$(PY) -m pytest -q -n $(WORKERS) --dist worksteal -m "not slow" $(ARGS)

.PHONY: lint
lint: $(VENV)/.editable ## format, style, types, import contracts, data files
	@echo "· ruff format"
	@$(VENV)/bin/ruff format --quiet --check --output-format concise $(CODE) || { echo 'run: make format'; exit 1; }
	@echo "· ruff check"
	@$(VENV)/bin/ruff check --quiet $(CODE)
	@echo "· mypy"
	@$(VENV)/bin/mypy --no-error-summary
	@echo "· import contracts"
	@mkdir -p build && { $(VENV)/bin/lint-imports --no-cache --no-logo > build/contracts.log 2>&1 || { cat build/contracts.log; exit 1; }; }
	@echo "· data files"
	@$(PY) scripts/lint_data.py

.PHONY: format
format: $(VENV)/.editable ## put the code in form
	@$(VENV)/bin/ruff format --quiet $(CODE)
	@$(VENV)/bin/ruff check --quiet --fix-only $(CODE)

.PHONY: bench
bench: $(VENV)/.editable ## accuracy of each field and speed against bare spaCy
	@$(PY) -m benchmarks $(ARGS)

# ── upkeep ───────────────────────────────────────────────────────────────────────────────────────
# One lock for every platform and Python 3.11 and newer; hashes of all files of each version.
LOCK := pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
	--no-annotate --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock"

.PHONY: lock
lock: $(VENV)/.libraries ## pin again what pyproject.toml asks for (UPGRADE=--upgrade for newer)
	@$(VENV)/bin/uv $(LOCK) $(UPGRADE) --output-file requirements.lock
	@$(VENV)/bin/uv $(LOCK) $(UPGRADE) --extra dev --constraint requirements.lock --output-file requirements-dev.lock

.PHONY: clean
clean: ## remove what was built, and the environments
	@rm -rf build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis $(VENV)
	@find $(CODE) -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true
