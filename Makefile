# The two commands are `make report` and `make test`; each does all of its own set-up.
# SPLIT=… and DOCUMENTS=… reach `make quality` and `make bench`.

VENV    := .venv
BIN     := $(VENV)/bin
DOSSIER := $(BIN)/python -m dossier
READY   := $(VENV)/.ready
BROWSER := $(VENV)/.browser
QUARTO  := $(VENV)/.quarto

# What pip has to say is shown where it fails, and is of no use where it does not.
quietly = $(1) >$(VENV)/pip.log 2>&1 || { cat $(VENV)/pip.log >&2; exit 1; }

export PATH := $(CURDIR)/$(BIN):$(PATH)
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PYTHONWARNINGS := ignore

.PHONY: report test lab notebooks quality bench clean lock help

report: $(READY) $(BROWSER) $(QUARTO)  ## the brief: _site/report.html and _site/report.pdf
	@$(DOSSIER) render

test: $(READY) $(BROWSER)  ## every test, and the notebooks against their committed outputs
	@echo "==> tests"
	@$(BIN)/python -m pytest -n auto --dist loadfile --nbval notebooks tests

lab: $(READY)  ## JupyterLab on the notebooks
	@$(BIN)/jupyter lab --notebook-dir=notebooks

notebooks: $(READY)  ## rerun the notebooks and refresh their committed outputs
	@$(DOSSIER) notebooks

quality: $(READY)  ## precision, recall and F1 of the extraction, beside its peers
	@PYTHONPATH=tests $(BIN)/python -m quality $(SPLIT)

bench: $(READY) $(BROWSER)  ## speed as ratios measured in one run
	@PYTHONPATH=. $(BIN)/python -m bench $(DOCUMENTS)

clean:  ## everything that was built (the environment stays)
	@rm -rf _build _site report.typ report.html report.pdf report_files

lock: $(READY)  ## pin every requirement anew, with hashes (needs uv)
	@echo 'setuptools>=77' | uv pip compile pyproject.toml - --all-extras --universal --python-version 3.11 --generate-hashes \
	    --no-header --no-annotate --no-emit-index-url --no-emit-find-links --quiet --output-file requirements.lock

help:  ## this list
	@grep -hE '^[a-z]+:.*##' Makefile | sed -E 's/:[^#]*##/\t/' | expand -t 14

# A Python that all our wheels exist for; `python3` may be older or newer than that.
$(READY): requirements.lock pyproject.toml
	@echo "==> environment (once)"
	@for python in $(PYTHON) python3.12 python3.11 python3.13 python3; do \
	    command -v $$python >/dev/null && $$python -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null && break; \
	    python=; \
	done; \
	[ -n "$$python" ] || { echo "No Python 3.11, 3.12 or 3.13 was found. Install one:  sudo apt-get install -y python3 python3-venv" >&2; exit 1; }; \
	$$python -m venv --clear $(VENV) || { echo "Python's venv is missing. Install it:  sudo apt-get install -y python3-venv" >&2; exit 1; }
	@$(call quietly,$(BIN)/python -m pip install --quiet --require-hashes --only-binary :all: -r requirements.lock)
	@$(call quietly,$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .)
	@printf 'Ready.' > $(VENV)/first.txt && PYTHONDONTWRITEBYTECODE= $(DOSSIER) extract $(VENV)/first.txt >/dev/null 2>&1 || true  # compiles ours and the lists, as pip does what it installs
	@touch $@

$(BROWSER): $(READY)
	@echo "==> Chromium"
	@$(BIN)/python -m dossier.browser --install
	@touch $@

# Quarto renders when it is there; where its download is blocked, the built-in engine does.
$(QUARTO): $(READY)
	@echo "==> Quarto (tried once)"
	@command -v quarto || $(BIN)/python -m pip install --quiet --no-deps quarto-cli >$(VENV)/quarto.log 2>&1 \
	    && echo "      found" || echo "      cannot be installed here; the built-in engine renders"
	@touch $@
