"""Makes the kept databases of 051e9c7 anew: `python -m tests.upgrading.make_fixture`.

The code of that commit is taken out of the history into a temporary folder and does its own work there
(`office_of_051e9c7.py`), once on SQLite and once on a throw-away PostgreSQL. Kept are both databases
(`at_051e9c7.sqlite3.xz`, `at_051e9c7.sql.xz`: plain SQL), the one uploaded file, and what each should hold
(`….json`). Times, ids and codes are the same each time; digital signatures, the salt of a password and the month
in the path of the uploaded file are not.
"""

import io
import lzma
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tarfile
import tempfile
from contextlib import closing
from pathlib import Path

COMMIT = "051e9c7"
HERE = Path(__file__).resolve().parent
HOUSE = HERE.parents[1]
OFFICE = HERE / f"office_of_{COMMIT}.py"
KEPT = HERE / f"at_{COMMIT}"
FILES = KEPT.with_suffix(".files")
SITE_ADDRESS = "https://kehoach.example.gov.vn"  # printed on the papers that are on their way


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="fixture-") as name:
        folder = Path(name)
        tree = folder / "tree"
        take_out(tree)
        file = folder / "database.sqlite3"
        facts = work(tree, folder / "sqlite", f"sqlite:///{file}")
        keep("sqlite3", flattened(file), facts)
        shutil.rmtree(FILES, ignore_errors=True)
        shutil.copytree(folder / "sqlite" / "files", FILES)
        on_postgresql = [sys.executable, "-m", "tests.postgres", sys.executable, "-m", __spec__.name]
        subprocess.run([*on_postgresql, tree, folder], cwd=HOUSE, check=True)


def on_the_server(tree: Path, folder: Path) -> None:
    """The second half, with DATABASE_URL naming a PostgreSQL that is there for us alone."""
    url = os.environ["DATABASE_URL"]
    facts = work(tree, folder / "postgresql", url)
    socket, _, database = url.removeprefix("postgres://postgres@/").rpartition("/")
    where = [f"--host={socket}", "--username=postgres", database]
    asked = ["pg_dump", "--inserts", "--no-owner", "--no-privileges", "--encoding=UTF8", *where]
    dump = subprocess.run(asked, stdout=subprocess.PIPE, check=True).stdout
    keep("sql", any_server_s(dump.decode()).encode(), facts)


def take_out(tree: Path) -> None:
    archive = subprocess.run(["git", "archive", COMMIT], cwd=HOUSE, capture_output=True, check=True).stdout
    with tarfile.open(fileobj=io.BytesIO(archive)) as packed:
        packed.extractall(tree, filter="data")


def work(tree: Path, state: Path, url: str) -> bytes:
    """Lays the tables with the code of `tree` and lets its office work; what that says it has at the end."""
    state.mkdir()
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(tree),
        "PYTHONHASHSEED": "0",
        "DJANGO_SETTINGS_MODULE": "childlabour.settings",
        "DATABASE_URL": url,
        "STATE_DIR": str(state),
        "SITE_ADDRESS": SITE_ADDRESS,
    }

    def run(*words) -> bytes:
        command = [sys.executable, *words]
        return subprocess.run(command, cwd=tree, env=environment, stdout=subprocess.PIPE, check=True).stdout

    run("manage.py", "migrate", "--verbosity", "0")
    return run(OFFICE)


def flattened(file: Path) -> bytes:
    """The whole database in one file without its journal."""
    with closing(sqlite3.connect(file)) as database:
        database.execute("PRAGMA journal_mode=DELETE")
        database.execute("VACUUM")
    return file.read_bytes()


def any_server_s(dump: str) -> str:
    """Without what only psql understands (\\restrict) or only servers newer than 13 do."""
    return re.sub(
        r"^(\\(un)?restrict .*|SET (transaction_timeout|idle_session_timeout) .*)\n", "", dump, flags=re.M
    )


def keep(ending: str, data: bytes, facts: bytes) -> None:
    packed = lzma.compress(data, preset=9 | lzma.PRESET_EXTREME)
    KEPT.with_suffix(f".{ending}.xz").write_bytes(packed)
    KEPT.with_suffix(f".{ending}.json").write_bytes(facts)
    print(f"{KEPT.name}.{ending}: {len(data) / 1e6:.2f} MB, packed {len(packed) / 1e6:.2f} MB", flush=True)


if __name__ == "__main__":
    if sys.argv[1:]:
        on_the_server(*map(Path, sys.argv[1:]))
    else:
        main()
