"""What holds for every test: nothing is skipped silently, the office is known, files go to a place of their own."""

import pytest
from django.db import connection

from plans.issuing import triggers
from plans.models import Answer, AnswerFile, Issue, TakeDown

pytest_plugins = ["tests.unskippable", "tests.cast", "tests.sample_papers", "tests.units.reform"]


@pytest.fixture(autouse=True)
def _own_files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "files"
    settings.SERVED_DIR = tmp_path / "served"


COMMITTING = {"transactional_db", "live_server", "page"}


@pytest.fixture(autouse=True)
def _issued_papers_can_be_swept_away(request):
    """A test that commits ends in a flush, which the triggers of papers and answers would refuse."""
    marker = request.node.get_closest_marker("django_db")
    commits = COMMITTING & set(request.fixturenames) or (marker and marker.kwargs.get("transaction"))
    if commits:
        request.getfixturevalue("transactional_db")
    yield
    if commits:
        triggers.lift(connection)
        for model in (Issue, TakeDown, AnswerFile, Answer):
            model.objects.all().delete()
        triggers.lay(connection)
