"""`migrate` as Django's, with the triggers that keep issued documents lifted while the schema moves.

SQLite alters a table by building it anew: its triggers would be gone without a word, and the renaming in
between is refused while another table's trigger names it. So they cannot stand in a migration file.
"""

from django.core.management.commands import migrate
from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from plans.issuing import triggers


class Command(migrate.Command):
    def handle(self, *args, **options):
        connection = connections[options["database"]]
        looks_only = options["plan"] or options["check_unapplied"]
        if not looks_only and _moves(connection):
            triggers.lift(connection)
        super().handle(*args, **options)
        if not looks_only and triggers.missing(connection):
            triggers.lay(connection)


def _moves(connection) -> bool:
    """Whether any migration is applied or waits: a database at its latest version keeps its triggers on."""
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
