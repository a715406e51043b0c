"""Nobody shows a child's name to others without having been asked: papers, answers, files, reasons, commands."""

import json
from dataclasses import replace
from io import StringIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.urls import reverse

from childlabour.core.errors import Doubt, Refusal
from childlabour.units.models import Place, Unit
from plans.content.asking import content_of
from plans.content.values import Content, TextRun
from plans.followup.steps import ASSIGNMENTS, Move
from plans.issuing.workflow import perform
from plans.law.belonging import rows_of
from plans.models import (
    Action,
    Answer,
    Assignment,
    Assurance,
    Charge,
    Document,
    Event,
    RegisterEntry,
    Status,
    StoredBlock,
    Task,
)
from plans.privacy.asking import MOST, open_mentions
from plans.privacy.shown import Shown, shown_by
from targets.models import Target
from tests.cast import a_plan, an_issued_plan, revised
from tests.content.writing import blocks_of
from tests.issuing.way import approved, issued, signed, submitted

pytestmark = pytest.mark.django_db

CHILD = "cháu Vàng A Súa"
SAID = f"Đã đưa {CHILD} trở lại trường."


@pytest.fixture
def given(office) -> Assignment:
    an_issued_plan(office.committee, frozen=False, tasks=4)
    return Assignment.objects.filter(unit=office.people_of_tan_thanh).first()


def saying(document: Document, line: str, place: int = 2) -> str:
    """The draft with `line` in place of one of its blocks, whose key comes back."""

    def change(content: Content) -> Content:
        blocks = list(content.blocks)
        blocks[place] = replace(blocks[place], runs=(TextRun(line),), targets=())
        return replace(content, blocks=tuple(blocks))

    return content_of(revised(document, change)).blocks[place].key


def a_plan_that_names_a_child(office) -> Document:
    document = a_plan(office=office)
    saying(document, SAID)
    return document


def questions_of(act) -> list[Doubt]:
    with pytest.raises(Refusal) as refused:
        act()
    assert all(isinstance(problem, Doubt) for problem in refused.value.problems)
    return list(refused.value.problems)


# --- Papers -------------------------------------------------------------------------------------------


def test_a_paper_that_names_a_child_is_not_laid_before_the_leader_unasked(office):
    document = a_plan_that_names_a_child(office)
    (asked,) = questions_of(lambda: perform(Action.SUBMIT, document, office.lan))
    assert f"“{CHILD}” (nội dung) giống tên của một trẻ em: sửa lại" in asked.message
    assert SAID in next(b.text for b in content_of(document).blocks if b.key == asked.anchor)
    assert Document.objects.get(pk=document.pk).status == Status.DRAFT


def test_who_says_it_is_no_child_goes_on_and_is_remembered(office):
    document = a_plan_that_names_a_child(office)
    (asked,) = questions_of(lambda: perform(Action.SUBMIT, document, office.lan))
    perform(Action.SUBMIT, document, office.lan, confirmed=asked.answer)
    kept = Assurance.objects.get()
    assert (kept.officer, kept.officer_name, kept.where) == (office.lan, "Hoàng Thị Lan", "nội dung")
    assert "Súa" not in str(vars(kept)), "a name that was a child's after all leaves no copy here"


def test_the_same_words_are_asked_about_once_until_they_change(office):
    document = a_plan_that_names_a_child(office)
    (asked,) = questions_of(lambda: perform(Action.SUBMIT, document, office.lan))
    perform(Action.SUBMIT, document, office.lan, confirmed=asked.answer)
    perform(Action.WITHDRAW, document, office.lan)
    perform(Action.SUBMIT, document, office.lan)
    perform(Action.WITHDRAW, document, office.lan)
    saying(document, f"Đã đưa {CHILD} ra khỏi mỏ đá.")
    assert len(questions_of(lambda: perform(Action.SUBMIT, document, office.lan))) == 1


def test_an_answer_to_one_question_does_not_answer_another(office):
    document = a_plan_that_names_a_child(office)
    (asked,) = questions_of(lambda: perform(Action.SUBMIT, document, office.lan))
    saying(document, "Khen em Lò Thị Mai.", place=3)
    (left,) = questions_of(lambda: perform(Action.SUBMIT, document, office.lan, confirmed=asked.answer))
    assert "Lò Thị Mai" in left.message
    assert not Assurance.objects.exists(), "nothing was done, so nothing is remembered"


def test_what_was_approved_before_there_was_a_guard_is_asked_about_at_its_issue(office):
    document = signed(office, a_plan(office=office))
    Document.objects.filter(pk=document.pk).update(source_note=f"Theo lời {CHILD}.")
    questions_of(lambda: perform(Action.ISSUE, document, office.thu))


def test_every_word_that_is_printed_or_shown_is_looked_at(office):
    document = a_plan(office=office)
    target, task = (
        rows_of(Target, document).first(),
        rows_of(Task, document).first(),
    )
    charge = Charge.objects.create(block=StoredBlock.objects.get(document=document, place=1))
    for row, name in (
        (document, "title"),
        (document, "addressees"),
        (document, "source_note"),
        (document.citations.first(), "text"),
        (document.recipients.first(), "text"),
        (target, "sentence"),
        (target, "weaker_reason"),
        (task, "units_said"),
        (task, "product"),
        (charge, "units_said"),
    ):
        was = getattr(row, name)
        type(row).objects.filter(pk=row.pk).update(**{name: f"{was} em Lò Thị Mai"})
        found = open_mentions(shown_by(Document.objects.get(pk=document.pk)))
        assert len(found) == 1, f"{row._meta.label}.{name}"
        if row in (target, task, charge):
            assert found[0].shown.anchor == row.block.key
        type(row).objects.filter(pk=row.pk).update(**{name: was})
    for place, block in enumerate(content_of(document).blocks):
        saying(document, f"{block.text} em Lò Thị Mai", place)
        found = open_mentions(shown_by(Document.objects.get(pk=document.pk)))
        assert [mention.shown.anchor for mention in found] == [block.key]
        saying(document, block.text, place)


def test_a_paper_full_of_names_is_asked_about_a_hundred_at_a_time_and_none_slips_by(office):
    document = a_plan(office=office)
    lines = blocks_of("\n".join(f"Em Na ở thôn {n} nghỉ học." for n in range(MOST + 20)))
    revised(document, lambda content: replace(content, blocks=(*content.blocks, *lines)))
    asked = questions_of(lambda: perform(Action.SUBMIT, document, office.lan))
    assert len(asked) == MOST
    given = [question.answer for question in asked]
    left = questions_of(lambda: perform(Action.SUBMIT, document, office.lan, confirmed=given))
    assert len(left) == 20
    given += [question.answer for question in left]
    perform(Action.SUBMIT, document, office.lan, confirmed=given)
    assert Assurance.objects.count() == MOST + 20


# --- Names that are known -------------------------------------------------------------------------------


def test_a_unit_that_is_called_like_a_child_is_none(office):
    said = [Shown("Phối hợp với Trẻ em Lý Sơn Xanh và Bé Na Vui.", "nội dung")]
    assert len(open_mentions(said)) == 2
    for name in ("Tổ chức Trẻ em Lý Sơn Xanh", "Câu lạc bộ Bé Na Vui"):
        Unit.objects.create(name=name, place=office.district)
    assert open_mentions(said) == []


def test_children_of_a_place_are_nobody_and_one_of_that_name_is_somebody(office):
    Place.objects.create(level="commune", name="xã Lý Nhơn")
    assert open_mentions([Shown("Trẻ em Lý Nhơn được tới trường.", "nội dung")]) == []
    assert len(open_mentions([Shown("Em Lý Nhơn được tới trường.", "nội dung")])) == 1


# --- Reasons, answers, files ----------------------------------------------------------------------------


def test_a_reason_stays_in_the_record_so_it_is_asked_about(office):
    document = submitted(office)
    (asked,) = questions_of(
        lambda: perform(Action.SEND_BACK, document, office.hung, reason=f"Bỏ tên {CHILD}.")
    )
    assert "(lý do)" in asked.message
    perform(Action.SEND_BACK, document, office.hung, reason=f"Bỏ tên {CHILD}.", confirmed=asked.answer)
    assert Event.objects.filter(reason__contains=CHILD).exists()


@pytest.mark.parametrize("action", [Action.REVOKE])
def test_a_public_reason_is_asked_about(office, action):
    document = issued(office)
    questions_of(lambda: perform(action, document, office.hung, reason=f"Lộ tên {CHILD}."))


def test_an_answer_that_names_a_child_waits_for_a_word(office, given):
    (asked,) = questions_of(lambda: ASSIGNMENTS.perform(Move.REPORT, given, office.pao, text=SAID))
    assert not Answer.objects.exists()
    ASSIGNMENTS.perform(Move.REPORT, given, office.pao, text=SAID, confirmed=asked.answer)
    assert Answer.objects.get().text == SAID


def test_so_does_a_file_that_is_called_like_a_child(office, given):
    file = SimpleUploadedFile("chau Vang A Sua.pdf", b"%PDF-1.4\n")
    (asked,) = questions_of(
        lambda: ASSIGNMENTS.perform(Move.REPORT, given, office.pao, text="Gửi kèm.", uploads=[file])
    )
    assert "(tên tệp kèm theo)" in asked.message


# --- On the page ----------------------------------------------------------------------------------------


def test_the_page_asks_keeps_what_was_typed_and_takes_the_answer(client, office):
    document = submitted(office)
    client.force_login(office.hung)
    address = reverse("issuing:act", args=[document.pk, "send_back"])
    reason = f"Bỏ tên {CHILD} ở phần I."
    page = client.post(address, {"reason": reason})
    shown = page.content.decode()
    assert page.status_code == 422
    assert "Không phải dữ liệu của trẻ em, tiếp tục" in shown and "Luật 91/2025/QH15, Điều 24" in shown
    assert reason in shown
    offered = (*page.context["verdicts"], *page.context["choices"])
    asked = next(c["confirming"] for c in offered if c["step"].name == Action.SEND_BACK).asked
    assert client.post(address, {"reason": reason, "confirmed": asked}).status_code == 302
    assert Assurance.objects.get().officer == office.hung


def test_the_drafter_is_led_to_the_words_and_may_go_on_from_the_same_page(client, office):
    document = a_plan_that_names_a_child(office)
    client.force_login(office.lan)
    address = reverse("issuing:act", args=[document.pk, "submit"])
    page = client.post(address)
    key = next(block.key for block in content_of(document).blocks if SAID in block.text)
    assert reverse("desk:spot", args=[document.pk, f"block-{key}"]) in page.content.decode()
    asked = page.context["choices"][0]["confirming"].asked
    assert client.post(address, {"confirmed": asked}).status_code == 302
    assert Document.objects.get(pk=document.pk).status == Status.SUBMITTED


def test_the_commune_keeps_its_words_and_its_tick(client, office, given):
    client.force_login(office.pao)
    address = reverse("tasks:assignment", args=[given.pk])
    page = client.post(address, {"move": "finish", "text": SAID})
    assert page.status_code == 422 and SAID in page.content.decode()
    asked = page.context["confirming"].asked
    other = client.post(
        address, {"move": "finish", "text": f"{SAID} Khen em Lò Thị Mai.", "confirmed": asked}
    )
    assert asked not in other.context["confirming"].asked.split(), "only what is new is asked"
    both = [other.context["confirming"].given, other.context["confirming"].asked]
    done = client.post(address, {"move": "finish", "text": f"{SAID} Khen em Lò Thị Mai.", "confirmed": both})
    assert done.status_code == 302


def test_a_script_is_told_what_to_confirm(client, office):
    document = a_plan_that_names_a_child(office)
    client.force_login(office.lan)
    address = reverse("issuing:act", args=[document.pk, "submit"])
    answer = client.post("/nhiem-vu/0/", HTTP_ACCEPT="application/json")
    assert answer.status_code == 404
    answer = client.post(address, HTTP_ACCEPT="application/json")
    (problem,) = json.loads(answer.content)["problems"]
    assert (answer.status_code, problem["field"]) == (409, "confirmed")
    told = {"confirmed": problem["answer"]}
    assert client.post(address, told, HTTP_ACCEPT="application/json").status_code == 302


def test_the_book_is_asked_about_too(client, office):
    approved(office)
    client.force_login(office.thu)
    address = reverse("issuing:reserve", args=[office.committee.pk])
    form = {"day": "05/6/2023", "count": 1, "reason": f"Để dành cho hồ sơ {CHILD}."}
    page = client.post(address, form)
    assert page.status_code == 422 and not RegisterEntry.objects.exists()
    assert "Không phải dữ liệu của trẻ em, tiếp tục" in page.content.decode()


# --- Commands -------------------------------------------------------------------------------------------


def told(*command: str) -> tuple[int, str]:
    out = StringIO()
    try:
        call_command(*command, stdout=out)
    except CommandError as no:
        return no.returncode, str(no)
    return 0, out.getvalue()


def test_a_draft_that_names_a_child_is_not_exported_unconfirmed(office, tmp_path):
    document = a_plan_that_names_a_child(office)
    target = tmp_path / "ra.json"
    command = ("export_plan", str(document.pk), "--output", str(target))
    code, said = told(*command)
    assert (code, target.exists()) == (1, False)
    assert CHILD in said and "--confirmed" in said
    assert told(*command, "--confirmed")[0] == 0 and target.exists()


def test_a_file_that_names_a_child_is_not_read_out_unconfirmed(db, tmp_path):
    file = tmp_path / "ke-hoach.txt"
    file.write_text(f"KẾ HOẠCH\nThực hiện năm 2023\nI. MỤC ĐÍCH\n{SAID}\n", encoding="utf-8")
    code, said = told("read_plan", str(file))
    assert code == 1 and CHILD in said and "--confirmed" in said
    assert told("read_plan", str(file), "--confirmed")[0] == 0
