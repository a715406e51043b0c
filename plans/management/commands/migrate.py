"""`migrate` as Django's, with the triggers that keep issued documents lifted while the schema moves."""

from typing import Any

from django.core.management.commands import migrate
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.executor import MigrationExecutor

from plans.issuing import triggers
from plans.issuing.lifting import lifted


class Command(migrate.Command):
    def handle(self, *args: Any, **options: Any) -> None:
        connection = connections[options["database"]]
        if options["plan"] or options["check_unapplied"]:
            super().handle(*args, **options)
        elif _is_whole(connection) and not options["migration_name"] and not triggers.missing(connection):
            super().handle(*args, **options)  # nothing moves: they stay on
        else:
            with lifted(connection, lambda: _is_whole(connection)):
                super().handle(*args, **options)


def _is_whole(connection: BaseDatabaseWrapper) -> bool:
    """Whether no migration waits: the tables are those that the code speaks of."""
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())
