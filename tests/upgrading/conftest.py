"""The kept database of 051e9c7, brought to this code: the fixture `kept` gives what it should hold.

While a module uses it, the connection of the tests leads to the migrated database; each test undoes what it did.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.core.management import call_command
from django.db import connection

from tests.upgrading.kept import facts, laid
from tests.upgrading.make_fixture import FILES, SITE_ADDRESS


@pytest.fixture(scope="module")
def _migrated(django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[None]:
    with (
        django_db_blocker.unblock(),
        laid(tmp_path_factory.mktemp("kept")) as name,
        _leading_to(name),
    ):
        call_command("migrate", verbosity=0)
        yield


@pytest.fixture
def kept(_migrated, db, settings) -> dict:
    """ "documents", "book" and "assignments" (`office_of_051e9c7.what_there_is`)."""
    settings.SITE_ADDRESS = SITE_ADDRESS
    shutil.copytree(FILES, settings.MEDIA_ROOT)
    return facts()


@contextmanager
def _leading_to(name: str) -> Iterator[None]:
    connection.close()
    usual = connection.settings_dict["NAME"]
    connection.settings_dict["NAME"] = name
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = usual
