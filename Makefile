# One door for people, hooks and CI. Needs Python 3.11 or later and make, nothing else.
.PHONY: report notebooks gallery test test-all check clean help tools
.DEFAULT_GOAL := help

PYTHON ?= python3
VENV := .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
READY := $(VENV)/.ready
# The newest year of each trust that is committed, one report each.
SAMPLES := RYV/2020 RV9/2021 ZZ1/2024

help: ## list what can be made
	@awk -F':.*## ' '/^[a-z-]+:.*## /{printf "make %-10s %s\n", $$1, $$2}' Makefile

$(READY): pyproject.toml requirements.lock
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --constraint requirements.lock --editable '.[test,dev]'
	@touch $@

report: $(READY) ## render the sample reports into build/
	@for sample in $(SAMPLES); do $(BIN)/wres render $$(dirname $$sample) $$(basename $$sample) || exit 1; done

notebooks: $(READY) ## refresh the committed chapters with the sample trust's outputs
	$(BIN)/python -m wres.chapters.sample

gallery: $(READY) ## draw every chart in every state into build/gallery
	$(BIN)/python -m tests.gallery build/gallery

test: $(READY) ## pass the tests, in about twelve minutes
	$(BIN)/python -m pytest --nbval --nbval-current-env notebooks
	$(BIN)/python -m pytest -n auto --dist loadgroup -m "not slow"

test-all: tools test ## every test; a missing tool fails, it does not skip
	WRES_REQUIRE_TOOLS=1 $(BIN)/python -m pytest -n auto -m slow

tools: ## install what only make test-all needs (Debian; needs root)
	command -v chromium >/dev/null || \
	  (apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null)

check: $(READY) ## lint, format and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

clean: ## remove everything that make made
	rm -rf $(VENV) build .pytest_cache .mypy_cache .ruff_cache report.html report.pdf report.typ report_files .quarto
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
