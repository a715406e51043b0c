"""What the lines of an open sheet mean, asked over HTTP: proposals, the panel of a line, what it corrects."""

import json
from dataclasses import replace
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from plans.content.asking import content_of
from plans.content.shapes import block_as_data, block_from
from plans.content.stretches import spans_of
from plans.content.values import ChargeMark, TaskMark, marked, span_of
from plans.drafting.marking import target_on, with_target
from plans.drafting.meaning.proposed import MOST_TARGETS
from plans.law.blocks import MOST_BLOCKS
from plans.models import Document
from targets.models import Target
from tests.cast import a_plan, an_issued_plan, revised
from tests.content.writing import clause, paragraph, part, row, table

pytestmark = pytest.mark.django_db
OBJECTIVES = part("I.", "MỤC TIÊU", "p")
PROMISE = paragraph("Trên 72% trẻ em có nguy cơ được hỗ trợ; 95% cán bộ được tập huấn.", "-", "k")
WORDS = "Trên 72% trẻ em có nguy cơ được hỗ trợ"


@pytest.fixture
def draft(office):
    return a_plan(office.committee, targets=0, tasks=0)


@pytest.fixture
def lan_in(client, office):
    client.force_login(office.lan)
    return client


def asked(client, name, document, blocks, *keys, **more):
    data = {"blocks": [block_as_data(block) for block in blocks], "keys": list(keys), **more}
    where = reverse(f"desk:{name}", args=[document.pk])
    return client.post(where, json.dumps(data), "application/json", headers={"accept": "application/json"})


def proposed(client, document, *blocks, keys=None):
    got = asked(client, "proposals", document, blocks, *(keys or [block.key for block in blocks]))
    assert got.status_code == 200, got.content.decode()
    return got.json()["proposals"]


# ── Proposals ────────────────────────────────────────────────────────────────────────────────────


def test_a_proposal_brings_the_whole_mark_and_the_words_it_would_lie_on(lan_in, draft):
    first, second = proposed(lan_in, draft, OBJECTIVES, PROMISE)
    assert first["kind"] == second["kind"] == "target"
    assert first["mark"]["statement"]["value"] == "72"
    laid = [text for text, _, _, marks in first["stretches"][0] if marks == [first["mark"]["id"]]]
    assert laid == [WORDS]


def test_a_task_knows_its_units_and_its_day_before_it_is_taken(lan_in, draft, office):
    line = paragraph("Giao Công an huyện chủ trì rà soát trẻ em, hoàn thành trước ngày 30/6/2023.", "-", "k")
    (task,) = proposed(lan_in, draft, part("II.", "NHIỆM VỤ"), line)
    assert task["kind"] == "task"
    assert (task["mark"]["lead"], task["mark"]["due"]) == ([office.police.pk], "2023-06-30")


def test_units_that_proposals_name_are_called_by_name(lan_in, draft, office):
    heading = clause("1.", "Công an huyện", "k")
    answer = asked(lan_in, "proposals", draft, (part("III.", "TỔ CHỨC THỰC HIỆN"), heading), "k").json()
    assert answer["proposals"][0]["mark"]["units"] == [office.police.pk]
    assert answer["units"] == {str(office.police.pk): office.police.name}


def test_rows_of_a_table_of_tasks_are_proposed_with_what_their_columns_say(lan_in, draft, office):
    rows = (
        table(10, 50, 25, 15, key="t"),
        row("TT", "Nội dung", "Chủ trì", "Thời gian"),
        row("1", "Rà soát trẻ em", "Công an huyện", "tháng 6/2023", key="r"),
    )
    (task,) = proposed(lan_in, draft, part("II.", "NHIỆM VỤ"), *rows)
    assert (task["block"], task["mark"]["lead"], task["mark"]["due"]) == (
        "r",
        [office.police.pk],
        "2023-06-30",
    )


def test_a_line_that_promises_hundreds_of_things_proposes_the_first_of_them(lan_in, draft):
    """Each proposal tells all words of its line: the answer grows with the line, not with its square."""
    promises = "; ".join(f"{number % 90 + 5}% trẻ em thứ {number} được hỗ trợ" for number in range(200))
    got = proposed(lan_in, draft, OBJECTIVES, paragraph(promises, "-", "k"))
    assert len(got) == MOST_TARGETS


def test_what_a_person_declined_is_proposed_no_more(lan_in, draft):
    declined = replace(PROMISE, declined=frozenset({"target"}))
    assert proposed(lan_in, draft, OBJECTIVES, declined) == []
    heading = replace(clause("1.", "Công an huyện", "k"), declined=frozenset({"charge", "task"}))
    assert proposed(lan_in, draft, part("III.", "TỔ CHỨC THỰC HIỆN"), heading) == []


def test_only_the_lines_that_are_asked_about_are_told_of(lan_in, draft):
    other = replace(PROMISE, key="other")
    assert {one["block"] for one in proposed(lan_in, draft, OBJECTIVES, PROMISE, other, keys=["other"])} == {
        "other"
    }


def test_proposals_cost_the_same_however_many_lines(lan_in, office):
    upper = an_issued_plan(office.committee, frozen=False, targets=3)
    document = a_plan(office.committee, targets=0, tasks=0)
    Document.objects.filter(pk=document.pk).update(parent=upper)

    def spent(count):
        lines = [replace(PROMISE, key=f"k{n}") for n in range(count)]
        lines += [paragraph("Giao Công an huyện chủ trì rà soát.", "-", f"t{n}") for n in range(count)]
        with CaptureQueriesContext(connection) as queries:
            assert len(proposed(lan_in, document, OBJECTIVES, *lines)) >= count
        return len(queries)

    assert (spent(2), spent(2), spent(40))[1:] == (8, 8)


@pytest.mark.parametrize(
    "body",
    [b"", b"[]", b"\xff", b"[" * 10_000, b'{"blocks": [{"key": 1}]}', b'{"blocks": 7, "keys": []}'],
)
def test_what_is_no_question_is_refused_in_words(lan_in, draft, body):
    for name in ("proposals", "margin"):
        where = reverse(f"desk:{name}", args=[draft.pk])
        got = lan_in.post(where, body, "application/json", headers={"accept": "application/json"})
        assert got.status_code == 422
        assert "Tải lại trang" in got.json()["problems"][0]["message"]


def test_more_lines_than_a_draft_holds_are_refused(lan_in, draft):
    lines = [replace(PROMISE, key=f"k{n}") for n in range(MOST_BLOCKS + 1)]
    assert asked(lan_in, "proposals", draft, lines).status_code == 422


def test_a_line_longer_than_any_save_takes_is_not_read(lan_in, draft):
    assert proposed(lan_in, draft, OBJECTIVES, paragraph("90% trẻ em được hỗ trợ. " * 2_000, "-", "k")) == []


# ── The panel ────────────────────────────────────────────────────────────────────────────────────


def with_promise():
    return with_target(PROMISE, target_on(PROMISE, WORDS, "t"), WORDS)


def test_the_panel_shows_the_parts_of_the_line(lan_in, draft):
    html = asked(lan_in, "margin", draft, (OBJECTIVES, with_promise()), "k").json()["html"]
    assert "marked-words" in html and WORDS in html
    assert 'name="target-t-value"' in html


def filled(client, document, block, mark, **changes):
    form = {"comparator": ">", "value": "72", "unit": "%", "direction": "up", **changes}
    typed_in = urlencode({f"target-{mark}-{name}": value for name, value in form.items()})
    return asked(client, "margin", document, (OBJECTIVES, block), block.key, mark=mark, fields=typed_in)


def test_a_part_that_is_corrected_comes_back_with_the_line_and_is_given(lan_in, draft, office):
    got = filled(lan_in, draft, with_promise(), "t", value="75", responsible=office.police.pk)
    assert got.status_code == 200, got.content.decode()
    (mark,) = block_from(got.json()["block"]).targets
    assert (str(mark.statement.value), "value" in mark.given) == ("75", True)
    assert mark.responsible == office.police.pk
    assert got.json()["units"] == {str(office.police.pk): office.police.name}
    assert not content_of(Document.objects.get(pk=draft.pk)).blocks[-1].targets, "nothing is stored"


def test_a_part_that_cannot_be_stands_in_the_panel_with_its_reason(lan_in, draft):
    got = filled(lan_in, draft, with_promise(), "t", value="172")
    assert got.status_code == 422
    assert "từ 0 đến 100" in got.json()["html"]


def test_a_task_is_corrected_in_the_panel(lan_in, draft, office):
    line = paragraph("Rà soát trẻ em.", "-", "k", task=TaskMark())
    sent = urlencode({"task-lead": office.police.pk, "task-due_text": "Quý II/2023"})
    got = asked(lan_in, "margin", draft, (line,), "k", mark="task", fields=sent)
    task = block_from(got.json()["block"]).task
    assert (task.lead, task.given) == ((office.police.pk,), {"lead", "due"})


def test_a_charge_is_corrected_in_the_panel(lan_in, draft, office):
    heading = clause("1.", "Công an huyện", "k", charge=ChargeMark())
    sent = urlencode({"charge-units": office.police.pk, "charge-units_said": "Công an huyện"})
    got = asked(lan_in, "margin", draft, (heading,), "k", mark="charge", fields=sent)
    assert block_from(got.json()["block"]).charge == ChargeMark((office.police.pk,), "Công an huyện")


def test_words_that_were_selected_become_a_target_of_exactly_those_words(lan_in, draft):
    start = PROMISE.text.index("95%")
    block = replace(PROMISE, runs=marked(PROMISE.runs, start, len(PROMISE.text) - 1, "mine"))
    got = asked(lan_in, "margin", draft, (OBJECTIVES, block), "k", act="marked:k:mine").json()
    after = block_from(got["block"])
    assert [mark.id for mark in after.targets] == ["mine"]
    assert span_of(after, "mine") == "95% cán bộ được tập huấn"
    assert after.targets[0].statement.value == 95
    assert spans_of(after, "mine") == spans_of(block, "mine")


def test_words_that_are_a_target_already_or_none_at_all_are_refused_in_words(lan_in, draft):
    whole = with_promise()
    twice = replace(whole, runs=marked(whole.runs, 0, len(WORDS), "mine"))
    blank = replace(PROMISE, runs=marked(PROMISE.runs, 4, 5, "mine"))
    for block, told in (
        (twice, "đã là một chỉ tiêu"),
        (blank, "Chưa chọn chữ nào"),
        (PROMISE, "Chưa chọn chữ nào"),
    ):
        got = asked(lan_in, "margin", draft, (OBJECTIVES, block), "k", act="marked:k:mine")
        assert got.status_code == 422
        assert told in got.json()["problems"][0]["message"]


def test_a_line_is_marked_by_hand_as_a_task_or_as_what_gives_work(lan_in, draft, office):
    line = paragraph("Công an huyện", "-", "k")
    made = asked(lan_in, "margin", draft, (line,), "k", act="task:k").json()
    assert block_from(made["block"]).task == TaskMark()
    made = asked(lan_in, "margin", draft, (clause("1.", "Công an huyện", "k"),), "k", act="charge:k").json()
    assert block_from(made["block"]).charge.units == (office.police.pk,)


def test_an_act_of_another_line_or_of_the_whole_body_is_none_of_a_panel_s(lan_in, draft):
    for act in ("task:other", "annex:targets", "all:target", "x"):
        assert asked(lan_in, "margin", draft, (PROMISE,), "k", act=act).status_code == 404


def test_the_target_above_stands_beside_with_how_it_compares(lan_in, office):
    upper = an_issued_plan(office.committee, frozen=False, targets=1)
    document = a_plan(office.committee, targets=0, tasks=0)
    Document.objects.filter(pk=document.pk).update(parent=upper)
    above = next(content_of(upper).targets)[1]
    linked = Document.objects.get(pk=upper.pk).blocks.get(targets__mark=above.id).targets.get()
    value = above.statement.value - 1
    block = with_promise()
    weaker = replace(
        block.targets[0],
        statement=replace(above.statement, value=value),
        sentence=above.sentence,
        upper=linked.pk,
    )
    html = asked(lan_in, "margin", document, (OBJECTIVES, replace(block, targets=(weaker,))), "k").json()[
        "html"
    ]
    assert "<b>thấp hơn</b> cấp trên: cần ghi lý do" in html
    assert '<details class="disclosure" open>' in html, "where the reason is written"


def test_a_target_of_anybody_else_s_draft_is_never_shown_beside(lan_in, office):
    """A mark as a stranger makes it may name any target there is."""
    secret = a_plan(office.people_of_tan_thanh, targets=0, tasks=0)
    hidden = replace(target_on(PROMISE, WORDS, "t-kin", 2023), sentence="Mật: giảm 90% lao động trái luật")
    line = with_target(replace(PROMISE, key="kin"), hidden, WORDS)
    revised(secret, lambda content: replace(content, blocks=(*content.blocks, line)))
    target = Target.objects.get(mark="t-kin")
    block = with_target(PROMISE, replace(target_on(PROMISE, WORDS, "t-1", 2023), upper=target.pk), WORDS)
    draft = a_plan(office.committee, targets=0, tasks=0)
    for sent in ({}, {"mark": "t-1", "fields": urlencode({"target-t-1-upper": target.pk})}):
        answer = asked(lan_in, "margin", draft, [block], "k", **sent)
        assert "Mật" not in answer.json()["html"]


def test_a_target_above_that_is_linked_already_is_shown_though_the_plan_above_is_another_by_now(
    lan_in, office
):
    upper = an_issued_plan(office.committee, frozen=False, targets=1)
    above = Target.objects.get(block__document=upper)
    mark = replace(target_on(PROMISE, WORDS, "t-1", 2023), upper=above.pk)
    block = with_target(PROMISE, mark, WORDS)
    draft = a_plan(office.committee, targets=0, tasks=0)
    revised(draft, lambda content: replace(content, blocks=(*content.blocks, block)))
    assert str(above) in asked(lan_in, "margin", draft, [block], "k").json()["html"]


def test_a_line_that_is_not_among_those_sent_is_told_so(lan_in, draft):
    assert asked(lan_in, "margin", draft, (PROMISE,), "gone").status_code == 422


def test_a_foreign_officer_is_told_of_no_draft(client, office, draft):
    client.force_login(office.mai)
    for name in ("proposals", "margin"):
        assert asked(client, name, draft, (PROMISE,), "k").status_code == 404


def test_what_is_issued_is_asked_about_no_more(client, office):
    client.force_login(office.lan)
    issued = an_issued_plan(office.committee)
    assert asked(client, "proposals", issued, (PROMISE,), "k").status_code == 422
