"""The catalogue as the product brings it, for tests that ask it."""

import pytest
from django.db import transaction

from targets.catalogue.loading import Report, load


@pytest.fixture(scope="module")
def _loaded_catalogue(django_db_setup, django_db_blocker):
    """Laid once for a module and rolled back after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield load()
        transaction.set_rollback(True)


@pytest.fixture
def catalogue(_loaded_catalogue, db) -> Report:
    return _loaded_catalogue
