"""The folder that a country is built in: everything `manage.py` and gunicorn run on, and what it holds.

On SQLite the database is a file in it; on PostgreSQL its cluster lies in `postgres/`. `country.json` is written
last: a folder without it was left half-way.
"""

import json
import os
import shlex
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from tests import postgres

from .size import Size

HOUSE = Path(__file__).resolve().parents[3]


@dataclass(frozen=True)
class Folder:
    path: Path
    on_postgres: bool

    @property
    def description(self) -> Path:
        return self.path / "country.json"

    @property
    def cluster(self) -> Path:
        return self.path / "postgres"

    def what_is_there(self) -> dict | None:
        return json.loads(self.description.read_text(encoding="utf-8")) if self.description.exists() else None

    def is_free(self) -> bool:
        return not self.path.exists() or not any(self.path.iterdir())

    def describe(self, size: Size, built: dict) -> None:
        told = {"size": asdict(size), "postgres": self.on_postgres, **built}
        self.description.write_text(json.dumps(told, indent=1, ensure_ascii=False), encoding="utf-8")

    @contextmanager
    def environment(self, settings: tuple[str, ...] = ()) -> Iterator[dict[str, str]]:
        """For processes that work on this country, while its database can be asked."""
        ours = {"STATE_DIR": str(self.path), "DJANGO_SETTINGS_MODULE": "childlabour.settings"}
        if self.on_postgres:
            with postgres.serving(self.cluster, settings) as url:
                yield os.environ | ours | {"DATABASE_URL": url}
        else:
            yield os.environ | ours | {"DATABASE_URL": ""}

    def way_to_run(self, *words: str) -> str:
        """The line that starts `words` on this country."""
        state = f"STATE_DIR={shlex.quote(str(self.path))}"
        if self.on_postgres:
            keep = shlex.join([sys.executable, "-m", "tests.postgres", "--keep", str(self.cluster)])
            return f"{state} {keep} {shlex.join(words)}"
        return f"{state} DATABASE_URL= {shlex.join(words)}"

    def bytes_on_disk(self) -> int:
        return sum(file.lstat().st_size for file in self.path.rglob("*") if file.is_file())


def run(environment: dict[str, str], *words: str) -> str:
    """What a command of this house prints; its complaints go where ours go."""
    done = subprocess.run(
        [sys.executable, *words], cwd=HOUSE, env=environment, stdout=subprocess.PIPE, text=True, check=True
    )
    return done.stdout
