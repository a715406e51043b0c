"""The facts that the check works on come out of the database whole, at a fixed price."""

from dataclasses import replace

import pytest

from plans.checking.dossier import dossier_of
from plans.checking.rules import check
from plans.content.values import Content, Handling
from plans.models import Document
from tests.cast import a_plan, revised
from tests.content import writing

pytestmark = pytest.mark.django_db


def test_a_draft_becomes_facts(office):
    dossier = dossier_of(a_plan(office.committee, targets=3, tasks=2))
    assert (len(dossier.targets), len(dossier.tasks)) == (3, 2)
    assert dossier.issuer_is_committee
    assert dossier.targets[0].statement.value is not None
    assert {unit.pk for unit in dossier.assigned_units}
    assert check(dossier)


@pytest.mark.parametrize("rows", [3, 60])
def test_the_check_costs_the_same_however_long_the_plan(office, rows, django_assert_num_queries):
    document = Document.objects.select_related("unit").get(
        pk=a_plan(office.committee, targets=rows, tasks=rows).pk
    )
    with django_assert_num_queries(10):
        check(dossier_of(document))


def test_signs_that_the_face_lacks_are_named_wherever_they_are_printed(office):
    def with_signs(content: Content) -> Content:
        rows = (writing.table(50, 50, key="t"), writing.row("A", "B"), writing.row("ô 中", "x", key="cell"))
        return replace(
            content,
            blocks=(*content.blocks, *rows),
            addressees=("Sở Nội vụ ✔",),
            handling=Handling(typist="NVH ✆", contact=("Điện thoại ☏",)),
        )

    document = revised(a_plan(office=office), with_signs)
    found = [(one.anchor, one.text) for one in dossier_of(document).unprintable]
    assert found == [("cell", "中"), ("identity", "✔"), ("identity", "✆"), ("identity", "☏")]
