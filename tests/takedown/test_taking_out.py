"""A child's name that got in is taken out again: asked by one, done by another, gone from everywhere, on record."""

import json
from dataclasses import replace

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import IntegrityError, InternalError, connection, transaction
from django.urls import reverse

from childlabour.core.errors import Refusal
from childlabour.jobs.models import Job
from childlabour.notices.models import Notice
from childlabour.notices.telling import tell
from childlabour.units.models import Appointment, KeptForm
from plans.content.asking import content_of, recall_blocks, remember_blocks
from plans.content.lines import text_of
from plans.content.values import Block, Cell, TableColumn, TargetMark, TextRun, marked, span_of
from plans.drafting.starting import Start, start_from_last_year
from plans.followup.steps import ASSIGNMENTS, Move
from plans.issuing import successors, triggers
from plans.issuing.checking import faults
from plans.issuing.standing import faults_of_rows
from plans.issuing.way_out import TAKEN_OUT
from plans.issuing.workflow import perform
from plans.law.blocks import BlockType
from plans.models import (
    Action,
    Answer,
    AnswerFile,
    Assignment,
    Document,
    Event,
    Intake,
    IntakeFile,
    Issue,
    RelationKind,
    Scan,
    SigningCopy,
    Status,
    TakeDown,
    TakeDownState,
    Version,
)
from plans.reading.intakes import reading_in
from plans.reading.later import FILE_IS_GONE, take_in
from plans.signatures.pdf_files import attachments_of, lines_of_text
from plans.takedown.papers import Shorter
from plans.takedown.steps import TAKE_DOWNS, Settling, ask
from plans.takedown.taking_out import TELLING, _may_hold
from targets.statements import parse
from tests.cast import a_plan, an_officer, revised
from tests.issuing.papers import upload
from tests.issuing.way import issued, numbered
from tests.issuing.words import reworded
from tests.jobs.workers import work_off
from tests.reading.intakes import a_reading, read_from
from tests.takedown.assured import assured

pytestmark = pytest.mark.django_db

CHILD = "Vàng A Súa"
SAID = f"Đã đưa cháu {CHILD} trở lại trường."
WHY = "Nêu tên một trẻ em."
FIRST = "Nâng cao nhận thức."  # of every plan of the cast


@pytest.fixture
def document(office) -> Document:
    """Issued with a child's name in its first part, in a version, an answer, the name of a file, a reason."""
    document = revised(a_plan(office=office, tasks=4), lambda content: reworded(content, FIRST, SAID))
    return issued(office, assured(document, office.lan))


@pytest.fixture
def answer(office, document) -> Answer:
    given = Assignment.objects.filter(unit=office.people_of_tan_thanh, task__block__document=document).first()
    answer = Answer.objects.create(
        assignment=given,
        at=document.updated_at,
        officer=office.pao,
        officer_name=str(office.pao),
        state=given.state,
        text=SAID,
    )
    AnswerFile.objects.create(
        answer=answer,
        name=f"{CHILD}.pdf",
        size=9,
        media_type="application/pdf",
        stored=SimpleUploadedFile("a.pdf", b"%PDF-1.4\n"),
    )
    return answer


def taken_out(office, document: Document, words: str = CHILD, **what) -> TakeDown:
    asked = ask(document, office.lan, words=words, reason=WHY, **what)
    return TAKE_DOWNS.perform(Settling.CONFIRM, asked, office.hung)


def words_in(document: Document) -> str:
    """As it stands, whatever was fetched before."""
    return "\n".join(block.printed for block in content_of(Document.objects.get(pk=document.pk)).blocks)


def said_there(document: Document):
    """The block that names the child."""
    key = next(block.key for block in content_of(document).blocks if CHILD in block.text)
    return document.blocks.filter(key=key)


def runs_of(text: str) -> list:
    return [[text, False, False, []]]


def everything_stored() -> str:
    """Every text of every table, as one."""
    texts = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if table.startswith(("plans_", "targets_", "jobs_", "notices_", "django_admin")):
                cursor.execute(f'SELECT * FROM "{table}"')
                texts += [str(value) for row in cursor.fetchall() for value in row]
    text = "\n".join(texts)
    return text + json.dumps(text).encode().decode("unicode_escape", errors="ignore")


# --- What is gone ---------------------------------------------------------------------------------------


def test_the_name_is_gone_from_every_table_and_the_record_does_not_tell_it(office, document, answer):
    Event.objects.create(
        document=document, at=answer.at, action="edit", status_after="issued", reason=f"Theo {CHILD}"
    )
    LogEntry.objects.create(
        user=office.son,
        content_type=ContentType.objects.get_for_model(Document),
        object_id=document.pk,
        object_repr=f"Kế hoạch về {CHILD}",
        action_flag=CHANGE,
    )
    KeptForm.objects.create(network="127.0.0.1", page="/", address="/", typed={"text": [f"Theo {CHILD}"]})
    tell([office.pao], f"Chị Lan yêu cầu làm lại: thiếu giấy của {CHILD}.", "/")
    assert CHILD in everything_stored()
    done = taken_out(office, document)
    assert CHILD not in everything_stored() and "S\\u00faa" not in everything_stored()
    assert (done.state, done.words) == (TakeDownState.DONE, "")
    assert Answer.objects.get(pk=answer.pk).text == f"Đã đưa cháu {TAKEN_OUT} trở lại trường."
    assert AnswerFile.objects.get().name == f"{TAKEN_OUT}.pdf"


def test_of_a_notice_that_was_cut_short_the_beginning_of_the_name_is_gone_too(office, document):
    beginning = CHILD.rsplit(" ", 1)[0]
    tell([office.pao], f"Trả lại vì có nêu {beginning}…", "/")
    tell([office.pao], "Nhiệm vụ khác, viết dài…", "/")
    taken_out(office, document)
    told = list(Notice.objects.of(office.pao).order_by("pk").values_list("words", flat=True))[-2:]
    assert told == [f"Trả lại vì có nêu {TAKEN_OUT}…", "Nhiệm vụ khác, viết dài…"]


def test_the_paper_is_made_anew_and_marked_and_its_old_hash_stays_known(office, document, client):
    before = Issue.objects.get(document=document)
    done = taken_out(office, document)
    issue = Issue.objects.get(document=document)
    printed = " ".join(line.text for line in lines_of_text(bytes(issue.pdf)))
    assert CHILD not in printed and "BẢN LƯỢC NGÀY" in printed
    ((_, data),) = attachments_of(bytes(issue.pdf))
    assert CHILD not in data.decode() and TAKEN_OUT in data.decode()
    assert (done.sha256_before, done.sha256_after) == (before.sha256, issue.sha256)
    assert not Scan.objects.exists() and not SigningCopy.objects.exists()
    assert done.scan_sha256_before == "0" * 64


def test_served_copies_are_asked_for_anew_and_answered_with_the_new_one(office, document, client):
    address = reverse("public:pdf", args=[document.pk])
    old = client.get(address)
    assert "no-cache" in old["Cache-Control"], "a copy that is kept for ever cannot be taken back"
    assert client.get(address, HTTP_IF_NONE_MATCH=old["ETag"]).status_code == 304
    taken_out(office, document)
    new = client.get(address, HTTP_IF_NONE_MATCH=old["ETag"])
    assert new.status_code == 200 and new["ETag"] != old["ETag"]
    for name in ("document", "sheet", "word"):
        page = client.get(reverse(f"public:{name}", args=[document.pk]))
        assert CHILD.encode() not in page.getvalue()


def test_the_public_is_told_that_something_was_taken_out_and_when(office, document, client):
    taken_out(office, document)
    page = client.get(document.get_absolute_url()).content.decode()
    assert "đã được lược</b> theo quy định về bảo vệ dữ liệu cá nhân" in page
    shown = client.get(reverse("issuing:verify", args=[document.verification_code])).content.decode()
    assert "bản lược" in shown and TakeDown.objects.get().sha256_before in shown


def test_who_still_holds_the_original_is_told_what_became_of_it(office, document, client):
    original = bytes(Issue.objects.get(document=document).pdf)
    taken_out(office, document)
    shown = client.post(reverse("issuing:ask"), {"file": upload(original)}).content.decode()
    assert "Bản gốc, nay đã thay bằng bản lược" in shown and "không gửi tiếp" in shown


def test_a_file_leaves_the_disk_with_its_name(office, document, answer, django_capture_on_commit_callbacks):
    file = AnswerFile.objects.get()
    stored = file.stored.name
    with django_capture_on_commit_callbacks(execute=True):
        taken_out(office, document, "", file=file)
    assert not default_storage.exists(stored)
    file.refresh_from_db()
    assert (file.name, file.size, bool(file.stored)) == (TAKEN_OUT, 0, False)


def test_a_draft_made_from_the_paper_is_cleared_and_an_issued_one_is_named(office, document):
    with transaction.atomic():
        draft = successors.open_draft(document, RelationKind.REPLACES)
    Version.objects.create(
        document=draft, number=1, started_at=draft.created_at, saved_at=draft.created_at, paper={"a": [CHILD]}
    )
    in_two_looks = [[CHILD[:4], True, False, []], [CHILD[4:], False, False, []]]
    Version.objects.create(
        document=draft,
        number=2,
        started_at=draft.created_at,
        saved_at=draft.created_at,
        content={"blocks": [{"runs": in_two_looks}]},
    )
    other = a_plan(office=office, parent=document, closing=SAID)
    Document.objects.filter(pk=other.pk).update(status=Status.SUBMITTED)
    done = taken_out(office, document)
    assert CHILD not in words_in(draft)
    newer, older = Version.objects.filter(document=draft)
    assert older.paper == {"a": [TAKEN_OUT]}
    assert newer.content == {"blocks": [{"runs": [[TAKEN_OUT, True, False, []]]}]}
    assert done.left_in == [other]


def test_search_forgets_the_name(office):
    document = issued(office, assured(a_plan(office=office, title=f"Hỗ trợ {CHILD}"), office.lan))
    assert Document.objects.filter(search_key__contains="vang a sua").exists()
    taken_out(office, document)
    assert not Document.objects.filter(search_key__contains="vang a sua").exists()
    assert Document.objects.get(pk=document.pk).title == f"Hỗ trợ {TAKEN_OUT}"


def test_the_papers_are_still_whole_and_the_command_says_which_are_shorter(office, document, capsys):
    taken_out(office, document)
    call_command("verify_issued")
    said = capsys.readouterr().out
    assert "1 văn bản nguyên vẹn." in said and "là bản lược, bản gốc không còn lưu." in said


def test_a_shorter_copy_that_nobody_recorded_is_named(office, document):
    taken_out(office, document)
    triggers.lift(connection)
    TakeDown.objects.update(sha256_after="1" * 64)
    assert any("bản lược khác mã kiểm tra" in fault.what for fault in faults())
    TakeDown.objects.update(sha256_after="")
    assert any("không khớp với các lần lược" in fault.what for fault in faults())


# --- Whatever the words look like -----------------------------------------------------------------------


def _half_bold(content):
    """ "Đã đưa cháu **Vàng A** Súa trở lại trường.", and the name of a target begins in the middle of the child's."""
    before, after = SAID.split(CHILD)
    runs = (TextRun(before), TextRun("Vàng A", bold=True), TextRun(f" Súa{after}"))
    return _with_runs(content, runs)


def _in_a_cell(content):
    table = Block("table", BlockType.TABLE, 2, columns=(TableColumn(30), TableColumn(70)))
    cells = (
        Cell(((TextRun("1"),),)),
        Cell(((TextRun("Họ tên"),), (TextRun("Vàng "), TextRun("A Súa", italic=True)))),
    )
    row = Block("row", BlockType.ROW, 3, cells=cells)
    return replace(content, blocks=(*content.blocks, table, row))


def _with_runs(content, runs):
    blocks = (replace(b, runs=runs) if b.text == FIRST else b for b in content.blocks)
    return replace(content, blocks=tuple(blocks))


@pytest.mark.parametrize("written", [_half_bold, _in_a_cell])
def test_a_name_in_two_looks_or_in_a_table_is_taken_out_too(office, written):
    document = issued(office, assured(revised(a_plan(office=office), written), office.lan))
    assert CHILD in words_in(document)
    taken_out(office, document)
    assert CHILD not in words_in(document) and TAKEN_OUT in words_in(document)
    stored = everything_stored()
    assert "Vàng A" not in stored and "A Súa" not in stored
    printed = " ".join(line.text for line in lines_of_text(bytes(Issue.objects.get(document=document).pdf)))
    assert "Súa" not in printed
    assert not any("đang hiện khác bản lưu" in fault.what for fault in faults())


def test_a_mark_on_the_words_stays_on_what_stands_for_them(office):
    def promised(content):
        runs = marked((TextRun(SAID),), SAID.index(CHILD), len(SAID) - 1, "promise")
        mark = TargetMark("promise", SAID, parse(SAID))
        blocks = (replace(b, runs=runs, targets=(mark,)) if b.text == FIRST else b for b in content.blocks)
        return replace(content, blocks=tuple(blocks))

    document = issued(office, assured(revised(a_plan(office=office), promised), office.lan))
    taken_out(office, document)
    content = content_of(Document.objects.get(pk=document.pk))
    block = next(block for block in content.blocks if block.targets and block.targets[0].id == "promise")
    assert span_of(block, "promise") == f"{TAKEN_OUT} trở lại trường"


def test_what_came_later_on_the_words_is_still_known_to_the_journal(office, document):
    """The take-down changes the sentence of a later target, and its event keeps the figure of what is left."""

    def promised(content):
        block = next(block for block in content.blocks if CHILD in block.text)
        runs = marked(block.runs, SAID.index(CHILD), len(SAID) - 1, "later")
        laid = replace(block, runs=runs, targets=(TargetMark("later", SAID, parse(SAID)),))
        return replace(content, blocks=tuple(laid if one is block else one for one in content.blocks))

    perform(Action.MARK, document, office.lan, marked=promised)
    taken_out(office, Document.objects.get(pk=document.pk))
    assert CHILD not in everything_stored()
    ((_, target),) = (
        (block, mark)
        for block, mark in content_of(Document.objects.get(pk=document.pk)).targets
        if mark.added_at
    )
    assert TAKEN_OUT in target.sentence
    assert list(faults_of_rows(Issue.objects.get(document=document))) == []


def test_what_was_taken_away_from_a_draft_forgets_the_name_too(office, document):
    draft = successors.open_draft(document, RelationKind.REPLACES)
    revised(
        draft,
        lambda content: replace(content, blocks=tuple(b for b in content.blocks if CHILD not in b.text)),
    )
    assert draft.blocks.exclude(removed_at=None).exists()
    taken_out(office, document)
    assert CHILD not in everything_stored()


def test_nobody_goes_on_from_a_body_that_was_remembered_with_the_name(office, document):
    draft = successors.open_draft(document, RelationKind.REPLACES)
    remember_blocks(draft, content_of(draft).blocks)
    taken_out(office, document)
    draft = Document.objects.get(pk=draft.pk)
    recall_blocks(draft)
    assert all(CHILD not in block.text for block in content_of(draft).blocks)


def test_nor_with_what_hangs_on_words(office, document):
    """The name stands in what a task brings about; no word of the body has it."""
    draft = successors.open_draft(document, RelationKind.REPLACES)
    revised(draft, lambda content: naming_the_child_in_a_product(reworded(content, SAID, FIRST)))
    remember_blocks(draft, content_of(draft).blocks)
    taken_out(office, document)
    draft = Document.objects.get(pk=draft.pk)
    recall_blocks(draft)
    assert [task.product for _, task in content_of(draft).tasks if TAKEN_OUT in task.product]
    assert CHILD not in everything_stored()


def naming_the_child_in_a_product(content):
    block, task = next(iter(content.tasks))
    named = replace(block, task=replace(task, product=f"Hồ sơ của cháu {CHILD}"))
    return replace(content, blocks=tuple(named if one is block else one for one in content.blocks))


def test_next_year_s_plan_and_the_one_after_forget_the_name_too(office, document):
    """Neither names the plan that it began as."""
    following = start_from_last_year(Start(document.unit, 2027, office.lan), document)
    last = start_from_last_year(Start(document.unit, 2028, office.lan), following)
    assert all(CHILD in text_of(content_of(draft).blocks) for draft in (following, last))
    taken_out(office, document)
    assert CHILD not in everything_stored()


def test_the_plan_of_last_year_is_told_of_the_name_that_came_from_it(office, document):
    following = start_from_last_year(Start(document.unit, 2027, office.lan), document)
    done = taken_out(office, following)
    assert done.left_in == [document]


# --- Who may --------------------------------------------------------------------------------------------


def refusal(act) -> str:
    with pytest.raises(Refusal) as refused:
        act()
    return str(refused.value)


def test_who_asked_does_not_confirm(office, document):
    asked = ask(document, office.hung, words=CHILD, reason=WHY)
    assert "không tự xác nhận" in refusal(lambda: TAKE_DOWNS.perform(Settling.CONFIRM, asked, office.hung))
    with pytest.raises(IntegrityError), transaction.atomic():
        TakeDown.objects.filter(pk=asked.pk).update(settled_by=office.hung)


@pytest.mark.parametrize(
    ("first", "second", "may"),
    [
        ("lan", "hung", True),  # the leader confirms what his people ask
        ("lan", "son", True),  # so does the keeper
        ("lan", "thu", False),
        ("hung", "lan", True),  # what the leader asks, anyone of the unit
        ("hung", "thu", True),
        ("son", "hung", True),
        ("pao", "hung", True),  # who answered may ask
        ("lan", "pao", False),
        ("lan", "mai", False),
    ],
)
def test_the_second_person(office, document, answer, first, second, may):
    asked = ask(document, getattr(office, first), words=CHILD, reason=WHY)
    step = TAKE_DOWNS[Settling.CONFIRM]
    assert (step in TAKE_DOWNS.open_to(getattr(office, second), asked)) == may


def test_strangers_do_not_ask(office, document):
    said = refusal(lambda: ask(document, office.mai, words=CHILD, reason=WHY))
    assert "không đề nghị lược ở văn bản này được" in said


def test_where_one_person_works_alone_a_leader_above_confirms(office):
    commune = office.people_of_tan_thanh
    document = a_plan(commune, office=office, closing=SAID)
    asked = ask(document, office.pao, words=CHILD, reason=WHY)
    step = TAKE_DOWNS[Settling.CONFIRM]
    assert step in TAKE_DOWNS.open_to(office.hung, asked)
    an_officer("cha", "Thào A Chá", commune, is_leader=True)
    assert Appointment.objects.filter(unit=commune).count() == 2
    assert step not in TAKE_DOWNS.open_to(office.hung, asked)


def test_declining_forgets_the_words_too(office, document):
    asked = ask(document, office.lan, words=CHILD, reason=WHY)
    assert "Ghi lý do không lược." in refusal(lambda: TAKE_DOWNS.perform("decline", asked, office.hung))
    TAKE_DOWNS.perform("decline", asked, office.hung, answer="Là tên đường.")
    asked.refresh_from_db()
    assert (asked.state, asked.words) == (TakeDownState.DECLINED, "")
    assert CHILD in words_in(document)


# --- What is asked --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "reason", "said"),
    [
        (CHILD, f"Lộ tên {CHILD}.", "ghi lại, không nêu tên"),
        (CHILD, "Lộ tên em Lò Thị Mai.", "ghi lại, không nêu tên"),
        (CHILD, " ", "Ghi lý do lược"),
        ("Lò Thị Mai", WHY, "Không thấy chữ này"),
        ("Súa", WHY, "Chữ quá ngắn"),
        ("", WHY, "Ghi chữ cần lược"),
    ],
)
def test_an_unclear_request_is_told_why(office, document, words, reason, said):
    assert said in refusal(lambda: ask(document, office.lan, words=words, reason=reason))
    assert not TakeDown.objects.exists()


def test_what_is_about_to_be_signed_goes_back_first(office):
    document = numbered(office)
    assert "trả lại người soạn" in refusal(
        lambda: ask(document, office.lan, words="Can thiệp sớm", reason=WHY)
    )


def test_the_record_tells_who_asked_and_who_did_it_and_when(office, document):
    taken_out(office, document)
    told = document.events.filter(action__endswith="take_down").values_list("action", "officer_name")
    assert list(told) == [(Action.ASK_TAKE_DOWN, "Hoàng Thị Lan"), (Action.TAKE_DOWN, "Vi Văn Hùng")]


# --- The way is narrow ----------------------------------------------------------------------------------

REFUSED = (IntegrityError, InternalError)


def under_way(office, document: Document) -> TakeDown:
    asked = ask(document, office.lan, words=CHILD, reason=WHY)
    TakeDown.objects.filter(pk=asked.pk).update(
        state=TakeDownState.UNDER_WAY, settled_by=office.hung, settled_by_name="Vi Văn Hùng"
    )
    return asked


@pytest.mark.parametrize(
    "change",
    [
        lambda d: said_there(d).update(runs=runs_of("Khác hẳn.")),
        lambda d: said_there(d).update(runs=runs_of(f"{SAID.replace(CHILD, TAKEN_OUT)} Thêm.")),
        lambda d: said_there(d).update(runs=[]),
        lambda d: said_there(d).update(layout={"cells": [{"paragraphs": [runs_of("Thêm.")]}]}),
        lambda d: d.blocks.filter(type="part").update(runs=runs_of(TAKEN_OUT)),  # the words never stood there
        lambda d: said_there(d).update(place=9),
        lambda d: said_there(d).update(marker="9."),
        lambda d: Document.objects.filter(pk=d.pk).update(signer="Người khác"),
        lambda d: Issue.objects.filter(document=d).update(number="99"),
        lambda d: Issue.objects.filter(document=d).delete(),
        lambda d: d.blocks.all().delete(),
        lambda d: Answer.objects.update(text="Khác."),
        lambda d: AnswerFile.objects.update(stored=""),  # no file was named
        lambda d: Issue.objects.filter(document=d).update(pdf=b"%PDF", snapshot={}, sha256="f" * 64),
        lambda d: TakeDown.objects.update(sha256_after="f" * 64),
        lambda d: TakeDown.objects.update(state=TakeDownState.DECLINED, words=""),
        lambda d: TakeDown.objects.update(state=TakeDownState.ASKED),
        lambda d: TakeDown.objects.update(reason="Khác."),
        lambda d: TakeDown.objects.all().delete(),
    ],
)
def test_while_one_is_under_way_nothing_else_moves(office, document, answer, change):
    under_way(office, document)
    with pytest.raises(REFUSED), transaction.atomic():
        change(document)


def test_nobody_begins_one_that_was_not_asked_for(office, document):
    asked = ask(document, office.lan, words=CHILD, reason=WHY)
    asked.pk, asked.state = None, TakeDownState.UNDER_WAY
    with pytest.raises(REFUSED), transaction.atomic():
        asked.save()


def test_what_is_settled_stays_settled(office, document):
    done = taken_out(office, document)
    for state in (TakeDownState.ASKED, TakeDownState.UNDER_WAY, TakeDownState.DECLINED):
        with pytest.raises(REFUSED), transaction.atomic():
            TakeDown.objects.filter(pk=done.pk).update(state=state)


def test_one_that_is_left_under_way_is_named(office, document):
    under_way(office, document)
    assert any("dở dang" in fault.what for fault in faults())


def test_without_one_not_even_the_words_may_go(office, document, answer):
    with pytest.raises(REFUSED), transaction.atomic():
        Answer.objects.update(text=f"Đã đưa cháu {TAKEN_OUT} trở lại trường.")
    asked = under_way(office, document)
    Answer.objects.update(text=f"Đã đưa cháu {TAKEN_OUT} trở lại trường.")
    TakeDown.objects.filter(pk=asked.pk).update(state=TakeDownState.DONE, words="")
    with pytest.raises(REFUSED), transaction.atomic():
        Scan.objects.all().delete()


def test_another_documents_take_down_opens_no_way(office, document, answer):
    other = issued(office)
    asked = TakeDown.objects.create(
        document=other, words=CHILD, reason=WHY, asked_at=other.updated_at, asked_by_name="Lan"
    )
    TakeDown.objects.filter(pk=asked.pk).update(state=TakeDownState.UNDER_WAY, settled_by_name="Hùng")
    with pytest.raises(REFUSED), transaction.atomic():
        Answer.objects.update(text=f"Đã đưa cháu {TAKEN_OUT} trở lại trường.")
    assert triggers.missing(connection) == []


def test_when_it_fails_nothing_was_done(office, document, monkeypatch):
    def no_paper(*_):
        raise RuntimeError("hết giấy")

    asked = ask(document, office.lan, words=CHILD, reason=WHY)
    monkeypatch.setattr(Shorter, "take_the_place_of", no_paper)
    with pytest.raises(RuntimeError), transaction.atomic():
        TAKE_DOWNS.perform(Settling.CONFIRM, asked, office.hung)
    assert CHILD in words_in(document)
    asked.refresh_from_db()
    assert asked.state == TakeDownState.ASKED


# --- On the page ----------------------------------------------------------------------------------------


def test_two_people_do_it_on_the_page(office, document, answer, client):
    address = reverse("issuing:take_downs", args=[document.pk])
    client.force_login(office.lan)
    assert "Đề nghị lược" in client.get(address).content.decode()
    refused = client.post(address, {"words": "Lò Thị Mai", "reason": WHY})
    assert refused.status_code == 422 and "Không thấy chữ này" in refused.content.decode()
    assert "Lò Thị Mai" in refused.content.decode(), "nothing typed is lost"
    assert client.post(address, {"words": CHILD, "reason": WHY}).status_code == 302
    asked = TakeDown.objects.get()
    confirm = reverse("issuing:settle", args=[document.pk, asked.pk, "confirm"])
    assert client.post(confirm).status_code == 422
    client.force_login(office.thu)
    shown = f"<b>{CHILD}</b>"
    assert shown not in client.get(address).content.decode(), "the words are shown to the two alone"
    client.force_login(office.hung)
    page = client.get(address).content.decode()
    assert shown in page and "Trả lời: đã làm được gì" in page
    assert client.post(confirm).status_code == 302
    assert CHILD not in client.get(address).content.decode()


@pytest.mark.parametrize(("who", "waits"), [("hung", True), ("son", True), ("lan", False), ("mai", False)])
def test_the_second_person_finds_it_on_the_desk(office, document, client, who, waits):
    ask(document, office.lan, words=CHILD, reason=WHY)
    client.force_login(getattr(office, who))
    page = client.get(reverse("desk:home")).content.decode()
    assert (reverse("issuing:take_downs", args=[document.pk]) in page) == waits
    assert CHILD not in page


@pytest.mark.parametrize(("who", "status"), [("pao", 200), ("mai", 404), ("son", 200)])
def test_the_page_is_there_for_who_has_to_do_with_it(office, document, answer, client, who, status):
    client.force_login(getattr(office, who))
    assert client.get(reverse("issuing:take_downs", args=[document.pk])).status_code == status


def test_the_commune_is_led_there_from_its_answer(office, document, answer, client):
    client.force_login(office.pao)
    page = client.get(reverse("tasks:assignment", args=[answer.assignment_id])).content.decode()
    assert reverse("issuing:take_downs", args=[document.pk]) in page


def test_a_task_of_the_same_words_may_be_answered_on(office, document, answer):
    taken_out(office, document)
    ASSIGNMENTS.perform(Move.FINISH, answer.assignment, office.pao, text="Xong.")
    perform(Action.REVOKE, document, office.hung, reason="Hết hiệu lực.")


# --- What its words do not reach ------------------------------------------------------------------------


def test_other_spellings_that_are_left_are_named_so_that_each_may_be_asked_for(office, client):
    plan = a_plan(office=office)
    lines = f"{SAID} Giúp VÀNG A SÚA đi học. Cháu Vang A Sua. Vàng\u00a0 A\u00a0Súa."
    plan = revised(plan, lambda content: reworded(content, FIRST, lines))
    document = issued(office, assured(plan, office.lan))
    asked = ask(document, office.lan, words=CHILD, reason=WHY)
    client.force_login(office.hung)
    page = client.post(
        reverse("issuing:settle", args=[document.pk, asked.pk, "confirm"]), follow=True
    ).content.decode()
    for spelling in ("VÀNG A SÚA", "vang a sua"):
        assert f"Còn viết cách khác: “{spelling}”" in page


@pytest.mark.parametrize("reason", [f"Lộ tên {CHILD}", "Lộ tên Vàng A", "lo ten VANG A SUA"])
def test_a_reason_repeats_no_part_of_the_name(office, document, reason):
    with pytest.raises(Refusal, match="không nêu tên"):
        ask(document, office.lan, words=f"cháu {CHILD}", reason=reason)


def test_words_that_stand_everywhere_are_nobodys_data(office):
    plan = a_plan(office=office, targets=60)
    document = issued(office, plan)
    with pytest.raises(Refusal, match="chỉ lược họ tên"):
        ask(document, office.lan, words="phòng ngừa lao động trẻ em", reason="Thử.")


def test_a_draft_that_had_the_words_from_it_tells_that_they_were_taken_out(office, document):
    successor = successors.open_draft(document, RelationKind.REPLACES)
    assert CHILD in words_in(successor)
    taken_out(office, document)
    assert CHILD not in words_in(successor)
    assert successor.events.get(action=Action.TAKE_DOWN).reason.startswith("Lược theo đề nghị ở")


def test_what_it_was_read_from_forgets_the_name_and_its_file_goes(office, document):
    """The row that stays with the document, and another file of the same office that still waits for review."""
    kept = read_from(document, office.lan)
    waits = a_reading(
        office.lan, office.committee, f"KẾ HOẠCH\nNăm 2023\nI. VIỆC\n{SAID}\n".encode(), "a.txt"
    )
    Intake.objects.filter(pk=kept.pk).update(choices={"title": [SAID]})
    taken_out(office, document)
    assert not IntakeFile.objects.exists()
    assert CHILD not in everything_stored()
    assert TAKEN_OUT in " ".join(line.text for line in reading_in(Intake.objects.get(pk=waits.pk)).lines)


def test_a_name_that_stands_in_the_source_alone_can_be_taken_out(office):
    document = a_plan(office.committee)
    intake = read_from(document, office.lan)
    Intake.objects.filter(pk=intake.pk).update(name=f"{CHILD}.docx")
    assert taken_out(office, document).places == 1
    assert CHILD not in Intake.objects.get().name


def test_of_all_readings_only_those_that_may_hold_the_words_are_looked_through(office):
    """Also where the words change their look in the middle, or stand in one column alone."""
    holding = [a_reading(office.lan, office.committee) for _ in range(3)]
    a_reading(office.lan, office.committee)
    first, *others = CHILD.split()
    looks = [[f"Cháu {first} ", True, False, []], [" ".join(others), False, False, []]]
    Intake.objects.filter(pk=holding[0].pk).update(reading={"content": looks})
    Intake.objects.filter(pk=holding[1].pk).update(name=f"{CHILD}.docx")
    Intake.objects.filter(pk=holding[2].pk).update(choices={"title": [f"“{CHILD}” \\ 100%"]})
    found = _may_hold(Intake, CHILD, *TELLING).order_by("pk")
    assert [row.pk for row in found] == [row.pk for row in holding]


def test_a_file_that_was_taken_down_while_it_waited_is_not_read(office):
    intake = take_in(office.lan, office.committee, "a.txt", b"x")
    IntakeFile.objects.all().delete()
    work_off()
    assert Job.objects.get(pk=intake.job_id).problems == [FILE_IS_GONE]
