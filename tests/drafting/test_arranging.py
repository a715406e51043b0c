"""Adding, splitting, moving and taking out the pieces of a draft."""

import pytest
from django.http import Http404

from childlabour.core.errors import Refusal
from plans.drafting.arranging import (
    add_rows,
    add_section,
    add_targets,
    add_tasks,
    move,
    remove,
    save_with_new_rows,
    split_target,
)
from plans.drafting.deriving import draft_organisation
from plans.drafting.saving import Unsaved
from plans.drafting.starting import Start, start_blank
from plans.models import Document, Section, SectionKind

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(office):
    return start_blank(Start(office.committee, 2024, office.lan))


def part(draft, kind) -> Section:
    return draft.sections.get(kind=kind)


def test_several_lines_become_several_targets_with_their_parts(draft, office):
    section = part(draft, SectionKind.OBJECTIVES)
    add_targets(
        draft.pk,
        f"section-{section.pk}",
        "- 100% trẻ em được hỗ trợ;\n- Trên 72% trẻ em đi học.\n\n",
        office.lan,
    )
    rows = list(section.targets.values_list("sentence", "comparator"))
    assert rows == [("100% trẻ em được hỗ trợ", "="), ("Trên 72% trẻ em đi học", ">")]


def test_one_sentence_with_two_values_comes_in_as_two_targets(draft, office):
    section = part(draft, SectionKind.OBJECTIVES)
    text = "90% cán bộ, giáo viên, 80% cha mẹ được cung cấp thông tin về phòng ngừa lao động trẻ em"
    first, second = add_targets(draft.pk, f"section-{section.pk}", text, office.lan)
    assert (first.value, second.value) == (90, 80)
    assert first.outcome == second.outcome != ""


def test_a_stored_sentence_is_split_in_place(draft, office):
    section = part(draft, SectionKind.OBJECTIVES)
    one, last = add_targets(
        draft.pk, f"section-{section.pk}", "100% xã có mạng lưới\n60% thôn có cộng tác viên", office.lan
    )
    one.sentence = "90% cán bộ, 80% cha mẹ được tập huấn"
    one.save()
    split_target(draft.pk, f"target-{one.pk}", office.lan)
    values = [str(t.value.normalize()) for t in section.targets.all()]
    assert values == ["9E+1", "8E+1", "6E+1"]
    assert section.targets.last().pk == last.pk


def test_tasks_are_pasted_with_their_details(draft, office):
    section = part(draft, SectionKind.TASKS)
    text = "1. Truyền thông\n- Phát tờ rơi;\n- Họp thôn.\n2. Tập huấn"
    first, second = add_tasks(draft.pk, f"section-{section.pk}", text, office.lan)
    assert (first.heading, first.details) == ("Truyền thông", "- Phát tờ rơi;\n- Họp thôn.")
    assert second.heading == "Tập huấn"


def test_moving_up_and_down_changes_places_and_stops_at_the_ends(draft, office):
    section = part(draft, SectionKind.TASKS)
    first, second = add_tasks(draft.pk, f"section-{section.pk}", "Một\nHai", office.lan)
    move(draft.pk, f"task-{second.pk}", -1, office.lan)
    move(draft.pk, f"task-{second.pk}", -1, office.lan)
    assert [task.pk for task in section.tasks.all()] == [second.pk, first.pk]


def test_a_part_can_be_added_and_its_number_follows_its_place(draft, office):
    added = add_section(draft.pk, "prose", "Kinh phí", office.lan)
    before = draft.sections.count()
    for _ in range(before):
        move(draft.pk, f"section-{added.pk}", -1, office.lan)
    assert Document.objects.get(pk=draft.pk).sections.first().heading == "Kinh phí"


def test_what_is_removed_is_gone_from_the_draft_and_kept_in_its_history(draft, office):
    section = part(draft, SectionKind.TASKS)
    (task,) = add_tasks(draft.pk, f"section-{section.pk}", "Phát tờ rơi", office.lan)
    assert "Phát tờ rơi" in str(draft.versions.first().paper)
    assert remove(draft.pk, f"task-{task.pk}", office.lan) == f"section-{section.pk}"
    assert not section.tasks.exists()


def test_targets_cannot_be_added_to_a_target(draft, office):
    with pytest.raises(Http404):
        add_targets(draft.pk, "target-1", "100% trẻ em", office.lan)


def test_a_part_and_its_new_rows_are_saved_together_or_not_at_all(draft, office):
    section = part(draft, SectionKind.OBJECTIVES)
    key, typed = f"section-{section.pk}", {"heading": "Chỉ tiêu chính", "kind": section.kind}
    with pytest.raises(Refusal, match="ký tự"):
        save_with_new_rows(draft.pk, key, typed, "Trên 72% trẻ em " + "được học " * 400, office.lan)
    section.refresh_from_db()
    assert section.heading != "Chỉ tiêu chính"
    outcome, added = save_with_new_rows(draft.pk, key, typed, "Trên 72% trẻ em được học nghề", office.lan)
    section.refresh_from_db()
    assert (section.heading, [row.value for row in added]) == ("Chỉ tiêu chính", [72])
    assert "72%" in str(outcome.paper)


def test_rows_are_not_added_to_a_part_that_could_not_be_saved(draft, office):
    section = part(draft, SectionKind.OBJECTIVES)
    typed = {"heading": "M" * 301, "kind": section.kind}
    outcome, added = save_with_new_rows(draft.pk, f"section-{section.pk}", typed, "90% cán bộ", office.lan)
    assert isinstance(outcome, Unsaved)
    assert added == []
    assert not section.targets.exists()


def test_a_part_of_words_alone_takes_no_rows(draft, office):
    with pytest.raises(Refusal, match="đổi loại phần trước"):
        add_rows(draft.pk, f"section-{part(draft, SectionKind.PROSE).pk}", "90% cán bộ", office.lan)


def test_only_a_target_is_split_and_only_a_part_is_organised(draft, office):
    section = part(draft, SectionKind.TASKS)
    (task,) = add_tasks(draft.pk, f"section-{section.pk}", "Phát tờ rơi", office.lan)
    with pytest.raises(Http404):
        split_target(draft.pk, f"section-{section.pk}", office.lan)
    with pytest.raises(Http404):
        draft_organisation(draft.pk, f"task-{task.pk}", office.lan)
