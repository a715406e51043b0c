"""Runs a script of the tests in processes of its own, on the data of the test: to be killed for real."""

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

from django.db import connection


def run(module: str, folder: Path, *words: object, seconds: int = 300) -> dict:
    """Run `python -m module words…` on what this test has committed; gives the JSON that it prints last."""
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "tests.settings", "DATABASE_URL": _url(folder)}
    done = subprocess.run(
        [sys.executable, "-m", module, *map(str, words)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=seconds,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def _url(folder: Path) -> str:
    """SQLite's test database lives in memory, where no other process sees it: they get a copy in a file."""
    if connection.vendor == "sqlite":
        file = folder / "copy.sqlite3"
        connection.ensure_connection()
        copy = sqlite3.connect(file)
        connection.connection.backup(copy)
        copy.close()
        return f"sqlite:///{file}"
    return os.environ["DATABASE_URL"].rpartition("/")[0] + f"/{connection.settings_dict['NAME']}"
