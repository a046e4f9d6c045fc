# Newcomers need two commands: `make demo` and `make test`. Each sets up what it lacks and is quick when nothing is missing.
#
#   PYTHON=python3.12   which interpreter makes the environment (3.11 or newer)
#   VENV=.venv          where the environment lies
#   PROCESSES=2         how many processes share the tests (0: this one alone)
#   OUT=out             where reports of `make demo` and the samples of `make samples` go

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
MAKEFLAGS += --no-print-directory

VENV ?= .venv
OUT ?= out
PROCESSES ?= 2
SEED ?= 1
COUNT ?= 4
RUN := $(VENV)/bin
STAMP := $(VENV)/.installed

# The first interpreter that is new enough and can make environments.
CANDIDATES := python3.11 python3.12 python3.13 python3.14 python3 python
PYTHON ?= $(shell for p in $(CANDIDATES); do \
	$$p -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { echo $$p; break; }; done)

.DEFAULT_GOAL := help
.PHONY: help demo test lint format bench samples install weights doctor constraints clean

help:
	@echo 'make demo      check the two sample applications; prints where the reports are'
	@echo 'make test      run the tests'
	@echo 'make lint      formatting, lint, types, layers'
	@echo 'make format    put the formatting right'
	@echo 'make bench     speed against the bare models and against PaddleOCR, memory over 300 pages, rules over 1,000 applications, look-ups among a million pages; the service: uploads, readings, memory, Prefect'
	@echo 'make samples   draw new applications with truth files (COUNT, SEED)'
	@echo 'make doctor    what is there, what is missing, how to get it'
	@echo 'make constraints  pin what a fresh environment gets today'
	@echo 'make clean     remove what was built here, not the samples'

demo: install weights
	@$(RUN)/heyan check samples/clean --out $(OUT)/clean
	@$(RUN)/heyan check samples/flagged --out $(OUT)/flagged
	@echo
	@echo 'Open in a browser:'
	@echo '  $(abspath $(OUT)/clean/report.html)    an application without a flag'
	@echo '  $(abspath $(OUT)/flagged/report.html)  one with six things that do not fit'

test: install weights
	$(RUN)/python -m pytest -n $(PROCESSES) --no-loadscope-reorder

lint: install
	$(RUN)/ruff format --check .
	$(RUN)/ruff check .
	$(RUN)/mypy
	$(RUN)/lint-imports

format: install
	$(RUN)/ruff format .
	$(RUN)/ruff check --fix .

bench: install weights
	$(RUN)/python -m pipeline.benchmark
	$(RUN)/python -m pipeline.service.benchmark

samples: install
	$(RUN)/python -m samples.draw --seed $(SEED) --count $(COUNT) --out $(OUT)/samples

doctor: install
	@$(RUN)/heyan doctor

install: $(STAMP)

weights: install
	@$(RUN)/python -m models.ocr.weights

$(STAMP): pyproject.toml constraints.txt
	@test -n '$(PYTHON)' || { echo 'Python 3.11 or newer (with venv) was not found; name one: make PYTHON=/path/to/python3 demo' >&2; exit 1; }
	@test -x $(RUN)/python || { echo 'making the environment $(VENV) with $(PYTHON)'; $(PYTHON) -m venv $(VENV); }
	@echo 'installing packages (some minutes the first time)'
	@$(RUN)/python -m pip install -qq --disable-pip-version-check --no-compile -c constraints.txt -e '.[dev,postgres,s3,samples,service,traces]'
	@touch $@

# A fresh environment without constraints, frozen: names and versions only.
constraints:
	@fresh=$$(mktemp -d) && trap 'rm -rf "$$fresh"' EXIT && $(PYTHON) -m venv "$$fresh" \
	&& "$$fresh/bin/python" -m pip install -qq -e '.[dev,postgres,s3,samples,service,traces]' \
	&& "$$fresh/bin/python" -m pip freeze --exclude-editable | sed 's/+.*//' > "$$fresh/frozen" \
	&& { head -1 constraints.txt; cat "$$fresh/frozen"; } > "$$fresh/constraints.txt" && mv "$$fresh/constraints.txt" constraints.txt

clean:
	rm -rf $(OUT) build *.egg-info .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find pipeline extractors models samples tests -name __pycache__ -type d -prune -exec rm -rf {} +
