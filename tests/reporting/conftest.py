import pytest

from .world import District, a_district


@pytest.fixture
def district(office) -> District:
    return a_district(office)
