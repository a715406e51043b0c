"""A target's parts are listed once: what is kept of a sentence is stored, copied, shown and written down whole."""

from dataclasses import replace
from decimal import Decimal

import pytest

from plans.admin.target import TargetAdmin
from plans.drafting.starting import Start, start_from_last_year
from plans.drafting.target_form import TargetForm
from plans.paper.source import source_of
from targets.api import TargetShape
from targets.filling import drift_of, drifted, nothing_typed
from targets.language.parts import KEPT, READ_AGAIN, SAID_AROUND
from targets.models import Target
from targets.statements import Comparator, Direction, Statement, drift, drift_to_mend, parse
from tests.cast import a_plan

SAID = Statement(
    comparator=Comparator.AT_LEAST,
    value=Decimal(90),
    unit="%",
    population="trẻ em có nguy cơ",
    outcome="được hỗ trợ",
    condition="khi có thông báo",
    wording="tối thiểu",
    direction=Direction.HOLD,
    age_from=5,
    age_to=15,
    horizon=2027,
)
OTHERWISE = {
    "comparator": Comparator.ABOVE,
    "wording": "trên",
    "value": Decimal("80.5"),
    "unit": "‰",
    "population": "học sinh",
    "age_from": 6,
    "age_to": 14,
    "condition": "sau khi được phát hiện",
    "outcome": "được tư vấn",
    "direction": Direction.UP,
    "horizon": 2030,
}


def a_target_of(office, statement: Statement = SAID) -> Target:
    target = Target.objects.filter(block__document=a_plan(targets=1, office=office)).get()
    target.statement = statement
    target.save()
    return Target.objects.get(pk=target.pk)


def test_every_part_is_kept_or_read_again_from_the_sentence():
    assert {*KEPT, *READ_AGAIN} == set(Statement.__dataclass_fields__)
    assert not set(KEPT) & set(READ_AGAIN)
    assert set(SAID_AROUND) <= {*KEPT, "place"}


@pytest.mark.django_db
@pytest.mark.parametrize("part", KEPT)
class TestAKeptPart:
    def test_is_a_column_that_gives_back_what_was_put_in(self, office, part):
        target = a_target_of(office, replace(SAID, **{part: OTHERWISE[part]}))
        assert getattr(target.statement, part) == OTHERWISE[part]
        assert getattr(a_target_of(office).statement, part) == getattr(SAID, part) != OTHERWISE[part]

    def test_goes_into_next_years_plan(self, office, part):
        document = a_target_of(office).block.document
        year = document.period_from + 1
        copy = start_from_last_year(Start(document.unit, year, office.lan), document)
        kept = getattr(Target.objects.get(block__document=copy), part)
        moved = {"horizon": SAID.horizon + 1}
        assert kept == moved.get(part, getattr(SAID, part))

    def test_stands_in_the_data_of_the_paper_unless_only_the_sentence_prints_it(self, office, part):
        def written(statement):
            rows = source_of(a_target_of(office, statement).block.document)["sections"]
            return [target for row in rows for target in row["targets"]]

        differs = written(SAID) != written(replace(SAID, **{part: OTHERWISE[part]}))
        assert differs == (part != "wording")

    def test_has_its_place_in_form_api_and_admin(self, part):
        shown = (TargetForm.Meta.fields, TargetShape.Meta.fields, flat(TargetAdmin.fieldsets))
        assert [part in fields for fields in shown] == [part != "wording", part != "wording", True]


def flat(fieldsets) -> set[str]:
    rows = [row for _, options in fieldsets for row in options["fields"]]
    return {name for row in rows for name in ((row,) if isinstance(row, str) else row)}


def test_a_target_in_words_keeps_no_comparator_and_its_sentence_as_outcome():
    kept = parse("Nâng cao nhận thức của cha mẹ về lao động trẻ em").kept
    assert kept["comparator"] == ""
    assert kept["outcome"] == "Nâng cao nhận thức của cha mẹ về lao động trẻ em"
    assert not nothing_typed(kept)


@pytest.mark.django_db
def test_sentence_and_parts_that_drifted_are_told_alike_to_the_check_and_to_the_office(office):
    target = a_target_of(office)
    target.sentence = "Tối thiểu 85% trẻ em có nguy cơ được hỗ trợ khi có thông báo"
    assert drift_to_mend(target.sentence, target.statement) == ("value", "direction")
    assert drifted(target) == ["giá trị", "chiều"]
    assert "(giá trị, chiều)" in drift_of(target)


@pytest.mark.django_db
def test_a_target_in_words_is_its_own_measure_and_drifts_only_by_a_figure(office):
    target = a_target_of(office, replace(parse("Nâng cao nhận thức"), outcome="Nâng cao hiểu biết"))
    target.sentence = "Nâng cao nhận thức"
    assert drift(target.sentence, target.statement) == ("outcome",)
    assert drift_of(target) == ""
    target.sentence = "90% cha mẹ được truyền thông"
    assert drifted(target) == ["so sánh", "giá trị"]
