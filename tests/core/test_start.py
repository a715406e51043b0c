"""The start: with the right settings it succeeds, with a wrong one it stops and says which."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parents[2]
PRODUCTION = {"ALLOWED_HOSTS": "kehoach.example.gov.vn"}
OURS = ("DEBUG", "SECRET_KEY", "ALLOWED_HOSTS", "HTTPS", "BEHIND_PROXY", "HSTS_SECONDS", "DATABASE_URL")


def start(*command: str, state: Path, **environment: str) -> subprocess.CompletedProcess:
    clean = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "LANG", "TMPDIR"}}
    unset = dict.fromkeys(
        ("DEBUG", "SECRET_KEY", "ALLOWED_HOSTS", "HTTPS", "BEHIND_PROXY", "DATABASE_URL"), ""
    )
    told = {"DJANGO_SETTINGS_MODULE": "childlabour.settings", "STATE_DIR": str(state)}
    return subprocess.run(
        [sys.executable, "-W", "error", *command],
        cwd=HOUSE,
        env=clean | unset | told | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def manage(*command: str, state: Path, **environment: str) -> subprocess.CompletedProcess:
    return start("manage.py", *command, state=state, **environment)


def serve(state: Path, **environment: str) -> subprocess.CompletedProcess:
    return start("-c", "import childlabour.wsgi", state=state, **environment)


def test_production_settings_pass_the_deployment_check(tmp_path):
    run = manage("check", "--deploy", "--fail-level", "WARNING", state=tmp_path, **PRODUCTION)
    assert run.returncode == 0, run.stderr


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DEBUG", "perhaps"),
        ("SECRET_KEY", "short"),
        ("SECRET_KEY", "abcabcabc" * 10),
        ("HTTPS", "sometimes"),
        ("BEHIND_PROXY", "nginx"),
        ("DATABASE_URL", "mongodb://db/plans"),
        ("STATE_DIR", "var"),
        ("JOBS_QUEUE", "localhost:6379"),
        ("SECURITY_CONTACT", "an-ninh@example.gov.vn"),
        ("IDLE_MINUTES", "1"),
        ("LOGIN_FAILURES", "0"),
        ("SECOND_FACTOR_FOR_KEEPERS", "maybe"),
    ],
)
def test_a_wrong_setting_stops_a_command_with_one_sentence(tmp_path, name, value):
    wrong = {"state": tmp_path} | {"state" if name == "STATE_DIR" else name: value}
    assert_one_sentence_about(name, manage("check", **wrong))


def test_a_wrong_setting_stops_the_server_with_one_sentence(tmp_path):
    assert_one_sentence_about("HTTPS", serve(tmp_path, HTTPS="sometimes"))


def assert_one_sentence_about(name: str, run: subprocess.CompletedProcess) -> None:
    assert run.returncode == 1
    assert run.stderr.startswith(f"Cannot start. {name} "), run.stderr
    assert len(run.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"ALLOWED_HOSTS": "https://kehoach.example.gov.vn"},
        {"ALLOWED_HOSTS": "kehoach.example.gov.vn:8000"},
        {"ALLOWED_HOSTS": "*"},
        {"DEBUG": "on", "ALLOWED_HOSTS": "kehoach.example.gov.vn"},
    ],
)
def test_a_dangerous_setting_stops_too(tmp_path, wrong):
    run = serve(tmp_path, **wrong)
    assert run.returncode == 1
    assert next(iter(wrong)) in run.stderr


def test_the_server_says_what_was_forgotten_and_starts_when_it_is_done(tmp_path):
    forgotten = serve(tmp_path)
    assert forgotten.returncode == 1
    assert "collectstatic" in forgotten.stderr
    assert "manage.py migrate" in forgotten.stderr

    assert manage("migrate", "--verbosity", "0", state=tmp_path).returncode == 0
    collected = manage("collectstatic", "--no-input", "--verbosity", "0", state=tmp_path)
    assert collected.returncode == 0, collected.stderr

    served = serve(tmp_path)
    assert served.returncode == 0, served.stderr


def test_a_database_that_does_not_answer_is_named(tmp_path):
    run = serve(tmp_path, DATABASE_URL=f"postgres://app@/{tmp_path}/plans")
    assert run.returncode == 1
    assert "Cannot start. DATABASE_URL: the database does not answer" in run.stderr


def test_without_a_face_for_the_paper_the_start_says_which_package_brings_one(tmp_path):
    (tmp_path / "fonts.conf").write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig></fontconfig>'
    )
    run = manage("check", state=tmp_path, FONTCONFIG_FILE=str(tmp_path / "fonts.conf"))
    assert run.returncode == 1
    assert "sudo apt-get install fonts-liberation2" in run.stderr
