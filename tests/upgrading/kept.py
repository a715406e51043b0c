"""Where the kept databases of 051e9c7 are laid: in a file, or in a database of their own on the server of the tests."""

import json
import lzma
import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from uuid import uuid4

import psycopg2
from django.conf import settings

from tests.upgrading.make_fixture import KEPT

IS_SQLITE = settings.DATABASES["default"]["ENGINE"].endswith("sqlite3")


@contextmanager
def laid(folder: Path) -> Iterator[str]:
    """The name of the database, as the settings of a connection want it."""
    with (_in_a_file if IS_SQLITE else _on_the_server)(folder) as name:
        yield name


def facts() -> dict:
    """What is in it, as the code of then told it (`office_of_051e9c7.what_there_is`)."""
    return json.loads(KEPT.with_suffix(f".{_ending()}.json").read_text(encoding="utf-8"))


def url_of(name: str) -> str:
    """As DATABASE_URL says it."""
    return f"sqlite:///{name}" if IS_SQLITE else f"{os.environ['DATABASE_URL'].rpartition('/')[0]}/{name}"


@contextmanager
def a_database(template: str = "template0") -> Iterator[str]:
    """On the server of the tests, gone afterwards."""
    name = f"kept_{uuid4().hex}"
    told(f"CREATE DATABASE {name} TEMPLATE {template}")
    try:
        yield name
    finally:
        told(f"DROP DATABASE {name} (FORCE)")


def told(statement: str, database: str | None = None) -> list[tuple]:
    """What the server answers, outside any transaction."""
    with closing(psycopg2.connect(**server_of(database or _usual()))) as server:
        server.autocommit = True
        with server.cursor() as cursor:
            cursor.execute(statement)
            return cursor.fetchall() if cursor.description else []


@contextmanager
def _in_a_file(folder: Path) -> Iterator[str]:
    file = folder / "kept.sqlite3"
    file.write_bytes(_data())
    yield str(file)


@contextmanager
def _on_the_server(_) -> Iterator[str]:
    with a_database() as name:
        told(_data().decode(), name)
        yield name


def server_of(database: str) -> dict:
    """How the driver gets there."""
    usual = settings.DATABASES["default"]
    return {"host": usual["HOST"], "user": usual["USER"], "dbname": database}


def _usual() -> str:
    return os.environ["DATABASE_URL"].rpartition("/")[2]


def _data() -> bytes:
    return lzma.decompress(KEPT.with_suffix(f".{_ending()}.xz").read_bytes())


def _ending() -> str:
    return "sqlite3" if IS_SQLITE else "sql"
