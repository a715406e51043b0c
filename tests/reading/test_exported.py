"""Plans as data: any content comes back from its export; any damage is refused with a sentence, never a fault."""

import copy
import json
from dataclasses import replace

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from childlabour.core.errors import Refusal
from plans.content.shapes import content_as_data
from plans.paper.files import Format, file_of
from plans.reading.exported.of_blocks import content_in
from plans.reading.exported.opening import data_in
from plans.reading.exported.saving import save
from tests.cast import Office, a_plan, revised
from tests.commands.test_import_plan import OF_SECTIONS, everything, unlinked
from tests.content.making import contents


@settings(deadline=None, max_examples=80)
@given(contents())
def test_any_content_comes_back_from_its_export(content):
    data = json.loads(
        json.dumps(content_as_data(content) | {"units": {str(n): str(n) for n in range(1, 200)}})
    )
    assert unlinked(content_in(data, int)) == unlinked(content)


ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**20), 10**20)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=6)
    | st.sampled_from(["", "2023-02-30", "row", "table", "t1", "999999999999", "\u202e", "a" * 50_000]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=4,
)


@st.composite
def damaged(draw, whole: dict):
    """The data with one value somewhere in it replaced, taken out or written twice."""
    data = copy.deepcopy(whole)
    node = data
    while True:
        keys = list(node) if isinstance(node, dict) else range(len(node))
        key = draw(st.sampled_from(list(keys)))
        inner = node[key]
        if isinstance(inner, dict | list) and inner and draw(st.integers(0, 3)):
            node = inner
            continue
        match draw(st.integers(0, 3)):
            case 0:
                del node[key]
            case 1 if isinstance(node, list):
                node.append(copy.deepcopy(inner))
            case _:
                node[key] = draw(ANYTHING)
        return data


def saved_or_refused(data: dict, office: Office) -> None:
    """Nothing but a draft or sentences; what was written is rolled back."""
    try:
        with transaction.atomic():
            save(data_in(json.dumps(data).encode()), office.lan, office.committee)
            transaction.set_rollback(True)
    except Refusal as refusal:
        assert all(problem.message for problem in refusal.problems)


BOUNDS = {"deadline": None, "max_examples": 150}
EASY = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


@pytest.fixture
def whole(office) -> dict:
    document = a_plan(office.committee, targets=0, tasks=0)
    revised(document, lambda content: replace(content, blocks=everything(office)))
    return json.loads(file_of(document, Format.JSON).content)


@pytest.mark.django_db
@settings(**BOUNDS, suppress_health_check=EASY)
@given(st.data())
def test_whatever_is_damaged_in_an_export_is_refused_or_laid(office, whole, data):
    saved_or_refused(data.draw(damaged(whole)), office)


@pytest.mark.django_db
@settings(**BOUNDS, suppress_health_check=EASY)
@given(st.data())
def test_whatever_is_damaged_in_an_export_of_the_first_shape_is_refused_or_laid(office, data):
    saved_or_refused(data.draw(damaged(OF_SECTIONS)), office)
