"""An office that worked with the code of 051e9c7 goes on with this one: nothing lost, changed or stuck."""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from html import unescape

import pytest
from django.apps import apps
from django.contrib.auth.hashers import check_password
from django.db import IntegrityError, InternalError, connection, transaction
from django.db.migrations.exceptions import IrreversibleError
from django.db.migrations.loader import MigrationLoader
from django.urls import reverse
from django.utils.timezone import localdate

from childlabour import settings as of_the_project
from childlabour.core.clock import today
from childlabour.units.models import Officer
from plans.content.asking import content_of
from plans.content.laying import lay
from plans.content.values import Block, TaskMark, TextRun, span_of
from plans.content.words import words_in
from plans.drafting.changing import lay_change
from plans.followup.steps import ASSIGNMENTS, Move
from plans.issuing import register, scans, triggers
from plans.issuing.checking import faults
from plans.issuing.workflow import perform
from plans.law.belonging import rows_of
from plans.law.blocks import BlockType
from plans.models import (
    PUBLISHED,
    Action,
    Answer,
    AnswerFile,
    Assignment,
    AssignmentState,
    Charge,
    Document,
    RegisterEntry,
    Status,
    StoredBlock,
    Task,
)
from plans.paper.compose import paper_of
from plans.paper.files import Format, file_of
from plans.paper.first_shape import REFERENCE
from plans.paper.frozen import from_data
from plans.paper.html import to_html
from targets.models import Target
from tests.cast import PASSWORD

pytestmark = pytest.mark.django_db


def officer(username: str) -> Officer:
    return Officer.objects.get(username=username)


def titled(title: str) -> Document:
    return Document.objects.get(title=title)


def sha256(data) -> str:
    return hashlib.sha256(bytes(data)).hexdigest()


def printed(document: Document) -> str:
    """The words of the paper, in small letters, with single blanks between them."""
    words = unescape(re.sub(r"<(style|title).*?</\1>|<[^>]*>", " ", to_html(paper_of(document)), flags=re.S))
    return " ".join(words.casefold().split())


def test_every_document_is_there_as_it_stood(kept):
    there = {document.pk: document for document in Document.objects.select_related("unit")}
    assert {told["status"] for told in kept["documents"]} == set(Status)
    assert [
        {"pk": p.pk, "kind": p.kind, "status": p.status, "origin": p.origin, "title": p.title, "code": p.code}
        for _, p in sorted(there.items())
    ] == [
        {name: told[name] for name in ("pk", "kind", "status", "origin", "title", "code")}
        for told in kept["documents"]
    ]


def test_every_sentence_is_still_on_its_paper(kept):
    for told in kept["documents"]:
        paper = printed(Document.objects.get(pk=told["pk"]))
        lost = [said for said in told["says"] if " ".join(said.casefold().split()) not in paper]
        assert lost == [], paper


# ── Words in blocks ─────────────────────────────────────────────────────────────────────────────────


def words(blocks) -> list[str]:
    """Without the line below the title of an annex: the layout makes it."""
    return list(words_in(block for block in blocks if not block.key.startswith(REFERENCE)))


def laid_down(document: Document) -> Iterator[tuple[str, dict]]:
    """The papers of it that the code of then put by, and nobody wrote in the document since."""
    for bearer in ("signing_copy", "issue"):
        if hasattr(document, bearer):
            yield bearer, getattr(document, bearer).snapshot["paper"]
    if last := document.submissions.last():
        yield "submission", last.paper
    elif document.status == Status.DRAFT and (version := document.versions.first()):
        yield "version", version.paper


def test_the_words_of_the_blocks_are_those_of_the_papers_that_were_put_by(kept):
    tried = Counter()
    for document in Document.objects.all():
        for kind, paper in laid_down(document):
            assert words(content_of(document).blocks) == words(from_data(paper).blocks), (document, kind)
            tried[kind, document.status] += 1
    assert {status for _, status in tried} == set(Status), "one in every status"
    assert {kind for kind, _ in tried} == {"signing_copy", "issue", "submission", "version"}


def test_every_target_lies_on_its_sentence_and_every_task_on_its_words(kept):
    targets = tasks = 0
    for document in Document.objects.all():
        content = content_of(document)
        for block, mark in content.targets:
            assert span_of(block, mark.id) == mark.sentence
            targets += 1
        for block, _ in content.tasks:
            assert Task.objects.get(block__document=document, block__key=block.key).name == block.text
            tasks += 1
    assert targets == Target.objects.count() > 0
    assert tasks == Task.objects.count() > 0


def test_units_that_a_heading_names_are_those_of_its_duties(kept):
    document = titled("Thực hiện Chương trình năm 2023")
    (heading,) = (block for block in content_of(document).blocks if block.charge)
    assert (heading.printed, heading.charge.units_said) == ("1. UBND xã Tân Thành", "UBND xã Tân Thành")
    given = Assignment.objects.filter(task__block__document=document, unit_id__in=heading.charge.units)
    assert {(one.role, one.is_inherited) for one in given} == {("lead", True)}


def test_a_document_that_is_laid_again_as_it_is_does_not_change(kept):
    for document in Document.objects.filter(status=Status.DRAFT):
        tables = (StoredBlock, Task, Assignment, Charge, Target)
        before = [list(rows_of(table, document).order_by("pk").values()) for table in tables]
        lay(content_of(document), document)
        assert [list(rows_of(table, document).order_by("pk").values()) for table in tables] == before


def test_papers_of_before_are_exported_in_the_shape_of_today(kept):
    document = titled("Thực hiện Chương trình năm 2023")
    data = json.loads(file_of(document, Format.JSON).content)
    kept_then = document.issue.snapshot
    assert (data["version"], "sections" in data) == (2, False)
    assert data["issuer"] == kept_then["issuer"]
    then = [target["text"] for section in kept_then["sections"] for target in section["targets"]]
    assert [target["text"] for target in data["targets"]] == then
    assert {block["key"] for block in data["blocks"]} >= {target["block"] for target in data["targets"]}
    assert "Số: 01/KH-UBND" in file_of(document, Format.TEXT).content.decode()


def test_what_was_issued_then_is_marked_now(kept):
    document = titled("Kế hoạch năm 2022, nhập lại từ sổ giấy")
    key = next(block.key for block in content_of(document).blocks if block.text == "Nâng cao nhận thức.")

    def to_do(content):
        blocks = (replace(b, task=TaskMark()) if b.key == key else b for b in content.blocks)
        return replace(content, blocks=tuple(blocks))

    perform(Action.MARK, document, officer("lan"), marked=to_do)
    assert Task.objects.get(block__document=document, block__key=key).added_at
    assert list(faults()) == []


# ── Work goes on ────────────────────────────────────────────────────────────────────────────────────


def test_its_history_is_there(kept):
    for told in kept["documents"]:
        document = Document.objects.get(pk=told["pk"])
        assert {
            "acts": [event.action for event in document.events.all()],
            "versions": document.versions.count(),
            "submissions": document.submissions.count(),
            "signatures": [signature.signer for signature in document.signatures.all()],
            "changes": [
                [relation.kind, relation.earlier_id] for relation in document.earlier_relations.all()
            ],
        } == {name: told[name] for name in ("acts", "versions", "submissions", "signatures", "changes")}


def test_papers_are_the_same_byte_for_byte(kept):
    for told in kept["documents"]:
        document = Document.objects.get(pk=told["pk"])
        for kind, bearer in (("copy", "signing_copy"), ("scan", "scan"), ("issue", "issue")):
            stored = getattr(document, bearer, None)
            assert (stored and sha256(stored.pdf)) == told[kind], (told["title"], kind)


def test_what_was_issued_is_genuine_and_locked(kept):
    assert list(faults()) == []
    assert triggers.missing(connection) == []
    issued = Document.objects.filter(status=Status.ISSUED)
    with pytest.raises((IntegrityError, InternalError), match=triggers.REFUSAL), transaction.atomic():
        issued.update(title="Khác")


def test_the_public_reads_the_same_papers_at_the_same_addresses(kept, client):
    for told in kept["documents"]:
        page, paper = (
            client.get(reverse(f"public:{name}", args=[told["pk"]])) for name in ("document", "pdf")
        )
        is_public = told["status"] in PUBLISHED
        assert page.status_code == paper.status_code == (200 if is_public else 404)
        if is_public:
            assert sha256(paper.content) == told["issue"]


def test_drafts_are_written_on(kept):
    drafts = Document.objects.filter(status=Status.DRAFT)
    assert drafts
    for document in drafts:
        writer = officer("pao" if "xã" in document.title else "lan")
        before = content_of(document)
        first = Block("first", BlockType.PARAGRAPH, 1, runs=(TextRun("Viết tiếp sau khi nâng cấp:"),))
        with transaction.atomic():
            lay_change(document, writer, before, replace(before, blocks=(first, *before.blocks)))
        document = Document.objects.get(pk=document.pk)
        assert "viết tiếp sau khi nâng cấp" in printed(document)
        assert content_of(document).blocks[1:] == before.blocks
        assert document.versions.first().officer_name == str(writer)


def test_what_was_on_its_way_goes_on_to_its_end(kept):
    hung, thu = officer("hung"), officer("thu")
    assert perform(Action.APPROVE, titled("Đã trình"), hung).status == Status.APPROVED
    assert perform(Action.NUMBER, titled("Đã duyệt"), thu, day=today()).status == Status.NUMBERED
    letter = titled("đã quét, chờ đối chiếu")
    scans.confirm(letter, letter.scan.sha256, thu)
    letter = perform(Action.RECORD, letter, thu)
    for document in (letter, titled("Đã ký tay"), titled("Ký số bằng công cụ ngoài")):
        assert perform(Action.ISSUE, document, thu).status == Status.ISSUED, "signed before, issued after"
    assert list(faults()) == []


def test_the_book_goes_on_after_its_last_number(kept):
    assert [
        [entry.number, entry.state, entry.book.series.name, entry.book.year]
        for entry in RegisterEntry.objects.order_by("pk")
    ] == kept["book"]
    book = RegisterEntry.objects.get(document=titled("Thu hồi một kế hoạch")).book
    assert register.gaps(book) == []
    assert register.next_number(book) == 16


def test_work_given_out_goes_on_where_it_stood(kept):
    assert Counter(Assignment.objects.values_list("state", flat=True)) == kept["assignments"]
    of_the_commune = Assignment.objects.filter(
        task__block__document=titled("Thực hiện Chương trình năm 2023"),
        unit__short_name="UBND xã Tân Thành",
    )
    given = of_the_commune.get(state=AssignmentState.GIVEN)
    ASSIGNMENTS.perform(Move.RECEIVE, given, officer("pao"))
    reported = of_the_commune.get(state=AssignmentState.REPORTED)
    assert [said.text for said in reported.answers.all()] == ["", "Đã thăm đủ 12 hộ, không có trẻ em bỏ học."]
    assert ASSIGNMENTS.perform(Move.ACCEPT, reported, officer("lan")).state == AssignmentState.DONE
    with AnswerFile.objects.get().stored.open() as sent:
        assert sent.read().startswith(b"\x89PNG")


def test_work_done_before_its_days_were_kept_has_them_from_its_journal(kept):
    rows = Assignment.objects.filter(task__block__document=titled("Thực hiện Chương trình năm 2023"))
    for given in rows.prefetch_related("answers"):
        on = {said.state: localdate(said.at) for said in given.answers.all()}
        first = min(on.values(), default=None)
        assert given.received_on == first, given.state
        assert given.reported_on == (on["reported"] if given.state in ("reported", "done") else None)
        assert given.accepted_on == on.get("done")
    moves = {(said.state, said.move) for said in Answer.objects.all()}
    assert moves == {
        ("received", "receive"),
        ("under_way", "report"),
        ("reported", "finish"),
        ("done", "accept"),
        ("sent_back", "send_back"),
    }


def test_people_come_in_with_the_passwords_they_had(kept, settings):
    settings.PASSWORD_HASHERS = of_the_project.PASSWORD_HASHERS
    assert check_password(PASSWORD, officer("lan").password)


def test_there_is_no_way_back_from_blocks_and_nothing_is_undone(kept):
    """A backup is made before every upgrade; parts could not be made of blocks again without loss."""
    migration = MigrationLoader(connection).disk_migrations["plans", "0015_no_sections"]
    *_, asked_first = migration.operations  # backwards the last one is the first
    with pytest.raises(IrreversibleError, match="khôi phục bản sao lưu"):
        asked_first.reverse_code(apps, None)
