"""What is issued stays as it was issued, whatever happens and whoever asks."""

import hashlib
from dataclasses import replace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import IntegrityError, InternalError, connection, transaction
from django.db.models import ProtectedError

from childlabour.core.clock import now, today
from plans.followup.steps import ASSIGNMENTS, Move
from plans.issuing import triggers
from plans.issuing.standing import faults_of_rows
from plans.issuing.workflow import perform
from plans.models import (
    Action,
    Answer,
    AnswerFile,
    Assignment,
    AssignmentState,
    Citation,
    Document,
    Event,
    Issue,
    Recipient,
    RegisterEntry,
    SigningCopy,
    Status,
    Task,
)
from targets.models import Target
from tests.cast import a_plan, an_issued_plan, revised
from tests.issuing.elsewhere import run
from tests.issuing.way import approved, issued, signed

pytestmark = pytest.mark.django_db

REFUSALS = (IntegrityError, InternalError)


def refused(act, *args, **kwargs) -> None:
    with pytest.raises(REFUSALS, match="không sửa được nội dung"), transaction.atomic():
        act(*args, **kwargs)


def test_the_bytes_the_data_and_the_hash_are_kept(office):
    issue = issued(office).issue
    assert issue.sha256 == hashlib.sha256(issue.pdf).hexdigest()
    assert bytes(issue.pdf).startswith(b"%PDF")
    assert issue.snapshot["number"] == "01"
    assert issue.snapshot["paper"]["signature"]["signer"] == "Vi Văn Hùng"
    assert len(issue.document.verification_code) == 19


@pytest.mark.parametrize(
    "change",
    [
        lambda document: Document.objects.filter(pk=document.pk).update(title="Khác"),
        lambda document: Document.objects.filter(pk=document.pk).update(number=99),
        lambda document: Document.objects.filter(pk=document.pk).update(verification_code="X"),
        lambda document: Document.objects.filter(pk=document.pk).update(status=Status.DRAFT),
        lambda document: Document.objects.filter(pk=document.pk).update(status=Status.CANCELLED),
        lambda document: document.blocks.update(runs=[["Khác", False, False, []]]),
        lambda document: document.blocks.update(layout={"centred": True}),
        lambda document: document.blocks.update(marker="9."),
        lambda document: document.blocks.filter(place=1).update(removed_at=now()),
        lambda document: document.blocks.filter(place=1).delete(),
        lambda document: document.blocks.create(key="more", place=99, type="paragraph", level=1),
        lambda document: Target.objects.filter(block__document=document).update(value=1),
        lambda document: Target.objects.filter(block__document=document).delete(),
        lambda document: Target.objects.create(block=document.blocks.first(), mark="x", sentence="Thêm"),
        lambda document: Task.objects.filter(block__document=document).update(name="Khác"),
        lambda document: Task.objects.create(block=document.blocks.first(), name="Thêm"),
        lambda document: Assignment.objects.filter(task__block__document=document).update(role="partner"),
        lambda document: Assignment.objects.filter(task__block__document=document).delete(),
        lambda document: Citation.objects.filter(document=document).update(text="Khác"),
        lambda document: Citation.objects.create(document=document, text="Thêm"),
        lambda document: Recipient.objects.filter(document=document).delete(),
        lambda document: Issue.objects.filter(document=document).update(pdf=b"khac"),
        lambda document: Issue.objects.filter(document=document).update(sha256="0"),
        lambda document: Issue.objects.filter(document=document).update(snapshot={}),
        lambda document: Issue.objects.filter(document=document).delete(),
        lambda document: RegisterEntry.objects.filter(document=document).update(number=77),
        lambda document: RegisterEntry.objects.filter(document=document).delete(),
        lambda document: Event.objects.filter(document=document).update(officer_name="Ai đó"),
        lambda document: Event.objects.filter(document=document).delete(),
        lambda document: document.signatures.update(signer="Ai đó"),
        lambda document: document.submissions.all().delete(),
    ],
)
def test_the_database_refuses_every_change_of_what_was_issued(office, change):
    refused(change, issued(office))


def test_nor_can_a_row_be_carried_into_or_out_of_an_issued_plan(office):
    document, draft = issued(office), a_plan(office=office)
    refused(lambda: draft.blocks.filter(place=0).update(document=document, key="carried"))
    refused(lambda: document.blocks.filter(place=0).update(document=draft, key="carried"))
    refused(lambda: Target.objects.filter(block__document=draft).update(block=document.blocks.first()))
    refused(lambda: Target.objects.filter(block__document=document).update(block=draft.blocks.first()))


def test_a_hand_in_the_database_is_refused_too(office):
    document = issued(office)
    with connection.cursor() as cursor:
        refused(cursor.execute, "UPDATE plans_block SET marker = 'x' WHERE document_id = %s", [document.pk])
        refused(cursor.execute, "DELETE FROM plans_recipient WHERE document_id = %s", [document.pk])


@pytest.fixture
def answered(office) -> Answer:
    """The commune's answer with a paper, to a plan that has no frozen act: answers need none to be kept."""
    document = an_issued_plan(office=office, frozen=False, tasks=4)
    given = Assignment.objects.get(task__block__document=document, unit=office.people_of_tan_thanh)
    paper = SimpleUploadedFile("bien-ban.pdf", b"%PDF-1.4\n")
    ASSIGNMENTS.perform(Move.REPORT, given, office.pao, text="Đã họp 9 thôn.", uploads=[paper])
    return given.answers.get()


@pytest.mark.parametrize(
    "change",
    [
        lambda said: Answer.objects.filter(pk=said.pk).update(text="Chưa họp."),
        lambda said: Answer.objects.filter(pk=said.pk).update(officer_name="Ai đó"),
        lambda said: Answer.objects.filter(pk=said.pk).update(at=now()),
        lambda said: Answer.objects.filter(pk=said.pk).update(
            assignment=Assignment.objects.exclude(pk=said.assignment_id).first()
        ),
        lambda said: Answer.objects.filter(pk=said.pk)._raw_delete("default"),
        lambda said: AnswerFile.objects.filter(answer=said).update(stored="khac.pdf"),
        lambda said: AnswerFile.objects.filter(answer=said).delete(),
    ],
)
def test_an_answer_is_written_once(answered, change):
    with pytest.raises(REFUSALS, match="gửi trả lời mới"), transaction.atomic():
        change(answered)


def test_an_answer_and_its_task_stay_together(answered):
    with pytest.raises(ProtectedError):
        answered.delete()
    with pytest.raises(ProtectedError):
        answered.assignment.delete()


def test_more_is_said_and_who_said_it_may_leave(office, answered):
    ASSIGNMENTS.perform(Move.FINISH, answered.assignment, office.pao, text="Xong.")
    office.pao.delete()
    assert [(said.officer, said.officer_name) for said in answered.assignment.answers.all()] == [
        (None, "Giàng A Páo"),
        (None, "Giàng A Páo"),
    ]


def test_the_work_goes_on(office):
    document = issued(office)
    Assignment.objects.filter(task__block__document=document).update(
        state=AssignmentState.DONE, due_on=today()
    )
    Document.objects.filter(pk=document.pk).update(source_note="Đã niêm yết tại trụ sở.")
    RegisterEntry.objects.filter(document=document).update(copies=12)
    Document.objects.filter(pk=document.pk).update(status=Status.REPLACED)
    refused(lambda: Document.objects.filter(pk=document.pk).update(status=Status.ISSUED))


def test_drafts_are_as_free_as_before(office):
    an_issued_plan(office=office)
    draft = a_plan(office=office)
    draft.blocks.all().delete()
    draft.delete()


def test_people_and_upper_targets_can_go_without_touching_what_was_issued(office):
    document = issued(office)
    office.thu.delete()
    assert Issue.objects.get(document=document).issued_by_name == "Lê Thị Thu"


def test_every_trigger_is_there_and_a_lost_one_is_noticed(office):
    assert triggers.missing(connection) == []
    with connection.cursor() as cursor:
        on = " ON plans_block" if connection.vendor == "postgresql" else ""
        cursor.execute(f"DROP TRIGGER plans_frozen_plans_block_update{on}")
    assert triggers.missing(connection) == ["plans_frozen_plans_block_update"]
    triggers.lay(connection)
    assert triggers.missing(connection) == []


def test_what_was_taken_away_from_the_draft_is_gone_at_the_issue(office):
    document = revised(a_plan(office=office), lambda content: replace(content, blocks=content.blocks[:-1]))
    assert document.blocks.exclude(removed_at=None).count() == 1
    issued(office, document)
    assert not document.blocks.exclude(removed_at=None).exists()


def test_free_columns_exist():
    for kept in triggers.KEPT:
        columns = {field.column for field in kept.model._meta.concrete_fields}
        assert kept.free <= columns, kept.model


@pytest.mark.django_db(transaction=True)
def test_a_plug_pulled_at_any_line_of_issuing_leaves_nothing_or_all(office, tmp_path):
    document = signed(office)
    found = run("tests.issuing.accident", tmp_path, "issue", document.pk, office.thu.pk, 2)
    *before, last = [accident["left"] for accident in found]
    nothing = {"status": "signed", "number": 1, "entries": 1, "copies": 1, "issues": 0, "events": 4}
    assert len(before) > 40
    assert all(left == nothing for left in before)
    assert last == {"status": "issued", "number": 1, "entries": 1, "copies": 1, "issues": 1, "events": 5}


@pytest.mark.django_db(transaction=True)
def test_a_plug_pulled_at_any_line_of_numbering_wastes_no_number(office, tmp_path):
    document = approved(office)
    found = run("tests.issuing.accident", tmp_path, "number", document.pk, office.thu.pk, 7, f"day={today()}")
    *before, last = [accident["left"] for accident in found]
    nothing = {"status": "approved", "number": None, "entries": 0, "copies": 0, "issues": 0, "events": 2}
    assert len(before) > 40
    assert all(left == nothing for left in before)
    assert last == {"status": "numbered", "number": 1, "entries": 1, "copies": 1, "issues": 0, "events": 3}


def test_migrate_lays_what_an_altered_table_lost(office):
    triggers.lift(connection)
    assert triggers.missing(connection)
    call_command("migrate", verbosity=0)
    assert triggers.missing(connection) == []


# ── Upgrades: papers on their way ───────────────────────────────────────────────────────────────────


def test_a_copy_of_the_release_before_has_no_key_for_marks_and_is_issued(office):
    document = signed(office)
    copy = SigningCopy.objects.get(document=document)
    of_before = {name: said for name, said in copy.snapshot.items() if name != "handling"}
    SigningCopy.objects.filter(pk=copy.pk).update(snapshot=of_before)

    kept = perform(Action.ISSUE, Document.objects.get(pk=document.pk), office.thu)

    assert kept.issue.snapshot == of_before
    assert not list(faults_of_rows(kept.issue))
