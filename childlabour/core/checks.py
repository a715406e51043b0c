"""What must be true before the app may start. Each check names what is missing and how to mend it.

Django runs them before its commands; `childlabour.wsgi` runs them before the first request.
"""

import ctypes
import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning
from django.db import DEFAULT_DB_ALIAS, connections
from django.db import Error as DatabaseFault
from django.db.migrations.executor import MigrationExecutor

START = "start"  # the tag of these checks: `manage.py check --tag start`

# Widths of Times New Roman, as Nghị định 30/2020, Phụ lục I, I.4 asks; the first one that is there is used.
PAPER_FACES = ("Times New Roman", "Liberation Serif")
PAPER_STYLES = ("Regular", "Bold", "Italic", "Bold Italic")
INSTALL_FACE = "sudo apt-get install fonts-liberation2 (fonts-liberation 1.07 lacks 88 Vietnamese letters)"
HOST = re.compile(r"(\.?[\w-]+(\.[\w-]+)*|\[[0-9a-f:]+\])", re.IGNORECASE)


def hosts(**_) -> Iterator[CheckMessage]:
    for host in settings.ALLOWED_HOSTS:
        if not HOST.fullmatch(host):
            yield Error(
                f'ALLOWED_HOSTS has "{host}", which is not the name of a host.',
                hint="Write names only, with commas between them: kehoach.example.gov.vn,10.0.0.5",
                id="start.E001",
            )
    if settings.DEBUG and not set(settings.ALLOWED_HOSTS) <= set(settings.THIS_MACHINE):
        yield Error(
            "DEBUG is on while ALLOWED_HOSTS opens the site to others: errors would show them its secrets.",
            hint="Set DEBUG=off.",
            id="start.E002",
        )


def paper_libraries(**_) -> Iterator[CheckMessage]:
    absent = [name for name in ("libpango-1.0.so.0", "libpangoft2-1.0.so.0") if not _loads(name)]
    if absent:
        yield Error(
            f"PDF cannot be made: {', '.join(absent)} is not there.",
            hint="sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0",
            id="start.E003",
        )
    if not _loads("libharfbuzz-subset.so.0"):
        yield Warning(
            "PDF takes three times as long: libharfbuzz-subset.so.0 is not there.",
            hint="sudo apt-get install libharfbuzz-subset0",
            id="start.W001",
        )


def paper_face(**_) -> Iterator[CheckMessage]:
    """The face that the paper will be set in has every Vietnamese letter, in all four styles."""
    try:
        listed = _faces_with_vietnamese()
    except (OSError, subprocess.SubprocessError):
        yield Error(
            "The fonts of this machine cannot be listed: fc-list did not answer.",
            hint="sudo apt-get install fontconfig",
            id="start.E004",
        )
        return
    if not any(listed.get(face, set()) >= set(PAPER_STYLES) for face in PAPER_FACES):
        yield Error(
            f"No face for the paper: neither {' nor '.join(PAPER_FACES)} is there "
            "with every Vietnamese letter in regular, bold and italic.",
            hint=INSTALL_FACE,
            id="start.E005",
        )


def static_files(**_) -> Iterator[CheckMessage]:
    hashed = settings.STORAGES["staticfiles"]["BACKEND"] == settings.STATIC_HASHED
    if hashed and not (Path(settings.STATIC_ROOT) / "staticfiles.json").exists():
        yield Error(
            f"The static files have not been collected into {settings.STATIC_ROOT}.",
            hint="manage.py collectstatic --no-input (make setup does it), or DEBUG=on while developing.",
            id="start.E006",
        )


def database(**_) -> Iterator[CheckMessage]:
    """It answers and is at the version of the code. Before serving only: `migrate` must run without it."""
    connection = connections[DEFAULT_DB_ALIAS]
    try:
        connection.ensure_connection()
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseFault as fault:
        yield Error(
            f"DATABASE_URL: the database does not answer ({str(fault).strip().splitlines()[0]}).",
            hint="Start the database, or correct DATABASE_URL.",
            id="start.E007",
        )
    else:
        if waiting:
            yield Error(
                f"The database is behind the code: {len(waiting)} migrations wait.",
                hint="manage.py migrate",
                id="start.E008",
            )
    finally:
        connection.close()  # a worker must not inherit it


BEFORE_COMMANDS: tuple[Callable[..., Iterator[CheckMessage]], ...] = (hosts, paper_libraries, paper_face)
BEFORE_SERVING = (*BEFORE_COMMANDS, static_files, database)


def reasons_not_to_serve() -> list[str]:
    """Each a sentence with the way to mend it; empty when all is well. Two queries."""
    return [
        f"{found.msg} Mend: {found.hint}"
        for check in BEFORE_SERVING
        for found in check()
        if found.is_serious()
    ]


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _faces_with_vietnamese() -> dict[str, set[str]]:
    """Family → its styles that have every letter of Vietnamese, as fontconfig sees them."""
    listed = subprocess.run(
        ["fc-list", ":lang=vi", "--format", "%{family[0]}\t%{style[0]}\n"],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    faces: dict[str, set[str]] = {}
    for line in listed.stdout.splitlines():
        family, _, style = line.partition("\t")
        faces.setdefault(family, set()).add(style)
    return faces
