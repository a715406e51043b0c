"""Whether an act that a plan rests on is in force, and which act stands in its place."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from targets.catalogue.choices import ActRelationKind, ActType, EndReason
from targets.catalogue.naming import number_key
from targets.catalogue.states import ActState, act_state
from targets.models import ActRelation, LegalAct

FIRST, LAST = date(2025, 7, 1), date(2027, 2, 28)


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(2025, 6, 30), ActState.NOT_YET),
        (FIRST, ActState.IN_FORCE),
        (date(2026, 11, 29), ActState.IN_FORCE),
        (date(2026, 11, 30), ActState.ENDS_SOON),  # ninety days before
        (LAST, ActState.ENDS_SOON),
        (date(2027, 3, 1), ActState.ENDED),
    ],
)
def test_an_act_holds_from_its_first_day_to_the_end_of_its_last(day, state):
    assert act_state(FIRST, LAST, day) == state


def test_an_act_without_a_last_day_never_lapses():
    assert act_state(FIRST, None, date(2099, 1, 1)) == ActState.IN_FORCE


def test_an_act_without_a_first_day_has_always_held():
    assert act_state(None, LAST, date(1999, 1, 1)) == ActState.IN_FORCE


def an_act(number: str = "12/2030/NĐ-CP", **fields) -> LegalAct:
    known = {
        "type": ActType.DECREE,
        "issuer": "Chính phủ",
        "title": "Về một việc",
        "issued_on": date(2030, 1, 2),
    }
    return LegalAct(number=number, **(known | fields))


@pytest.mark.django_db
class TestTheDecreeOnEmulation:
    """NĐ 152/2025 says of itself that it ends from 01/3/2027."""

    @pytest.mark.parametrize(
        ("day", "holds"),
        [
            (date(2025, 6, 30), False),
            (date(2025, 7, 1), True),
            (date(2027, 2, 28), True),
            (date(2027, 3, 1), False),
        ],
    )
    def test_holds_on_its_first_and_last_day_and_not_a_day_longer(self, catalogue, day, holds):
        act = LegalAct.objects.get(number="152/2025/NĐ-CP")
        assert LegalAct.objects.in_force_on(day).filter(pk=act.pk).exists() == holds
        assert act.is_valid_on(day) == holds

    def test_says_in_words_how_it_stands(self, catalogue):
        act = LegalAct.objects.get(number="152/2025/NĐ-CP")
        assert act.state_in_words(date(2025, 6, 1)) == "chưa có hiệu lực, từ ngày 01/7/2025 mới có"
        assert act.state_in_words(date(2026, 6, 1)) == "còn hiệu lực"
        assert act.state_in_words(date(2027, 1, 1)) == "sắp hết hiệu lực, còn đến hết ngày 28/02/2027"
        assert act.state_in_words(date(2027, 3, 1)) == (
            "hết hiệu lực sau ngày 28/02/2027, hết thời hạn ghi trong văn bản"
        )

    def test_the_one_before_it_ended_the_day_before_it_began(self, catalogue):
        earlier = LegalAct.objects.get(number="98/2023/NĐ-CP")
        assert earlier.is_valid_on(date(2025, 6, 30))
        assert not earlier.is_valid_on(date(2025, 7, 1))
        assert [str(act) for act in earlier.replacements_on(date(2026, 1, 1))] == [
            "Nghị định số 152/2025/NĐ-CP ngày 14/6/2025 của Chính phủ"
        ]


@pytest.mark.django_db
class TestWhatStandsInItsPlace:
    def test_is_the_act_in_force_on_the_day_past_those_that_came_and_went(self, catalogue):
        law = LegalAct.objects.get(number="77/2015/QH13")
        assert [act.number for act in law.replacements_on(date(2025, 4, 1))] == ["65/2025/QH15"]
        assert [act.number for act in law.replacements_on(date(2026, 4, 1))] == ["72/2025/QH15"]

    def test_is_one_law_for_the_two_that_it_took_together(self, catalogue):
        for number in ("86/2015/QH13", "24/2018/QH14"):
            law = LegalAct.objects.get(number=number)
            assert [act.number for act in law.replacements_on(date(2026, 7, 1))] == ["116/2025/QH15"]

    def test_is_not_an_act_that_is_not_yet_in_force(self, catalogue):
        law = LegalAct.objects.get(number="24/2018/QH14")
        assert law.replacements_on(date(2026, 6, 30)) == ()

    def test_is_nothing_for_a_programme_that_ended_without_a_successor(self, catalogue):
        assert LegalAct.objects.get(number="782/QĐ-TTg").replacements_on(date(2026, 11, 27)) == ()

    def test_costs_one_query_for_each_generation(self, catalogue, django_assert_num_queries):
        law = LegalAct.objects.get(number="77/2015/QH13")
        with django_assert_num_queries(2):
            law.replacements_on(date(2026, 4, 1))

    def test_acts_that_replace_each_other_in_a_circle_do_not_hang_it(self, db):
        ended = {"valid_to": date(2030, 5, 1), "end_reason": EndReason.REPLACED}
        one, other = an_act("1/2030/NĐ-CP", **ended), an_act("2/2030/NĐ-CP", **ended)
        one.save()
        other.save()
        for later, earlier in ((one, other), (other, one)):
            ActRelation.objects.create(later=later, earlier=earlier, kind=ActRelationKind.REPLACES)
        assert one.replacements_on(date(2031, 1, 1)) == ()


@pytest.mark.django_db
class TestFinding:
    @pytest.mark.parametrize(
        "typed",
        [
            "782/QĐ-TTg",
            "782/QD-TTG",
            "782 / QĐ – TTg",
            "782/QĐTTg",
            "số: 782/QĐ-TTg",
            "Quyết định số 782/QĐ-TTg ngày 27/5/2021 của Thủ tướng Chính phủ",
            "782/QÐ-TTg",  # the look-alike Ð of old keyboards
        ],
    )
    def test_an_act_is_found_however_its_number_is_typed(self, catalogue, typed):
        assert [act.number for act in LegalAct.objects.find(typed)] == ["782/QĐ-TTg"]

    @pytest.mark.parametrize(
        ("typed", "number"),
        [
            ("Nghị định 30/2020", "30/2020/NĐ-CP"),
            ("20-CT/TW", "20-CT/TW"),
            ("20/CT-TW", "20-CT/TW"),
            ("luật số 102/2016/QH13", "102/2016/QH13"),
        ],
    )
    def test_without_its_symbol_or_in_the_forms_of_the_party_and_the_assembly(self, catalogue, typed, number):
        assert [act.number for act in LegalAct.objects.find(typed)] == [number]

    def test_a_number_is_not_the_end_of_a_longer_one(self, catalogue):
        assert [act.number for act in LegalAct.objects.find("23/QĐ-TTg")] == ["23/QĐ-TTg"]

    def test_a_number_without_symbol_finds_all_that_bear_it_the_newest_first(self, catalogue):
        found = [act.number for act in LegalAct.objects.find("20/2025")]
        assert found == ["20/2025/TT-BNV", "20/2025/TT-BYT"]

    @pytest.mark.parametrize("typed", ["", "Luật Trẻ em", "9999/QĐ-TTg", "(?:[", "1" * 500])
    def test_what_is_no_number_of_ours_finds_nothing(self, catalogue, typed):
        assert not LegalAct.objects.find(typed).exists()

    def test_figures_that_stand_apart_do_not_run_together(self):
        assert number_key("30/2020/NĐ-CP") != number_key("302/020/NĐ-CP")


@pytest.mark.django_db
class TestAnActOfTheKeeper:
    def refusals(self, act) -> dict:
        with pytest.raises(ValidationError) as refused:
            act.full_clean()
        return refused.value.message_dict

    def test_is_not_in_force_before_it_was_issued(self):
        said = self.refusals(an_act(valid_from=date(2029, 12, 31)))
        assert "trước ngày ban hành (02/01/2030)" in said["valid_from"][0]

    def test_does_not_end_before_it_begins(self):
        said = self.refusals(
            an_act(valid_from=date(2030, 2, 1), valid_to=date(2030, 1, 31), end_reason=EndReason.REPEALED)
        )
        assert "phải từ ngày bắt đầu" in said["valid_to"][0]

    def test_says_why_it_ended(self):
        assert "phải chọn lý do" in self.refusals(an_act(valid_to=date(2031, 1, 1)))["end_reason"][0]

    def test_says_when_it_ended(self):
        said = self.refusals(an_act(end_reason=EndReason.REPEALED))
        assert "ngày cuối cùng còn hiệu lực" in said["end_reason"][0]

    def test_counts_from_its_issue_while_its_first_day_is_not_known(self):
        act = an_act()
        act.save()
        assert act not in LegalAct.objects.in_force_on(date(2030, 1, 1))
        assert act in LegalAct.objects.in_force_on(date(2030, 1, 2))

    def test_ends_before_another_is_said_to_replace_it(self):
        earlier, later = an_act("1/2030/NĐ-CP"), an_act("2/2030/NĐ-CP")
        earlier.save()
        later.save()
        relation = ActRelation(later=later, earlier=earlier, kind=ActRelationKind.REPLACES)
        said = self.refusals(relation)["earlier"]
        assert "Ghi ngày đó ở văn bản bị thay thế" in said[0]
        relation.kind = ActRelationKind.AMENDS
        relation.full_clean()
        relation.kind = ActRelationKind.REPEALS
        earlier.valid_to, earlier.end_reason = date(2030, 6, 1), EndReason.REPEALED
        relation.full_clean()


def test_a_law_is_named_by_its_title_and_a_decision_by_its_number():
    law = an_act("102/2016/QH13", type=ActType.LAW, title="Luật Trẻ em", issuer="Quốc hội")
    assert str(law) == "Luật Trẻ em (102/2016/QH13)"
    assert str(an_act(issued_on=None)) == "Nghị định số 12/2030/NĐ-CP của Chính phủ"
