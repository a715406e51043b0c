"""An officer writes spot by spot; nobody overwrites anybody unknowingly."""

from datetime import timedelta

import pytest
from django.http import Http404

from childlabour.core import clock
from childlabour.core.errors import Refusal
from plans.drafting.presence import note_presence, others_at
from plans.drafting.saving import Conflict, Saved, Unsaved, open_draft, save_spot
from plans.drafting.spots import form_for, outline
from plans.drafting.versions import keep_version, marked_paper
from plans.models import Document, Status
from plans.paper.compare import differs
from targets.models import Target
from tests.cast import a_plan, an_officer

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(office):
    return a_plan(office.committee)


def typed(document, key, officer, **changes) -> dict:
    """What a browser sends: the form as it stands, with `changes`."""
    form = form_for(document, key, officer)
    values = {"base": form.base}
    for name in form.fields:
        value = form[name].value()
        if value not in (None, False, ""):
            values[name] = value
    return values | changes


def a_target_of(document) -> Target:
    return Target.objects.filter(section__document=document).first()


def a_colleague(office):
    return an_officer("hoa", "Bế Thị Hoa", office.labour, "Chuyên viên", is_drafter=True)


def test_what_was_typed_is_stored_and_stands_on_the_paper(draft, office):
    outcome = save_spot(
        draft.pk, "preamble", typed(draft, "preamble", office.lan, preamble="Thực hiện ngay."), office.lan
    )
    assert isinstance(outcome, Saved)
    assert "Thực hiện ngay." in [getattr(block, "text", "") for block in outcome.paper.blocks]


def test_a_new_sentence_fills_the_parts_of_the_target(draft, office):
    target = a_target_of(draft)
    key = f"target-{target.pk}"
    sentence = "dưới 1,5% trẻ em từ 5 đến 17 tuổi lao động trái quy định vào năm 2025"
    outcome = save_spot(draft.pk, key, typed(draft, key, office.lan, sentence=sentence), office.lan)
    assert isinstance(outcome, Saved), getattr(outcome, "form", outcome).errors
    target.refresh_from_db()
    assert (target.comparator, str(target.value.normalize()), target.horizon) == ("<", "1.5", 2025)
    assert outcome.filled["comparator"] == "<"


def test_a_part_corrected_by_hand_stays_as_corrected(draft, office):
    target = a_target_of(draft)
    key = f"target-{target.pk}"
    outcome = save_spot(
        draft.pk, key, typed(draft, key, office.lan, population="trẻ em vùng cao"), office.lan
    )
    assert isinstance(outcome, Saved)
    target.refresh_from_db()
    assert target.population == "trẻ em vùng cao"


def test_of_two_writers_at_one_spot_the_second_is_told_and_nothing_is_lost(draft, office):
    mine = typed(draft, "closing", office.lan, closing="Lan viết.")
    colleague = a_colleague(office)
    save_spot(draft.pk, "closing", typed(draft, "closing", colleague, closing="Hoa viết."), colleague)
    outcome = save_spot(draft.pk, "closing", mine, office.lan)
    assert isinstance(outcome, Conflict)
    assert outcome.who == "Bế Thị Hoa"
    assert Document.objects.get(pk=draft.pk).closing == "Hoa viết."
    assert outcome.form["closing"].value() == "Lan viết."
    assert outcome.theirs["closing"].value() == "Hoa viết."


def test_two_writers_at_two_spots_do_not_meet(draft, office):
    mine = typed(draft, "closing", office.lan, closing="Lan viết câu kết.")
    colleague = a_colleague(office)
    save_spot(
        draft.pk, "preamble", typed(draft, "preamble", colleague, preamble="Hoa viết mở đầu."), colleague
    )
    assert isinstance(save_spot(draft.pk, "closing", mine, office.lan), Saved)


def test_whoever_saw_the_other_text_may_write_over_it(draft, office):
    mine = typed(draft, "closing", office.lan, closing="Lan viết.")
    colleague = a_colleague(office)
    save_spot(draft.pk, "closing", typed(draft, "closing", colleague, closing="Hoa viết."), colleague)
    assert isinstance(save_spot(draft.pk, "closing", mine, office.lan, overwrite=True), Saved)
    assert Document.objects.get(pk=draft.pk).closing == "Lan viết."


def test_the_same_words_typed_twice_are_no_conflict(draft, office):
    mine = typed(draft, "closing", office.lan, closing="Cùng một câu.")
    colleague = a_colleague(office)
    save_spot(draft.pk, "closing", typed(draft, "closing", colleague, closing="Cùng một câu."), colleague)
    assert isinstance(save_spot(draft.pk, "closing", mine, office.lan), Saved)


def test_a_date_that_does_not_exist_is_refused_with_the_text_kept(draft, office):
    outcome = save_spot(
        draft.pk, "identity", typed(draft, "identity", office.lan, issued_on="31/02/2023"), office.lan
    )
    assert isinstance(outcome, Unsaved)
    assert "issued_on" in outcome.form.errors
    assert outcome.form["issued_on"].value() == "31/02/2023"


def test_citations_are_typed_as_lines_and_read_as_acts(draft, office):
    lines = "Căn cứ Quyết định số 782/QĐ-TTg ngày 27/5/2021 của Thủ tướng Chính phủ;\n\nCăn cứ Luật Trẻ em năm 2016."
    save_spot(draft.pk, "citations", typed(draft, "citations", office.lan, lines=lines), office.lan)
    first, second = draft.citations.all()
    assert (first.act_number, str(first.act_date)) == ("782/QĐ-TTg", "2021-05-27")
    assert second.text == "Căn cứ Luật Trẻ em năm 2016"


def test_a_line_that_did_not_change_keeps_its_row(draft, office):
    save_spot(
        draft.pk,
        "recipients",
        typed(draft, "recipients", office.lan, lines="Công an huyện\nLưu: VT"),
        office.lan,
    )
    before = {row.text: row.pk for row in draft.recipients.all()}
    outcome = save_spot(
        draft.pk,
        "recipients",
        typed(draft, "recipients", office.lan, lines="Các xã\nCông an huyện\nLưu: VT"),
        office.lan,
    )
    assert isinstance(outcome, Saved)
    after = {row.text: row.pk for row in draft.recipients.all()}
    assert list(after) == ["Các xã", "Công an huyện", "Lưu: VT"]
    assert after["Công an huyện"] == before["Công an huyện"]


def test_a_sitting_of_one_person_is_one_version_and_anyone_elses_another(draft, office):
    for words in ("Một.", "Hai.", "Ba."):
        save_spot(draft.pk, "closing", typed(draft, "closing", office.lan, closing=words), office.lan)
        draft.refresh_from_db()
    assert draft.versions.count() == 1
    colleague = a_colleague(office)
    save_spot(draft.pk, "closing", typed(draft, "closing", colleague, closing="Bốn."), colleague)
    newest, oldest = draft.versions.all()
    assert [newest.officer_name, oldest.officer_name] == ["Bế Thị Hoa", "Hoàng Thị Lan"]
    assert differs(marked_paper(oldest, newest))


def test_after_a_pause_the_same_person_starts_a_new_version(draft, office, monkeypatch):
    keep_version(draft, office.lan)
    later = clock.now() + timedelta(minutes=11)
    monkeypatch.setattr("plans.drafting.versions.now", lambda: later)
    Document.objects.filter(pk=draft.pk).update(closing="Sau giờ nghỉ.")
    keep_version(Document.objects.get(pk=draft.pk), office.lan)
    assert draft.versions.count() == 2


def test_two_people_at_one_draft_are_told_of_each_other(draft, office):
    colleague = a_colleague(office)
    note_presence(draft, office.lan, "closing")
    assert [str(p.officer) for p in others_at(draft, colleague)] == ["Hoàng Thị Lan"]
    assert others_at(draft, office.lan) == []


def test_another_districts_officer_meets_nothing_at_all(draft, office):
    with pytest.raises(Http404):
        open_draft(draft.pk, office.mai)


def test_a_leader_sees_the_draft_but_does_not_write_it(draft, office):
    with pytest.raises(Refusal, match="chuyên viên soạn thảo"):
        open_draft(draft.pk, office.hung)


def test_a_submitted_draft_is_out_of_reach_of_the_editor(draft, office):
    Document.objects.filter(pk=draft.pk).update(status=Status.SUBMITTED)
    with pytest.raises(Refusal, match="đã trình"):
        save_spot(draft.pk, "closing", {"closing": "Sửa trộm."}, office.lan)


def test_a_spot_of_another_plan_cannot_be_reached_through_this_one(draft, office):
    other = a_plan(office.other_committee)
    with pytest.raises(Http404):
        form_for(draft, f"target-{a_target_of(other).pk}", office.lan)


def test_the_outline_follows_the_paper(draft, office):
    keys = [spot.key for spot in outline(draft)]
    assert keys[:2] == ["identity", "citations"]
    assert keys[-3:] == ["closing", "recipients", "signature"]
