"""The app as it stands on a server: code, STATE_DIR and a database of its own, driven by its commands as people do.

`installation` gives one in which the office of 051e9c7 has been at work; `empty` one where nobody has.
"""

import hashlib
import os
import secrets
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg2
import pytest

from tests.issuing.certificates import root_file
from tests.laws.imports import HOUSE
from tests.upgrading.kept import IS_SQLITE, a_database, laid, server_of, told, url_of
from tests.upgrading.make_fixture import FILES, SITE_ADDRESS

SAID_BY_ENVIRONMENT = ("PATH", "HOME", "LANG", "TMPDIR")
DUE_TO_DOTENV = ("DEBUG", "SECRET_KEY", "ALLOWED_HOSTS", "HTTPS", "BEHIND_PROXY", "SIGNATURE_TRUST_ROOTS")


SERVES = (
    "import django; django.setup()\n"
    "from childlabour.core.serving import begin_to_serve\n"
    "import signal; print(begin_to_serve(), flush=True); signal.pause()"
)


def hears_the_terminal() -> None:
    """Whoever runs these tests under `nohup` does not run the office under it."""
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


@dataclass(frozen=True)
class Installation:
    state: Path
    database: str  # its name
    home: Path = HOUSE  # the code
    python: str = sys.executable

    @property
    def environment(self) -> dict[str, str]:
        mine = {name: os.environ[name] for name in SAID_BY_ENVIRONMENT if name in os.environ}
        return (
            mine
            | dict.fromkeys(DUE_TO_DOTENV, "")
            | {
                "DJANGO_SETTINGS_MODULE": "childlabour.settings",
                "STATE_DIR": str(self.state),
                "DATABASE_URL": url_of(self.database),
                "SITE_ADDRESS": SITE_ADDRESS,
            }
        )

    def manage(self, *words: object, **environment: str) -> subprocess.CompletedProcess:
        return self.run("manage.py", *words, **environment)

    def run(self, *words: object, **environment: str) -> subprocess.CompletedProcess:
        with self.started(*words, **environment) as process:
            out, err = process.communicate()
        return subprocess.CompletedProcess(process.args, process.returncode, out, err)

    def started(self, *words: object, **environment: str) -> subprocess.Popen:
        return subprocess.Popen(
            [self.python, *map(str, words)],
            cwd=self.home,
            env=self.environment | environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            preexec_fn=hears_the_terminal,
        )

    def did(self, *words: object, **environment: str) -> str:
        """What the command printed; it must have done what it was asked."""
        done = self.manage(*words, **environment)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def refused(self, *words: object, **environment: str) -> str:
        """Why it was not done; nothing was printed."""
        done = self.manage(*words, **environment)
        assert (done.returncode, done.stdout) == (1, ""), done.stderr
        return done.stderr

    def backup(self, folder: Path, **environment: str) -> Path:
        return Path(self.did("backup", "--to", folder, **environment).rstrip("\n"))

    # ── What is in it ────────────────────────────────────────────────────────────────────────────

    def content(self) -> dict[str, str]:
        """Every table with a sum over all its rows, every file with its own."""
        tables = {name: _sum(repr(row) for row in self.rows(name)) for name in self.tables()}
        files = {str(f.relative_to(self.state)): _sum([f.read_bytes()]) for f in self.files()}
        return tables | files

    def tables(self) -> list[str]:
        asked = (
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            if IS_SQLITE
            else "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'"
        )
        return sorted(name for (name,) in self.ask(asked))

    def rows(self, table: str) -> list[tuple]:
        return sorted(map(_plain, self.ask(f'SELECT * FROM "{table}"')))

    def files(self) -> list[Path]:
        kept = (self.state / "files", self.state / "secret-key", self.state / "trust-roots")
        return sorted(f for top in kept for f in ([top] if top.is_file() else top.rglob("*")) if f.is_file())

    def schemas(self) -> list[str]:
        """Those of people; SQLite has one."""
        if IS_SQLITE:
            return ["public"]
        asked = "SELECT nspname FROM pg_namespace WHERE nspname !~ '^(pg_|information_schema)'"
        return [name for (name,) in self.ask(asked)]

    def ask(self, statement: str) -> list[tuple]:
        if not IS_SQLITE:
            return told(statement, self.database)
        with closing(sqlite3.connect(self.database, isolation_level=None, timeout=20)) as database:
            return database.execute(statement).fetchall()


def _plain(row: tuple) -> tuple:
    return tuple(repr(bytes(value) if isinstance(value, memoryview) else value) for value in row)


def _sum(parts) -> str:
    whole = hashlib.sha256()
    for part in parts:
        whole.update(part if isinstance(part, bytes) else part.encode())
    return whole.hexdigest()


def take_locks_off_issues(installation: Installation) -> None:
    asked = (
        "SELECT name, '' FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'plans_issue'"
        if IS_SQLITE
        else "SELECT tgname, 'ON plans_issue' FROM pg_trigger "
        "WHERE tgrelid = 'plans_issue'::regclass AND NOT tgisinternal"
    )
    for name, on_table in installation.ask(asked):
        installation.ask(f"DROP TRIGGER {name} {on_table}")


@contextmanager
def served(installation: Installation) -> Iterator[None]:
    with installation.started("-c", SERVES) as service:
        assert service.stdout.readline() == "True\n"
        yield
        service.terminate()


@contextmanager
def in_use(installation: Installation) -> Iterator[None]:
    """By a shell that somebody left open in the middle of something."""
    if IS_SQLITE:
        with closing(sqlite3.connect(installation.database)) as database:
            database.execute("PRAGMA journal_mode=WAL")
            database.execute("BEGIN")
            database.execute("SELECT * FROM plans_document").fetchone()
            yield
    else:
        with closing(psycopg2.connect(**server_of(installation.database))) as database:
            with database.cursor() as cursor:
                cursor.execute("SELECT * FROM plans_document")
            yield


@pytest.fixture(scope="session")
def pattern(tmp_path_factory) -> Iterator[str]:
    """The kept database at the version of this code: copied for each installation."""
    with laid(tmp_path_factory.mktemp("pattern")) as name:
        state = tmp_path_factory.mktemp("pattern-state")
        Installation(state, name).did("migrate", "--verbosity", "0")
        if IS_SQLITE:
            with closing(sqlite3.connect(name)) as database:
                database.execute("PRAGMA journal_mode=DELETE")
        yield name


@contextmanager
def installed(state: Path, pattern: str = "") -> Iterator[Installation]:
    """With a copy of the database `pattern`, and an uploaded file; "" gives an empty one."""
    state.mkdir()
    if IS_SQLITE:
        file = state / "database.sqlite3"
        if pattern:
            shutil.copy(pattern, file)
        yield Installation(state, str(file))
    else:
        with a_database(*filter(None, [pattern])) as name:
            yield Installation(state, name)


@contextmanager
def at_work(state: Path, pattern: str) -> Iterator[Installation]:
    """With the papers and the uploaded file of the office of 051e9c7, a trust root and a key of its own."""
    with installed(state, pattern) as office:
        (state / "secret-key").write_text(secrets.token_urlsafe(64))
        shutil.copytree(FILES, state / "files")
        root_file(state / "trust-roots")
        yield office


@dataclass(frozen=True)
class Archived:
    path: Path
    content: dict[str, str]  # of the installation that it is of


@pytest.fixture(scope="session")
def archived(pattern, tmp_path_factory) -> Archived:
    """A backup of the office, made once."""
    folder = tmp_path_factory.mktemp("archived")
    with at_work(folder / "state", pattern) as office:
        return Archived(office.backup(folder), office.content())


@pytest.fixture
def installation(pattern, tmp_path) -> Iterator[Installation]:
    with at_work(tmp_path / "state", pattern) as office:
        yield office


@pytest.fixture
def empty(tmp_path) -> Iterator[Installation]:
    with installed(tmp_path / "empty-state") as nobody:
        yield nobody
