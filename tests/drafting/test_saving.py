"""An officer writes spot by spot; nobody overwrites anybody unknowingly."""

import time
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.http import Http404, QueryDict
from django.test.utils import CaptureQueriesContext

from childlabour.core.errors import Refusal
from plans.content.asking import content_of
from plans.content.lines import text_of
from plans.content.values import Block, Content, TaskMark
from plans.drafting.forms import Draft
from plans.drafting.marking import target_on, with_target
from plans.drafting.presence import note_presence, others_at
from plans.drafting.saving import Conflict, Saved, Unsaved, draft_of, open_draft, save_spot
from plans.drafting.spots import form_for, name_of_spot, outline, spot_of
from plans.models import Document, Status, StoredBlock
from targets.models import Programme
from tests.cast import a_plan, an_officer, long_plan, revised
from tests.content import writing

pytestmark = pytest.mark.django_db

CLOSING = "Các đơn vị nghiêm túc triển khai thực hiện."


@pytest.fixture
def draft(office):
    return a_plan(office.committee)


def words(document) -> list[str]:
    return text_of(content_of(document_again(document)).blocks).splitlines()


def document_again(document) -> Document:
    return Document.objects.get(pk=document.pk)


def sent(document, key, officer, **changes) -> QueryDict:
    """What a browser sends: the form as it stands, with `changes`."""
    form = form_for(Draft(document_again(document), content_of(document_again(document)), officer), key)
    data = QueryDict(mutable=True)
    data["base"] = form.base
    data["marks"] = getattr(form, "base_of_marks", "")
    for part in (form, *getattr(form, "mark_forms", ())):
        for bound in part:
            value = bound.value()
            shown = (
                [str(one) for one in value]
                if isinstance(value, list)
                else bound.field.widget.format_value(value)
            )
            if shown not in (None, ""):
                data.setlist(bound.html_name, shown if isinstance(shown, list) else [str(shown)])
    for name, value in changes.items():
        data[name] = value
    return data


def retyped(document, officer, old, new, key="body") -> QueryDict:
    data = sent(document, key, officer)
    assert old in data["lines"], data["lines"]
    data["lines"] = data["lines"].replace(old, new)
    return data


def block_saying(document, text):
    return next(block for block in content_of(document_again(document)).blocks if text in block.printed)


def a_colleague(office):
    return an_officer("hoa", "Bế Thị Hoa", office.labour, "Chuyên viên", is_drafter=True)


def saved(document, key, data, officer, **how) -> Saved:
    outcome = save_spot(document.pk, key, data, officer, **how)
    assert isinstance(outcome, Saved), getattr(outcome.form, "errors", outcome)
    return outcome


# ── Words ────────────────────────────────────────────────────────────────────────────────────────


def test_what_was_typed_is_stored_word_for_word(draft, office):
    saved(draft, "body", retyped(draft, office.lan, CLOSING, "Thực hiện **ngay**."), office.lan)
    assert words(draft)[-1] == "Thực hiện **ngay**."


def test_what_a_save_hands_back_is_what_is_stored(draft, office):
    data = retyped(
        draft,
        office.lan,
        CLOSING,
        "1. Thực hiện ngay.\nTT | Việc\n1 | Rà soát\n- Trên 90% trẻ em được hỗ trợ.",
    )
    outcome = saved(draft, "body", data, office.lan)
    assert outcome.draft.content == content_of(document_again(draft))
    again = saved(
        draft, "citations", sent(draft, "citations", office.lan, lines="Căn cứ Luật Trẻ em;"), office.lan
    )
    assert again.draft.content == content_of(document_again(draft))


def test_lines_of_two_writers_meet(draft, office):
    mine = retyped(draft, office.lan, CLOSING, "Lan viết câu kết.")
    colleague = a_colleague(office)
    saved(draft, "body", retyped(draft, colleague, "Nâng cao nhận thức.", "Hoa viết mục đích."), colleague)
    saved(draft, "body", mine, office.lan)
    assert words(draft)[-1] == "Lan viết câu kết."
    assert "1. Hoa viết mục đích." in words(draft)


def test_of_a_line_that_two_changed_both_texts_are_handed_back_and_nothing_is_written(draft, office):
    mine = retyped(draft, office.lan, CLOSING, "Lan viết.")
    mine["lines"] = mine["lines"].replace("Can thiệp sớm.", "Can thiệp kịp thời.")
    colleague = a_colleague(office)
    saved(draft, "body", retyped(draft, colleague, CLOSING, "Hoa viết."), colleague)
    outcome = save_spot(draft.pk, "body", mine, office.lan)
    assert isinstance(outcome, Conflict)
    assert outcome.who == "Bế Thị Hoa"
    assert [(clash.mine, clash.theirs) for clash in outcome.clashes] == [("Lan viết.", "Hoa viết.")]
    assert outcome.form["lines"].value() == mine["lines"]
    assert words(draft)[-1] == "Hoa viết."
    assert "2. Can thiệp sớm." in words(draft)


@pytest.mark.parametrize(("ours", "stands"), [(True, "Lan viết."), (False, "Hoa viết.")])
def test_whoever_saw_the_other_text_decides_and_his_other_lines_are_saved(draft, office, ours, stands):
    mine = retyped(draft, office.lan, CLOSING, "Lan viết.")
    mine["lines"] = mine["lines"].replace("Can thiệp sớm.", "Can thiệp kịp thời.")
    colleague = a_colleague(office)
    saved(draft, "body", retyped(draft, colleague, CLOSING, "Hoa viết."), colleague)
    saved(draft, "body", mine, office.lan, ours=ours)
    assert words(draft)[-1] == stands
    assert "2. Can thiệp kịp thời." in words(draft)


def test_the_same_words_typed_twice_are_no_conflict(draft, office):
    mine = retyped(draft, office.lan, CLOSING, "Cùng một câu.")
    colleague = a_colleague(office)
    saved(draft, "body", retyped(draft, colleague, CLOSING, "Cùng một câu."), colleague)
    saved(draft, "body", mine, office.lan)


def test_a_block_may_be_opened_alone_while_another_writes_in_the_whole(draft, office):
    key = f"block-{block_saying(draft, CLOSING).key}"
    mine = sent(draft, key, office.lan, lines="Lan viết.")
    colleague = a_colleague(office)
    saved(draft, "body", retyped(draft, colleague, "Can thiệp sớm.", "Can thiệp kịp thời."), colleague)
    saved(draft, key, mine, office.lan)
    assert words(draft)[-1] == "Lan viết."
    theirs = retyped(draft, colleague, "Lan viết.", "Hoa viết.")
    saved(draft, key, sent(draft, key, office.lan, lines="Lan sửa."), office.lan)
    assert isinstance(save_spot(draft.pk, "body", theirs, colleague), Conflict)


def test_a_block_that_is_emptied_goes_and_comes_back_under_its_key(draft, office):
    block = block_saying(draft, "Can thiệp sớm")
    mine = sent(draft, f"block-{block.key}", office.lan, lines="2. Can thiệp thật sớm.")
    colleague = a_colleague(office)
    saved(draft, f"block-{block.key}", sent(draft, f"block-{block.key}", colleague, lines=""), colleague)
    assert StoredBlock.objects.get(document=draft, key=block.key).removed_at
    outcome = saved(draft, f"block-{block.key}", mine, office.lan)
    assert list(outcome.form.told()) == []
    assert words(draft)[3] == "2. Can thiệp thật sớm."
    assert block_saying(draft, "thật sớm").key == block.key


def test_a_line_taken_out_of_the_body_while_another_writes_in_it_stays_and_both_are_told(draft, office):
    mine = retyped(draft, office.lan, "Can thiệp sớm.", "Can thiệp thật sớm.")
    colleague = a_colleague(office)
    saved(draft, "body", retyped(draft, colleague, "2. Can thiệp sớm.\n", ""), colleague)
    outcome = saved(draft, "body", mine, office.lan)
    assert "người khác vừa bỏ đi, nên vẫn giữ lại" in " ".join(outcome.form.told())
    assert "2. Can thiệp thật sớm." in words(draft)


def test_a_line_taken_out_by_mistake_and_typed_again_is_the_target_it_was(draft, office):
    """Ctrl+Z in the field, after the pause in which "đã lưu" was said."""
    before = content_of(document_again(draft))
    ((block, mark), *_) = before.targets
    saved(draft, "body", retyped(draft, office.lan, f"{block.printed}\n", ""), office.lan)
    assert mark.id not in {target.id for _, target in content_of(document_again(draft)).targets}
    again = "\n".join(one.printed for one in before.blocks)
    saved(draft, "body", sent(draft, "body", office.lan, lines=again), office.lan)
    assert content_of(document_again(draft)) == before


def test_what_is_taken_out_and_typed_again_is_what_it_was(draft, office):
    block, mark = next(content_of(draft).targets)
    saved(draft, "body", retyped(draft, office.lan, f"{block.printed}\n", ""), office.lan)
    assert mark.id not in [target.id for _, target in content_of(document_again(draft)).targets]
    saved(draft, "body", retyped(draft, office.lan, CLOSING, f"{block.printed}\n{CLOSING}"), office.lan)
    assert content_of(document_again(draft)).blocks[-2] == block


def test_a_target_that_was_taken_out_with_its_block_comes_back_with_it(draft, office):
    block, mark = next(content_of(draft).targets)
    key = f"block-{block.key}"
    mine = retyped(draft, office.lan, "Trên 51%", "Trên 60%", key)
    colleague = a_colleague(office)
    saved(draft, key, sent(draft, key, colleague, lines=""), colleague)
    saved(draft, key, mine, office.lan)
    again = block_saying(draft, "Trên 60%")
    assert [target.id for target in again.targets] == [mark.id]
    assert content_of(document_again(draft)).blocks.index(again) == content_of(draft).blocks.index(block)


# ── What hangs on the words ──────────────────────────────────────────────────────────────────────


def test_a_figure_typed_anew_is_read_into_the_target(draft, office):
    saved(draft, "body", retyped(draft, office.lan, "Trên 51%", "Trên 72,5%"), office.lan)
    first = next(content_of(document_again(draft)).targets)[1]
    assert first.statement.value == Decimal("72.5")
    assert first.sentence.startswith("Trên 72,5% cán bộ")


def test_a_part_typed_beside_the_words_is_given_and_stays(draft, office):
    block, mark = next(content_of(draft).targets)
    key = f"block-{block.key}"
    saved(draft, key, sent(draft, key, office.lan, **{f"target-{mark.id}-value": "75"}), office.lan)
    saved(draft, "body", retyped(draft, office.lan, "Trên 51%", "Trên 60%"), office.lan)
    after = next(content_of(document_again(draft)).targets)[1]
    assert (after.statement.value, after.given) == (Decimal(75), {"value"})


def test_units_and_a_day_are_typed_beside_a_task(draft, office):
    block, _ = next(content_of(draft).tasks)
    key = f"block-{block.key}"
    data = sent(draft, key, office.lan, **{"task-due_text": "Quý II/2023"})
    data.setlist("task-lead", [str(office.police.pk)])
    saved(draft, key, data, office.lan)
    task = next(content_of(document_again(draft)).tasks)[1]
    assert (task.lead, task.due, task.due_text) == ((office.police.pk,), date(2023, 6, 30), "Quý II/2023")


def test_two_who_change_what_hangs_on_one_block_are_told_of_each_other(draft, office):
    block, _ = next(content_of(draft).tasks)
    key = f"block-{block.key}"
    mine = sent(draft, key, office.lan, **{"task-product": "Báo cáo"})
    colleague = a_colleague(office)
    saved(draft, key, sent(draft, key, colleague, **{"task-product": "Danh sách"}), colleague)
    outcome = save_spot(draft.pk, key, mine, office.lan)
    assert isinstance(outcome, Conflict)
    assert outcome.theirs.task["product"].value() == "Danh sách"
    saved(draft, key, mine, office.lan, ours=True)
    assert next(content_of(document_again(draft)).tasks)[1].product == "Báo cáo"


def test_of_what_two_changed_on_one_block_the_others_may_stand(draft, office):
    block, _ = next(content_of(draft).tasks)
    key = f"block-{block.key}"
    mine = sent(draft, key, office.lan, **{"task-product": "Báo cáo"})
    colleague = a_colleague(office)
    saved(draft, key, sent(draft, key, colleague, **{"task-product": "Danh sách"}), colleague)
    saved(draft, key, mine, office.lan, ours=False)
    assert next(content_of(document_again(draft)).tasks)[1].product == "Danh sách"


def test_what_is_wrong_with_the_words_and_with_a_part_is_said_at_once(draft, office):
    block, mark = next(content_of(draft).targets)
    key = f"block-{block.key}"
    data = sent(draft, key, office.lan, lines="x" * 50_000, **{f"target-{mark.id}-value": "150"})
    outcome = save_spot(draft.pk, key, data, office.lan)
    assert isinstance(outcome, Unsaved)
    assert "quá 20000" in str(outcome.form.errors["lines"])
    assert "từ 0 đến 100" in str(outcome.form.targets[0].errors)


# ── Head and foot ────────────────────────────────────────────────────────────────────────────────


def test_a_date_that_does_not_exist_is_refused_with_the_text_kept(draft, office):
    outcome = save_spot(
        draft.pk, "identity", sent(draft, "identity", office.lan, issued_on="31/02/2023"), office.lan
    )
    assert isinstance(outcome, Unsaved)
    assert "issued_on" in outcome.form.errors
    assert outcome.form["issued_on"].value() == "31/02/2023"


def test_the_title_and_the_period_are_stored_together(draft, office):
    saved(
        draft, "identity", sent(draft, "identity", office.lan, title="Tên mới", period_to="2025"), office.lan
    )
    again = document_again(draft)
    assert (again.title, again.period_to) == ("Tên mới", 2025)


def test_two_who_change_one_spot_of_the_head_are_told_of_each_other(draft, office):
    mine = sent(draft, "signature", office.lan, signer="Lan gõ")
    colleague = a_colleague(office)
    saved(draft, "signature", sent(draft, "signature", colleague, signer="Hoa gõ"), colleague)
    outcome = save_spot(draft.pk, "signature", mine, office.lan)
    assert isinstance(outcome, Conflict)
    assert (outcome.form["signer"].value(), outcome.theirs["signer"].value()) == ("Lan gõ", "Hoa gõ")
    assert document_again(draft).signer == "Hoa gõ"
    saved(draft, "signature", mine, office.lan, ours=True)
    assert document_again(draft).signer == "Lan gõ"


def test_of_the_head_the_others_words_stand_when_a_person_says_so(draft, office):
    mine = sent(draft, "signature", office.lan, signer="Lan gõ")
    colleague = a_colleague(office)
    saved(draft, "signature", sent(draft, "signature", colleague, signer="Hoa gõ"), colleague)
    saved(draft, "signature", mine, office.lan, ours=False)
    assert document_again(draft).signer == "Hoa gõ"


def test_whoever_is_chosen_to_sign_fills_the_lines(draft, office):
    capacity = office.committee.signing_capacities.get()
    saved(
        draft,
        "signature",
        sent(draft, "signature", office.lan, signer="", signature_lines="", capacity=""),
        office.lan,
    )
    saved(draft, "signature", sent(draft, "signature", office.lan, capacity=str(capacity.pk)), office.lan)
    document = document_again(draft)
    assert (document.signature_lines, document.signer) == (capacity.lines, "Vi Văn Hùng")


def test_citations_are_typed_as_lines_and_read_as_acts(draft, office):
    lines = "Căn cứ Quyết định số 782/QĐ-TTg ngày 27/5/2021 của Thủ tướng Chính phủ;\n\nCăn cứ Luật Trẻ em năm 2016."
    saved(draft, "citations", sent(draft, "citations", office.lan, lines=lines), office.lan)
    first, second = draft.citations.all()
    assert (first.act_number, str(first.act_date)) == ("782/QĐ-TTg", "2021-05-27")
    assert second.text == "Căn cứ Luật Trẻ em năm 2016"


def test_a_recipient_that_did_not_change_keeps_its_unit(draft, office):
    lines = "Các trường học\nUBND xã Tân Thành\nLưu: VT"
    saved(draft, "recipients", sent(draft, "recipients", office.lan, lines=lines), office.lan)
    rows = {row.text: row for row in draft.recipients.all()}
    assert list(rows) == lines.splitlines()
    assert rows["UBND xã Tân Thành"].unit == office.people_of_tan_thanh
    assert rows["Lưu: VT"].purpose == "file"


# ── Sittings, presence, rights ───────────────────────────────────────────────────────────────────


def test_a_sitting_of_one_person_is_one_version_and_anyone_elses_another(draft, office):
    for text in ("Một.", "Hai.", "Ba."):
        key = f"block-{content_of(document_again(draft)).blocks[-1].key}"
        saved(draft, key, sent(draft, key, office.lan, lines=text), office.lan)
    assert draft.versions.count() == 1
    colleague = a_colleague(office)
    saved(draft, "body", retyped(draft, colleague, "Ba.", "Bốn."), colleague)
    assert [version.officer_name for version in draft.versions.all()] == ["Bế Thị Hoa", "Hoàng Thị Lan"]


def test_a_save_that_changes_nothing_leaves_no_trace(draft, office):
    before = document_again(draft).updated_at
    saved(draft, "body", sent(draft, "body", office.lan), office.lan)
    assert document_again(draft).updated_at == before
    assert not draft.versions.exists()


def test_two_people_at_one_draft_are_told_of_each_other(draft, office):
    colleague = a_colleague(office)
    note_presence(draft, office.lan, "body")
    assert [str(p.officer) for p in others_at(draft, colleague)] == ["Hoàng Thị Lan"]
    assert others_at(draft, office.lan) == []


def test_another_districts_officer_meets_nothing_at_all(draft, office):
    with pytest.raises(Http404):
        open_draft(draft.pk, office.mai)


def test_a_leader_sees_the_draft_but_does_not_write_it(draft, office):
    with pytest.raises(Refusal, match="chuyên viên soạn thảo"):
        open_draft(draft.pk, office.hung)


def test_a_submitted_draft_is_out_of_reach_of_the_editor(draft, office):
    data = retyped(draft, office.lan, CLOSING, "Sửa trộm.")
    Document.objects.filter(pk=draft.pk).update(status=Status.SUBMITTED)
    with pytest.raises(Refusal, match="đã trình"):
        save_spot(draft.pk, "body", data, office.lan)


def test_a_block_of_another_plan_cannot_be_reached_through_this_one(draft, office):
    other = a_plan(office.other_committee)
    block = content_of(other).blocks[0]
    StoredBlock.objects.filter(document=other, key=block.key).update(key="cua-huyen-khac")
    for data in (None, QueryDict("lines=x")):
        with pytest.raises(Http404):
            form_for(draft_of(draft.pk, office.lan), "block-cua-huyen-khac", data)


# ── The outline ──────────────────────────────────────────────────────────────────────────────────


def test_the_outline_follows_the_paper(draft, office):
    content = content_of(draft)
    spots = outline(draft, content)
    keys = [spot.key for spot in spots]
    assert keys[:3] == ["identity", "citations", "body"]
    assert keys[-2:] == ["recipients", "signature"]
    said = [(spot.title, spot.indent, spot.name) for spot in spots]
    assert ("II. Mục tiêu", 1, "Phần") in said
    assert next(name for title, _, name in said if title.startswith("- Trên 51%")) == "Chỉ tiêu"
    assert next(indent for title, indent, _ in said if title.startswith("1. Nhiệm vụ 1")) == 2


def test_plain_paragraphs_are_not_in_the_outline_and_have_a_form_all_the_same(draft, office):
    block = block_saying(draft, CLOSING)
    assert f"block-{block.key}" not in [spot.key for spot in outline(draft, content_of(draft))]
    assert name_of_spot(content_of(draft), f"block-{block.key}") == "Đoạn"
    assert form_for(draft_of(draft.pk, office.lan), f"block-{block.key}").initial["lines"] == CLOSING


@pytest.mark.parametrize(
    ("anchor", "spot"),
    [("identity", "identity"), ("body", "body"), ("k12", "block-k12"), ("", ""), ("không", ""), ("a b", "")],
)
def test_an_anchor_of_the_paper_leads_to_its_spot(anchor, spot):
    assert spot_of(anchor) == spot


def test_an_empty_document_has_an_outline(draft):
    assert [spot.key for spot in outline(draft, Content())][-3:] == ["body", "recipients", "signature"]


# ── What a save costs ────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("rows", [3, 100])
def test_a_save_costs_the_same_queries_for_a_short_and_a_long_plan(office, rows):
    document = long_plan(rows)
    data = retyped(document, office.lan, CLOSING, "Xong.")
    with CaptureQueriesContext(connection) as queries:
        saved(document, "body", data, office.lan)
    assert len(queries) <= 38


# ── The longest body, and the worst that can be typed over it ────────────────────────────────────

MANY = 2_400  # lines; a draft holds a hundred more
SECONDS = 8  # of processor time; two or three are needed
WORK = "Rà soát trẻ em có nguy cơ lao động trái pháp luật ở thôn {}, trên 72% trẻ em được hỗ trợ"


def a_line_of_work(number: int) -> Block:
    said = WORK.format(number)
    work = writing.paragraph(f"{said};", "-", f"k{number}", level=2, task=TaskMark(units_said="Các trường"))
    if number % 2:
        return work
    words = "trên 72% trẻ em được hỗ trợ"
    return with_target(work, target_on(work, words, f"t{number}"), words)


@pytest.mark.parametrize(
    ("line", "typed"),
    [
        (lambda n: a_line_of_work(n), lambda n: f"- {WORK.format(n)}{' kịp thời' * (n % 2)};"),
        (lambda n: a_line_of_work(n), lambda n: f"{n} ngày nghỉ khác hẳn"),
        (lambda n: writing.paragraph("x", "-", f"k{n}"), lambda n: "- x" if n % 2 else f"- y{n}"),
    ],
    ids=["every other line changed", "every line another", "lines that repeat"],
)
def test_the_longest_body_is_saved_in_a_few_seconds(office, line, typed):
    plan = a_plan(office.committee, tasks=0, targets=0)
    revised(plan, lambda content: replace(content, blocks=tuple(map(line, range(MANY)))))
    data = sent(plan, "body", office.lan, lines="\n".join(map(typed, range(MANY))))
    begun = time.thread_time()
    saved(plan, "body", data, office.lan)
    assert time.thread_time() - begun < SECONDS
    assert words(plan) == [" ".join(typed(number).split()) for number in range(MANY)]


@pytest.mark.parametrize("other", [False, True])
def test_with_another_programme_targets_leave_their_groups_and_the_writer_is_told(office, other):
    plan = a_plan(office=office, targets=2)
    assert all(mark.group for _, mark in content_of(plan).targets)
    new = (
        Programme.objects.create(code="KHAC", name="Khác", period_from=2021, period_to=2025)
        if other
        else None
    )
    changed = sent(plan, "identity", office.lan)
    changed["programme"] = str(new.pk) if new else ""
    outcome = saved(plan, "identity", changed, office.lan)
    (sentence,) = outcome.form.told()
    assert "2 chỉ tiêu không còn thuộc nhóm mục tiêu nào" in sentence
    content = content_of(Document.objects.get(pk=plan.pk))
    assert [mark.group for _, mark in content.targets] == ["", ""]
    words = next(content.targets)[0].text
    saved(plan, "body", retyped(plan, office.lan, words, f"Hằng năm {words}"), office.lan)


def test_who_keeps_the_programme_keeps_the_groups(office):
    plan = a_plan(office=office, targets=1)
    changed = sent(plan, "identity", office.lan)
    changed["title"] = "Tên khác"
    assert list(saved(plan, "identity", changed, office.lan).form.told()) == []
    assert next(content_of(Document.objects.get(pk=plan.pk)).targets)[1].group
