# Two commands matter: `make run` and `make test`. README.md says what they need.
PORT ?= 8000
python = .venv/bin/python
collected = var/static/staticfiles.json
pytest = $(python) -m pytest --quiet

# The first Python from 3.11 on; a name may stand in PATH and still not run (version managers).
system_python = $(shell for p in $(PYTHON) python3.11 python3 python3.12 python3.13; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
install = $(or $(system_python),$(error Python 3.11 or later is needed: sudo apt-get install python3)) \
	-m childlabour.install

.PHONY: .test-ready .lint-ready run setup test test-sqlite test-postgres test-journeys sweep mutate lint format \
	attack bench bench-reading words fuzz check-word messages

run: setup ## install what is missing, then serve on http://127.0.0.1:$(PORT)/
	@PORT=$(PORT) exec $(python) -m gunicorn -c python:childlabour.server childlabour.wsgi

setup: ## the installing part alone: system packages, virtual environment, database, catalogue, samples
	@$(install) run
	@$(MAKE) --no-print-directory $(collected)
	@$(python) manage.py migrate --verbosity 0
	@$(python) manage.py load_catalogue
	@$(python) manage.py load_samples

# Collected again only when a file was changed, added or removed, or a library renewed: it takes three seconds.
# With another STATE_DIR this file never appears, and every start collects.
$(collected): $(wildcard .venv/installed-*) $(shell find static)
	@$(python) manage.py collectstatic --no-input --verbosity 0

test: test-sqlite test-postgres test-journeys ## everything, on SQLite, on PostgreSQL, in Chromium

.test-ready:
	@$(install) test

.lint-ready:
	@$(install) lint

test-sqlite: .test-ready
	@echo "── The suite on SQLite, $$(date +%T)"
	@DATABASE_URL= $(pytest) --numprocesses auto -m "not journey and not sweep"

test-postgres: .test-ready
	@echo "── The suite on a throw-away PostgreSQL, $$(date +%T)"
	@$(python) -m tests.postgres $(pytest) --numprocesses auto -m "not journey and not sweep" \
		--of-the-database --ignore tests/laws/test_regexes.py

test-journeys: .test-ready
	@echo "── The journeys in Chromium, $$(date +%T)"
	@DATABASE_URL= $(pytest) -m journey

sweep: .test-ready ## the long runs: hostile papers, kills at every line, the API against its schema, spoilt files
	@echo "── The sweeps on SQLite, $$(date +%T)"
	@DATABASE_URL= $(pytest) --numprocesses auto -m sweep --ignore tests/attack
	@echo "── The sweeps that write, on a throw-away PostgreSQL, $$(date +%T)"
	@$(python) -m tests.postgres $(pytest) --numprocesses auto -m sweep --ignore tests/sweep/test_papers.py --ignore tests/attack
	@echo "── The attacks, alone on the machine, $$(date +%T)"
	@DATABASE_URL= $(pytest) -m sweep tests/attack
	@echo "── 3,000 spoilt files, $$(date +%T)"
	@$(python) -m tests.fuzz 3000

ROOMS ?= childlabour.core plans.citing plans.law plans.checking
mutate: .test-ready ## what the tests of some rooms do not notice; writes docs/mutation.md
	@$(python) -m tests.mutate $(ROOMS)

lint: .lint-ready ## style of code and templates, types
	$(python) -m ruff check .
	$(python) -m ruff format --check .
	.venv/bin/djade --target-version 5.2 --check $$(git ls-files 'templates/*.html')
	$(python) -m mypy

format: .lint-ready
	$(python) -m ruff check --fix --quiet .
	$(python) -m ruff format --quiet .
	.venv/bin/djade --target-version 5.2 $$(git ls-files 'templates/*.html')

bench: .test-ready ## what things cost, as ratios
	@$(pytest) --timeout 0 tests/bench/*.py

bench-reading: .test-ready ## how right the reading of files is, as the table of docs/reading.md; or of the plans of FOLDER
	@DATABASE_URL= FOLDER="$(FOLDER)" $(pytest) --timeout 0 tests/reading/rightness.py

words: .test-ready ## words lost, added and moved by reading each file of FOLDER, and the meaning found
	@$(python) -m tests.words $(FOLDER)

fuzz: .test-ready ## 10,000 spoilt files, the same ones each time: read or refused, nothing else
	@$(python) -m tests.fuzz 10000

attack: .test-ready ## attacks a throw-away copy of the site, and says what held; python -m tests.attack --help
	@$(python) -m tests.attack

check-word: ## prints the exported Word files with LibreOffice: same text, same page count ±1
	@$(install) word
	@$(pytest) --timeout 0 -s tests/word.py

messages: .lint-ready ## compile locale/ after changing a .po
	@for d in django djangojs; do $(python) -m babel.messages.frontend -q compile -d locale -l vi -D $$d; done
