"""The papers of the copy that attackers go after; what nobody but the office may read carries a mark."""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from childlabour.core.clock import now, today
from childlabour.jobs.asking import later
from childlabour.jobs.models import Job, State
from childlabour.notices.models import Notice
from plans.content.values import Content, TextRun
from plans.followup.steps import ASSIGNMENTS, Move
from plans.issuing.freezing import sha256, signing_copy_of
from plans.issuing.standing_in import hand_over
from plans.issuing.workflow import perform
from plans.law.blocks import BlockType
from plans.models import (
    Action,
    AnswerFile,
    Assignment,
    AssignmentState,
    Channel,
    Delivery,
    Document,
    RegisterEntry,
    Scan,
    TakeDown,
    Version,
)
from plans.reading.later import read_file
from plans.reading.parts.draft import ReadDraft, SourceKind
from plans.reading.review.carrying import packed
from plans.takedown.steps import ask
from targets.models import Target
from tests.cast import Office, a_plan, revised
from tests.issuing.papers import a_scan
from tests.issuing.way import numbered, submitted
from tests.laws.test_addresses import an_archive, copied
from tests.measuring.answers import a_period
from tests.reading.intakes import a_reading, read_from

MARK = "BạchMã7741"  # stands in words and names of files that are not for everybody
LATIN_MARK = "BachMa7741"


@dataclass(frozen=True)
class Papers:
    draft: Document
    numbered: Document
    issued: Document
    assignment: Assignment  # of the commune, on the issued plan
    world: dict[str, Any]  # what rows of `tests.laws.test_addresses` call their arguments


def papers_of(office: Office) -> Papers:
    draft = _a_draft_with_a_past(office)
    waiting = numbered(office, _marked(a_plan(office=office, targets=1, tasks=1)))
    issued = _an_issued_plan_with_dealings(office)
    given = Assignment.objects.get(unit=office.people_of_tan_thanh, task__block__document=issued)
    target = Target.objects.get(block__document=draft)
    tomorrow = today() + timedelta(days=1)  # not yet in force: the clerk is nobody's stand-in today
    world = {
        "draft": draft.pk,
        "numbered": waiting.pk,
        "issued": issued.pk,
        "issued_target": Target.objects.filter(block__document=issued).first().pk,
        "issued_task": given.task_id,
        "unit": office.committee.pk,
        "commune": office.people_of_tan_thanh.pk,
        "period": a_period("2023").pk,
        "metric": f"t{Target.objects.filter(block__document=issued).first().pk}",
        "programme": office.programme.code,
        "issued_block": given.task.block.key,
        "spot": f"block-{target.block.key}",
        "block": target.block.key,
        "mend": "renumber",
        "version": 1,
        "assignment": given.pk,
        "item": given.work_items.create(words=f"Họp {MARK}").pk,
        "file": AnswerFile.objects.get(answer__assignment=given).pk,
        "job": later(read_file, office.lan).pk,
        "reading": _what_was_read(office).pk,
        "certified_copy": copied(office, issued).pk,
        "notice": Notice.objects.create(officer=office.lan, words=f"Có văn bản {MARK}.", address="/").pk,
        "intake": a_reading(office.lan, office.committee).pk,
        "kept": read_from(draft, office.lan).pk,
        "archive": an_archive(office).pk,
        "delegation": hand_over(office.hung, office.committee, office.thu, tomorrow, tomorrow).pk,
        "delivery": Delivery.objects.get(document=issued, unit=office.people_of_tan_thanh).pk,
        "to_carry": _to_carry(issued, office).pk,
        "how": "da-chuyen",
        "annex_place": 1,
        "act": "submit",
        "take_down": TakeDown.objects.get(document=draft).pk,
        "settling": "decline",
        "whose": "goc",
        "page": 1,
        "form": "xlsx",
        "entry": RegisterEntry.objects.get(document=waiting).pk,
        "code": waiting.verification_code,
    }
    return Papers(draft, waiting, issued, given, world)


def _to_carry(issued: Document, office: Office) -> Delivery:
    waiting = {"channel": Channel.FILE, "sent_at": None}
    return Delivery.objects.update_or_create(document=issued, unit=office.school, defaults=waiting)[0]


def open_again(assignment: Assignment) -> None:
    """As if nothing had been reported yet: a report that is refused is refused for what is in it."""
    Assignment.objects.filter(pk=assignment.pk).update(state=AssignmentState.UNDER_WAY)


def _marked(document: Document) -> Document:
    def marked(content: Content) -> Content:
        heading = (TextRun(f"Phần {MARK}"),)
        blocks = (
            replace(block, runs=heading) if block.type == BlockType.PART else block
            for block in content.blocks
        )
        return replace(content, title=f"{content.title} {MARK}", blocks=tuple(blocks))

    return revised(document, marked)


def _a_draft_with_a_past(office: Office) -> Document:
    draft = submitted(office, _marked(a_plan(office=office, targets=1, tasks=1)))
    draft = perform(Action.SEND_BACK, draft, office.hung, reason=f"Xem lại {MARK}.")
    Version.objects.create(
        document=draft, number=1, started_at=now(), saved_at=now(), officer_name=f"Lan {MARK}", paper={}
    )
    ask(draft, office.lan, words="Can thiệp sớm", reason=f"Thử {MARK}.")
    return draft


def _an_issued_plan_with_dealings(office: Office) -> Document:
    """Its own words are for everybody, what was said on the way and answered is not."""
    document = submitted(office, a_plan(office=office, tasks=4))
    document = perform(Action.SEND_BACK, document, office.hung, reason=f"Xem lại {MARK}.")
    document = _signed_by_hand(office, numbered(office, document))
    document = perform(Action.ISSUE, document, office.thu)
    given = Assignment.objects.get(unit=office.people_of_tan_thanh, task__block__document=document)
    record = SimpleUploadedFile(f"{LATIN_MARK}.pdf", f"%PDF-1.4\n{LATIN_MARK}\n".encode())
    ASSIGNMENTS.perform(Move.REPORT, given, office.pao, text=f"Đã họp {MARK}.", uploads=[record])
    return document


def _signed_by_hand(office: Office, document: Document) -> Document:
    pages = a_scan(bytes(signing_copy_of(document).pdf), dpi=100)
    by = {"brought_by_name": str(office.thu), "confirmed_by_name": f"{office.thu} {MARK}"}
    Scan.objects.create(
        document=document,
        pdf=pages,
        sha256=sha256(pages),
        pages=2,
        resolution=100,
        brought_at=now(),
        confirmed_at=now(),
        **by,
    )
    return perform(Action.RECORD, document, office.thu)


def _what_was_read(office: Office) -> Job:
    read = packed(ReadDraft(origin=SourceKind.WORD, passages=(), roles=(), kind="KH", title=MARK))
    facts = {"what": {"unit": office.committee.pk}, "result": {"draft": read}}
    done = {"work_name": read_file.name, "state": State.DONE, "ended_at": now()}
    return Job.objects.create(officer=office.lan, **done, **facts)
