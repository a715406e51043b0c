"""`make run` and `make test`: they install only what is missing, say what they cannot, and hide nothing."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from childlabour import install
from childlabour.core import machine
from childlabour.core.machine import Need
from tests.laws.imports import HOUSE

GHOST = Need("no-such-package-in-debian", "a thing that is not there", lambda: False)


# ── Installing ───────────────────────────────────────────────────────────────────────────────────


def test_without_rights_it_stops_with_the_exact_command(monkeypatch):
    monkeypatch.setattr(install, "way_to_be_root", lambda: None)
    with pytest.raises(SystemExit) as stop:
        install.install_packages((GHOST,))
    said = str(stop.value)
    assert "no-such-package-in-debian: a thing that is not there" in said
    command = "sudo apt-get install --yes --no-install-recommends no-such-package-in-debian"
    assert f"\n  sudo apt-get update && {command}\n" in said


def test_with_everything_there_nothing_is_called(monkeypatch, capfd):
    monkeypatch.setattr(install, "way_to_be_root", lambda: pytest.fail("asked to be root"))
    install.install_packages((Need("python3", "Python", lambda: True),))
    assert capfd.readouterr() == ("", "")


def test_what_this_machine_lacks_for_papers_is_nothing():
    assert [need.package for need in machine.missing(machine.TO_PRINT_PAPERS)] == []


def test_a_face_with_holes_is_no_face_for_the_paper(monkeypatch):
    whole = set(machine.PAPER_STYLES)
    for listed, chosen in (
        ({"Times New Roman": whole, "Liberation Serif": whole}, "Times New Roman"),
        ({"Times New Roman": {"Regular"}, "Liberation Serif": whole}, "Liberation Serif"),
        ({"Liberation Serif": whole - {"Bold Italic"}, "DejaVu Serif": whole}, ""),
        ({}, ""),
    ):
        monkeypatch.setattr(machine, "_faces_with_vietnamese", lambda listed=listed: listed)
        assert machine.paper_face() == chosen


def test_requirements_are_installed_again_only_when_they_change(tmp_path, monkeypatch):
    monkeypatch.setattr(install, "HOME", tmp_path)
    (tmp_path / "requirements.txt").write_text("django\n")
    (tmp_path / "requirements-dev.txt").write_text("-r requirements.txt\n")
    before = install.fingerprint(tmp_path / "requirements-dev.txt")
    assert install.fingerprint(tmp_path / "requirements-dev.txt") == before
    (tmp_path / "requirements.txt").write_text("django~=5.2\n")
    assert install.fingerprint(tmp_path / "requirements-dev.txt") != before


def test_the_installer_needs_nothing_that_it_installs():
    bare = subprocess.run(
        [
            sys.executable,
            "-I",
            "-S",
            "-c",
            f"import sys; sys.path.insert(0, {str(HOUSE)!r}); import childlabour.install",
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert bare.returncode == 0, bare.stderr


def test_ci_calls_lint_test_and_sweep_and_nothing_else():
    script = (HOUSE / ".ci" / "run").read_text()
    assert os.access(HOUSE / ".ci" / "run", os.X_OK)
    assert re.sub(r"#.*", "", script).split() == [
        "cd",
        '"$(dirname',
        '"$0")/.."',
        "&&",
        "exec",
        "make",
        "lint",
        "test",
        "sweep",
    ]


def test_what_make_run_and_make_test_do_is_what_readme_and_ci_say():
    def would_do(target: str) -> str:
        return subprocess.run(
            ["make", "--dry-run", "--always-make", target],  # also where `make run` has collected already
            cwd=HOUSE,
            capture_output=True,
            text=True,
            check=True,
        ).stdout

    run, test = would_do("run"), would_do("test")
    assert "childlabour.install run" in run
    assert "chromium" not in run
    in_order = ("collectstatic", "migrate", "load_catalogue", "load_samples", "gunicorn")
    assert sorted(in_order, key=run.index) == list(in_order)
    everything = ("tests.postgres", "-m journey", '-m "not journey and not sweep"')
    assert [word in test for word in everything] == [True] * 3
    sweep = would_do("sweep")
    assert [word in sweep for word in ("tests.postgres", "-m sweep", "tests.fuzz")] == [True] * 3
    assert "|| true" not in test + sweep


def test_every_long_run_is_called_by_sweep_and_by_no_other():
    long = {file.name for file in (HOUSE / "tests" / "sweep").glob("test_*.py")}
    assert long
    for name in long:
        assert "pytest.mark.sweep" in (HOUSE / "tests" / "sweep" / name).read_text()


# ── Testing ──────────────────────────────────────────────────────────────────────────────────────


def run_pytest(folder: Path, source: str) -> subprocess.CompletedProcess:
    (folder / "test_it.py").write_text(source)
    words = [
        "-m",
        "pytest",
        "-p",
        "tests.unskippable",
        "-c",
        str(HOUSE / "pyproject.toml"),
        "--rootdir",
        str(folder),
    ]
    return subprocess.run(
        [sys.executable, *words, str(folder)], cwd=HOUSE, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    "source",
    [
        "import pytest\ndef test_it():\n    pytest.skip('no browser')",
        "import pytest\n@pytest.mark.skip(reason='no browser')\ndef test_it():\n    pass",
        "import pytest\npytest.skip('no browser', allow_module_level=True)",
        "import pytest\n@pytest.fixture\ndef it():\n    pytest.skip('no browser')\ndef test_it(it):\n    pass",
    ],
)
def test_a_skipped_test_fails_with_its_reason(tmp_path, source):
    run = run_pytest(tmp_path, source)
    assert run.returncode != 0
    assert "no browser" in run.stdout
    assert "MAY_BE_SKIPPED" in run.stdout


def test_a_test_that_runs_is_left_alone(tmp_path):
    assert run_pytest(tmp_path, "def test_it():\n    pass").returncode == 0


def test_the_throw_away_postgresql_hands_on_and_leaves_nothing(tmp_path):
    seen = tmp_path / "seen"
    command = f"echo $DATABASE_URL > {seen}; exit 7"
    run = subprocess.run(
        [sys.executable, "-m", "tests.postgres", "sh", "-c", command],
        cwd=HOUSE,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 7, run.stderr
    home = Path("/", *Path(seen.read_text().strip().removeprefix("postgres://postgres@/")).parts[1:-1])
    assert home.parent == Path("/tmp")
    assert not home.exists()
