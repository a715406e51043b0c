"""What holds for every test: nothing is skipped silently, the office is known, files go to a place of their own."""

import pytest

pytest_plugins = ["tests.unskippable", "tests.cast"]


@pytest.fixture(autouse=True)
def _own_files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "files"
