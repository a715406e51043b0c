"""The code of this house in a repository of its own, so that an installation can go to another commit and back."""

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tests.keeping.installation import Installation, at_work
from tests.laws.imports import HOUSE

CODE = ("childlabour", "plans", "targets", "templates", "static", "locale")
FILES = ("manage.py", "requirements.txt", "requirements-dev.txt", ".gitignore")
SOMEBODY = ("-c", "user.name=Nhóm phát triển", "-c", "user.email=nhom@example.vn")


@dataclass(frozen=True)
class Repository:
    home: Path

    def git(self, *words: str) -> str:
        command = ["git", *SOMEBODY, *words]
        done = subprocess.run(command, cwd=self.home, check=True, capture_output=True, text=True)
        return done.stdout.strip()

    def commit(self, changed: dict[str, str | None]) -> str:
        """One more on top of main, on no branch: files with what they say, None for gone. The checkout stays."""
        self.git("checkout", "--quiet", "--detach")
        for name, text in changed.items():
            if text is None:
                (self.home / name).unlink()
            else:
                (self.home / name).write_text(text)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "Bản mới")
        commit = self.git("rev-parse", "HEAD")
        self.git("checkout", "--quiet", "main")
        return commit

    @property
    def last_migration(self) -> Path:
        return sorted((self.home / "plans" / "migrations").glob("0*.py"))[-1]

    def migrations(self, *operations: str) -> dict[str, str]:
        """Further migrations of plans, one for each operation, as `commit` wants them."""
        written, before = {}, self.last_migration.stem
        for number, operation in enumerate(operations, start=int(before[:4]) + 1):
            name = f"{number:04d}_new"
            written[f"plans/migrations/{name}.py"] = (
                "import os, pathlib, signal, time\n"
                "from django.conf import settings\n"
                "from django.db import migrations, models\n"
                "class Migration(migrations.Migration):\n"
                f"    dependencies = [('plans', {before!r})]\n"
                f"    operations = [{operation}]\n"
            )
            before = name
        return written


@pytest.fixture(scope="session")
def origin(tmp_path_factory) -> Repository:
    home = tmp_path_factory.mktemp("origin") / "house"
    home.mkdir()
    for name in CODE:
        shutil.copytree(HOUSE / name, home / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in FILES:
        shutil.copy(HOUSE / name, home)
    house = Repository(home)
    house.git("init", "--quiet", "--initial-branch", "main")
    house.git("add", "--all")
    house.git("commit", "--quiet", "--message", "Bản đang dùng")
    return house


@dataclass(frozen=True)
class Server:
    """An installation, and the repository that its code comes from."""

    installation: Installation
    repository: Repository

    @property
    def stands_at(self) -> tuple[str, str]:
        """Branch and commit of the code."""
        return self.repository.git("branch", "--show-current"), self.repository.git("rev-parse", "HEAD")


@pytest.fixture
def server(origin, pattern, tmp_path) -> Iterator[Server]:
    home = tmp_path / "house"
    origin.git("clone", "--quiet", str(origin.home), str(home))
    with at_work(tmp_path / "state", pattern) as office:
        yield Server(replace(office, home=home), Repository(home))
