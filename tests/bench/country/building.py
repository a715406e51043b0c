"""Builds the country in the database of the settings, in the order in which its parts know each other.

    python -m tests.bench.country.building UNITS DOCUMENTS TASKS SEED

The database is migrated and empty. Prints how many rows each table got, and who may log in.
"""

import gc
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from itertools import islice
from random import Random

import django

if __name__ == "__main__":
    django.setup()

from django.db import connection, transaction

from plans.issuing import triggers

from .documents import Folio, shown_commune, years_of_work
from .filing import Filing
from .papers import Press
from .people import PASSWORD, People, lay_people
from .places import lay_places
from .programmes import Carried, lay_programmes
from .rows import Rows
from .size import Size
from .units import Agency, communes_for, lay_units
from .work import Giving, keep_the_file
from .writing import write_body

BATCH = 100  # documents: what is in memory, and what one transaction holds
# Nothing is lost that could not be built again.
IN_A_HURRY = ("PRAGMA synchronous = OFF", "PRAGMA cache_size = -65536")


@dataclass(frozen=True)
class Built:
    rows: dict[str, int]  # by table
    people: dict[str, str]  # a few of them: name to log in by → who that is
    password: str = PASSWORD  # of everybody


def build(size: Size) -> Built:
    """The triggers are lifted meanwhile and laid again: what is issued is frozen afterwards."""
    rows = Rows()
    triggers.lift(connection)
    with _collecting_by_hand():
        people = _lay(rows, size)
    rows.number_on()
    triggers.lay(connection)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return Built({model._meta.db_table: many for model, many in rows.counts.items()}, people)


@contextmanager
def _collecting_by_hand() -> Iterator[None]:
    """The collector would look through the whole ground again and again: a third of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _lay(rows: Rows, size: Size) -> dict[str, str]:
    """Tells who may log in, in the commune that has a document in each state and in its province."""
    rng = Random(size.seed)
    with transaction.atomic():
        country, territories = lay_places(rows, rng, communes_for(size))
        agencies = lay_units(rows, size, country, territories)
        people = lay_people(rows, rng, agencies)
        carried = lay_programmes()
        rows.insert_waiting()
    keep_the_file()
    documents, press = _documents(rows, rng, size, agencies, people, carried), Press(rows)
    is_more = True
    while is_more:
        with transaction.atomic():
            batch = list(islice(documents, BATCH))
            rows.insert_waiting()
            press.print(batch)
            rows.insert_waiting()
        is_more = bool(batch)
        gc.collect(0)  # what was made since the last time, the batch among it
    shown = shown_commune(agencies)
    return people.accounts(shown, shown.superior)


def _documents(
    rows: Rows, rng: Random, size: Size, agencies: list[Agency], people: People, carried: Carried
) -> Iterator[Folio]:
    """Laid one after the other, as they are taken."""
    filing, giving = Filing(rows, rng, size, people, carried), Giving(rows, rng, people)
    for work in years_of_work(rng, size, agencies):
        for folio in filing.file(work):
            write_body(rows, rng, carried, folio)
            giving.give(folio)
            yield folio


def main(*size: str) -> None:
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            for pragma in IN_A_HURRY:
                cursor.execute(pragma)
    built = build(Size(*map(int, size)))
    print(json.dumps(asdict(built)))


if __name__ == "__main__":
    main(*sys.argv[1:])
