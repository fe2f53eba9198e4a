# make demo: code the example reports, link them into a store, and say where to look.
# make viewer: build the page of dateline serve; needs Node.js 20 or later, with npm.
# make test: run the tests.
# All but viewer make .venv first, from the lock files, and need Python 3.11 or later, venv and pip.

PYTHON ?= python3
VENV := .venv
PIP := $(VENV)/bin/python -m pip --disable-pip-version-check

.PHONY: demo viewer viewer-test test check docs lock clean

demo: $(VENV)/run-time
	$(VENV)/bin/dateline demo --output demo

STATIC := src/dateline/web/static
PAGE := $(shell find frontend -type f -not -path '*/node_modules/*' 2>/dev/null)

viewer: $(STATIC)/index.html

$(STATIC)/index.html: frontend/node_modules/.package-lock.json $(PAGE)
	cd frontend && npm run --silent build
	touch $@

frontend/node_modules/.package-lock.json: frontend/package-lock.json
	@command -v npm >/dev/null || { echo "make viewer needs Node.js 20 or later with npm; all else works without it" >&2; exit 1; }
	cd frontend && npm ci --silent --no-fund --no-audit
	touch $@

# The page in a real browser: Chromium, by the path in CHROMIUM.
viewer-test: viewer $(VENV)/development
	cd frontend && npm test

test: $(VENV)/development
	$(VENV)/bin/python -m pytest

# Everything that a change has to pass, except the quality floors.
check: test
	$(VENV)/bin/ruff check
	$(VENV)/bin/ruff format --check
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("dateline needs Python 3.11 or later; name one: make PYTHON=python3.11")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/run-time: requirements.lock pyproject.toml | $(VENV)/bin/python
	$(PIP) install --quiet --require-hashes -r requirements.lock
	$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/development: requirements-dev.lock $(VENV)/run-time
	$(PIP) install --quiet --require-hashes -r requirements-dev.lock
	touch $@

# Writes the pages that are made from the program.
docs: $(VENV)/development
	$(VENV)/bin/python docs/generated.py

# Pins every dependency with its hashes; the development lock keeps the versions of the other.
PIN := $(VENV)/bin/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe \
	--all-build-deps --no-header --no-emit-options --no-emit-index-url --no-emit-trusted-host \
	--no-emit-find-links

lock: $(VENV)/development
	$(PIN) --output-file requirements.lock pyproject.toml
	$(PIN) --all-extras --constraint requirements.lock --output-file requirements-dev.lock pyproject.toml

clean:
	rm -rf $(VENV) demo build dist frontend/node_modules $(STATIC)
