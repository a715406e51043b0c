"""A target's parts are listed once: what is kept of a sentence is stored, copied, shown and written down whole."""

from dataclasses import replace
from decimal import Decimal

import pytest

from plans.content.asking import content_of
from plans.drafting.mark_forms import MarkChoices, TargetMarkForm
from plans.drafting.starting import Start, start_from_last_year
from plans.paper.source import source_of
from targets.api import TargetShape
from targets.language.parts import KEPT, READ_AGAIN, SAID_AROUND
from targets.models import Target
from targets.statements import Comparator, Direction, Statement, drift, drift_to_mend, parse
from tests.cast import a_plan, revised

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
    horizon=2023,
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


def a_draft_with(office, statement: Statement):
    """Its one target says `statement`."""
    plan = a_plan(targets=1, office=office)
    content = content_of(plan)
    ((block, mark),) = content.targets
    said = replace(block, targets=(replace(mark, statement=statement),))
    return revised(
        plan,
        lambda _: replace(content, blocks=tuple(said if b.key == block.key else b for b in content.blocks)),
    )


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
        document = a_draft_with(office, SAID)
        year = document.period_from + 1
        copy = start_from_last_year(Start(document.unit, year, office.lan), document)
        ((_, kept),) = content_of(copy).targets
        moved = {"horizon": SAID.horizon + 1}
        assert getattr(kept.statement, part) == moved.get(part, getattr(SAID, part))

    def test_stands_in_the_data_of_the_paper(self, office, part):
        def written(statement):
            document = a_draft_with(office, statement)
            return source_of(document, content_of(document))["blocks"]

        assert written(SAID) != written(replace(SAID, **{part: OTHERWISE[part]}))

    def test_has_its_place_in_form_and_api(self, office, part):
        document = a_draft_with(office, SAID)
        ((block, mark),) = content_of(document).targets
        form = TargetMarkForm(block=block, mark=mark, choices=MarkChoices.for_block(document, block))
        shown = (form.fields, TargetShape.Meta.fields)
        assert [part in fields for fields in shown] == [part != "wording"] * 2


def test_a_target_in_words_keeps_no_comparator_and_its_sentence_as_outcome():
    kept = parse("Nâng cao nhận thức của cha mẹ về lao động trẻ em").kept
    assert kept["comparator"] == ""
    assert kept["outcome"] == "Nâng cao nhận thức của cha mẹ về lao động trẻ em"


@pytest.mark.django_db
def test_sentence_and_parts_that_drifted_are_told(office):
    target = a_target_of(office)
    target.sentence = "Tối thiểu 85% trẻ em có nguy cơ được hỗ trợ khi có thông báo"
    assert drift_to_mend(target.sentence, target.statement) == ("value", "direction")


@pytest.mark.django_db
def test_a_target_in_words_is_its_own_measure_and_drifts_only_by_a_figure(office):
    target = a_target_of(office, replace(parse("Nâng cao nhận thức"), outcome="Nâng cao hiểu biết"))
    target.sentence = "Nâng cao nhận thức"
    assert drift(target.sentence, target.statement) == ("outcome",)
    assert drift_to_mend(target.sentence, target.statement) == ()
    target.sentence = "90% cha mẹ được truyền thông"
    assert drift_to_mend(target.sentence, target.statement) == ("comparator", "value")
