"""What must be true before the app may start. Each check names what is missing and how to mend it.

Django runs them before its commands; `childlabour.wsgi` runs them before the first request.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning
from django.db import DEFAULT_DB_ALIAS, connections
from django.db import Error as DatabaseFault
from django.db.migrations.executor import MigrationExecutor

from childlabour.core import machine
from childlabour.core.private_files import too_open

START = "start"  # the tag of these checks: `manage.py check --tag start`
HOST = re.compile(r"(\.?[\w-]+(\.[\w-]+)*|\[[0-9a-f:]+\])", re.IGNORECASE)
WITHOUT_IT = {"libharfbuzz-subset0": Warning}  # PDF are made without it, in three times the time


def hosts(**_: object) -> Iterator[CheckMessage]:
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


def paper(**_: object) -> Iterator[CheckMessage]:
    """Pango and harfbuzz-subset load, and the face of the paper covers Vietnamese."""
    for need in machine.missing(machine.TO_PRINT_PAPERS):
        kind = WITHOUT_IT.get(need.package, Error)
        yield kind(
            f"This machine lacks {need.what} ({need.package}).",
            hint=f"sudo apt-get install {need.package}",
            id=f"start.{kind.__name__[0]}003",
        )


def static_files(**_: object) -> Iterator[CheckMessage]:
    hashed = settings.STORAGES["staticfiles"]["BACKEND"] == settings.STATIC_HASHED
    if hashed and not (Path(settings.STATIC_ROOT) / "staticfiles.json").exists():
        yield Error(
            f"The static files have not been collected into {settings.STATIC_ROOT}.",
            hint="manage.py collectstatic --no-input (make setup does it), or DEBUG=on while developing.",
            id="start.E004",
        )


def database(**_: object) -> Iterator[CheckMessage]:
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
            id="start.E005",
        )
    else:
        if waiting:
            yield Error(
                f"The database is behind the code: {len(waiting)} migrations wait.",
                hint="manage.py migrate",
                id="start.E006",
            )
    finally:
        connection.close()  # a worker must not inherit it


def private_files(**_: object) -> Iterator[CheckMessage]:
    """Every start closes what it owns (`private_files.make_private`); what another account owns is told here."""
    for path, mode in too_open():
        yield Warning(
            f"{path} is open to other accounts of this machine.",
            hint=f"sudo chmod {mode:o} {path}, or give it to the account of the service.",
            id="start.W007",
        )


BEFORE_COMMANDS: tuple[Callable[..., Iterator[CheckMessage]], ...] = (hosts, paper)
BEFORE_SERVING = (*BEFORE_COMMANDS, static_files, database)


def reasons_not_to_serve() -> list[str]:
    """Each a sentence with the way to mend it; empty when all is well. Two queries."""
    return [
        f"{found.msg} Mend: {found.hint}"
        for check in BEFORE_SERVING
        for found in check()
        if found.is_serious()
    ]
