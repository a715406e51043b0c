"""Database, key and the folder around them are closed to other accounts of the machine, from the first start on."""

import stat
from pathlib import Path

import pytest

from childlabour.core.checks import private_files
from childlabour.core.private_files import make_private
from tests.core.test_start import PRODUCTION, manage


@pytest.fixture
def state(tmp_path, settings, monkeypatch) -> Path:
    """A folder as an earlier version, or a careless copy, left it."""
    folder = tmp_path / "var"
    folder.mkdir()
    folder.chmod(0o755)
    for name in ("secret-key", "database.sqlite3", "database.sqlite3-wal"):
        (folder / name).write_text("")
        (folder / name).chmod(0o644)
    settings.STATE_DIR = folder
    monkeypatch.setitem(settings.DATABASES["default"], "ENGINE", "django.db.backends.sqlite3")
    monkeypatch.setitem(settings.DATABASES["default"], "NAME", str(folder / "database.sqlite3"))
    return folder


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_what_stands_open_is_closed_and_what_is_closed_further_stays_so(state):
    (state / "secret-key").chmod(0o400)
    make_private()
    assert mode(state) == 0o700
    assert mode(state / "database.sqlite3") == mode(state / "database.sqlite3-wal") == 0o600
    assert mode(state / "secret-key") == 0o400
    assert list(private_files()) == []


def test_what_stands_open_is_named_with_the_way_to_close_it(state):
    found = list(private_files())
    assert {warning.id for warning in found} == {"start.W007"}
    said = "\n".join(f"{warning.msg} {warning.hint}" for warning in found)
    assert f"chmod 700 {state}" in said
    assert f"chmod 600 {state / 'secret-key'}" in said
    assert len(found) == 4


def test_a_start_closes_everything_and_the_deployment_check_is_content(tmp_path):
    folder = tmp_path / "var"
    assert manage("migrate", "--verbosity", "0", state=folder).returncode == 0
    folder.chmod(0o755)
    run = manage("check", "--deploy", "--fail-level", "WARNING", state=folder, **PRODUCTION)
    assert run.returncode == 0, run.stderr
    assert mode(folder) == 0o700
    assert {mode(file) for file in folder.iterdir() if file.is_file()} == {0o600}
