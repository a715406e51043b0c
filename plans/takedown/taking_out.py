"""What is taken out where: every row of the document, its papers, what was derived from it, what tells of it."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import reduce
from operator import and_
from typing import Any

from django.contrib.admin.models import LogEntry
from django.core.files.storage import default_storage
from django.db import connection, transaction
from django.db.models import Field, JSONField, Model, Q, QuerySet, TextField
from django.db.models.functions import Cast

from childlabour.core.clock import today
from childlabour.core.vietnamese import search_key
from childlabour.jobs.models import LONGEST_ABOUT, Job, MadePiece
from childlabour.notices.models import LONGEST as LONGEST_NOTICE
from childlabour.notices.models import Notice
from childlabour.units.models import KeptForm
from plans.content.asking import block_of
from plans.content.later import frozen_block, span_as_data
from plans.content.shapes import layout_as_data, runs_as_data, runs_from
from plans.content.stretches import with_stretches
from plans.content.values import plain
from plans.issuing.triggers import KEPT
from plans.issuing.way_out import TAKEN_OUT
from plans.law.belonging import rows_of
from plans.models import (
    AnswerFile,
    Document,
    Intake,
    IntakeFile,
    Issue,
    Scan,
    SigningCopy,
    Status,
    StoredBlock,
    Submission,
    TakeDown,
    TakeDownState,
    Version,
)
from plans.paper import served
from plans.privacy.columns import search_columns, words_in, written_columns
from targets.models import Target

from .papers import Shorter, holds, printed_without, runs_without, without

WRITTEN = tuple(kept.model for kept in KEPT if written_columns(kept.model) and kept.model is not TakeDown)
TELLING = ("name", "reading", "choices", "problems")  # of an intake
OF_A_JOB = ("about", "what", "result", "problems")
CLOSED = (Status.SUBMITTED, Status.APPROVED, Status.NUMBERED, Status.SIGNED)


@dataclass
class Outcome:
    """What a take-down did."""

    places: int = 0
    scan_sha256_before: str = ""
    left_in: list[Document] = field(default_factory=list)
    rewritten: list[Document] = field(default_factory=list)  # drafts that had the words from it


def places_of(document: Document, words: str) -> list[str]:
    """Where the words stand in the document and what belongs to it, in words. A query a table."""
    if not words:
        return []
    found = [
        f"{row._meta.verbose_name}: {column.verbose_name}" for row, column in _written_places(document, words)
    ]
    found += [f"nội dung: {row}" for row in _blocks_with(document, words)]
    found += [str(row._meta.verbose_name) for row, _ in _laid_papers(document, words)]
    if _issue_with(document, words):
        found.append(f"{Issue._meta.verbose_name}: tệp PDF")
    read_from = Intake.objects.filter(document=document)
    found += [str(IntakeFile._meta.verbose_name) for row in read_from if holds(_told_by(row), words)]
    return found


def near_forms(document: Document, words: str) -> list[str]:
    """Other spellings of the words that still stand in the document: in capitals, with other blanks, without marks.

    A take-down takes out what it names, letter by letter; each of these is asked for by itself.
    """
    between = r"[\s\u200b_.-]{1,3}"
    marked = re.compile(between.join(map(re.escape, words.split())), re.IGNORECASE)
    bare = re.compile(between.join(map(re.escape, search_key(words).split())))
    found = set()
    for text in _texts(document):
        spelt = [match[0] for match in marked.finditer(text)]
        found.update(spelt)
        known = sum(bare.fullmatch(search_key(form)) is not None for form in spelt)
        if len(bare.findall(search_key(text))) > known:
            found.add(search_key(words))
    return sorted(found - {words})


def _texts(document: Document) -> Iterator[str]:
    for model in WRITTEN:
        for row in [document] if model is Document else rows_of(model, document):
            yield from (text for _, text in words_in(row))
    yield from (block_of(row).text for row in _blocks_of(document))


def related_to(document: Document) -> list[Document]:
    """Documents made from this one, naming it, or sharing words with it: where words of it may have gone."""
    near = Q(earlier_relations__earlier=document) | Q(parent=document) | Q(citations__cited_document=document)
    near |= Q(pk__in=_copied_from(document) | _copied_to(document))
    return list(Document.objects.filter(near).exclude(pk=document.pk).select_related("unit").distinct())


def _copied_to(document: Document) -> set[int]:
    """Ids of documents that took blocks from it, and from those on; a query a step."""
    return _reached(
        document,
        lambda those: StoredBlock.objects.filter(source_document__in=those).values_list(
            "document", flat=True
        ),
    )


def _copied_from(document: Document) -> set[int]:
    """Ids of documents that it took blocks from, and those before; a query a step."""
    return _reached(
        document,
        lambda those: StoredBlock.objects.filter(
            document__in=those, source_document__isnull=False
        ).values_list("source_document", flat=True),
    )


def _reached(document: Document, step: Callable[[set[int]], Iterable[int | None]]) -> set[int]:
    found: set[int] = set()
    asked = {document.pk}
    while asked:
        found |= asked
        asked = {pk for pk in step(asked) if pk is not None} - found
    return found


def paper_without(take_down: TakeDown) -> Shorter | None:
    """What will be left of the issued paper; None where the words are not in it."""
    issue = _issue_with(take_down.document, take_down.words) if take_down.words else None
    return printed_without(issue, take_down.words, today()) if issue else None


def is_still_of(take_down: TakeDown, shorter: Shorter | None) -> bool:
    """Nobody made the paper anew since the shorter one was printed."""
    issue = _issue_with(take_down.document, take_down.words) if take_down.words else None
    return (issue and issue.sha256) == (shorter and shorter.sha256_before)


def take_out(take_down: TakeDown, shorter: Shorter | None) -> Outcome:
    """Inside the transaction of the step. The triggers let through what follows from the row being under way, and no
    other paper than the row names.
    """
    outcome = Outcome()
    _forget_what_is_overwritten()
    if shorter:
        take_down.sha256_before, take_down.sha256_after = shorter.sha256_before, shorter.sha256
    take_down.state = TakeDownState.UNDER_WAY
    take_down.save()
    document, words = take_down.document, take_down.words
    if take_down.file:
        outcome.places += _empty(take_down.file)
    if words:
        _take_out_words(document, words, shorter, outcome)
        for other in _held(related_to(document)):
            if other.status == Status.DRAFT:
                rewritten = _rewrite(other, words)
                outcome.places += rewritten
                outcome.rewritten += [other] if rewritten else []
            elif places_of(other, words):
                outcome.left_in.append(other)
        outcome.places += _rewrite_what_tells(words)
    return outcome


def _held(documents: list[Document]) -> list[Document]:
    """Locked, as they are now: what is typed or submitted meanwhile waits."""
    locked = Document.objects.select_for_update(of=("self",)).select_related("unit").order_by("pk")
    return list(locked.filter(pk__in=[document.pk for document in documents]))


def _forget_what_is_overwritten() -> None:
    """SQLite keeps deleted bytes in its file unless it is told; PostgreSQL clears them by itself in time."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete = ON")


def _take_out_words(document: Document, words: str, shorter: Shorter | None, outcome: Outcome) -> None:
    issue = _issue_with(document, words)
    outcome.places += _rewrite(document, words)
    # What was read of it may have had the words in pieces, or in no line at all: its file goes anyway.
    rows_of(IntakeFile, document).delete()
    Intake.objects.filter(document=document).update(size=0)
    if issue is None or shorter is None:
        return
    shorter.take_the_place_of(issue)
    served.forget(shorter.sha256_before)
    outcome.places += 1
    scan = Scan.objects.filter(document=document).defer("pdf").first()
    outcome.scan_sha256_before = scan.sha256 if scan else ""
    for copy in (Scan, SigningCopy):
        copy.objects.filter(document=document).delete()


def _issue_with(document: Document, words: str) -> Issue | None:
    issue = Issue.objects.filter(document=document).select_related("document__unit").defer("pdf").first()
    if issue is None or not holds(issue.snapshot, words):
        return None
    return issue


def _written_places(document: Document, words: str) -> Iterator[tuple[Model, "Field[Any, Any]"]]:
    for model in WRITTEN:
        rows = [document] if model is Document else rows_of(model, document)
        for row in rows:
            for column, text in words_in(row):
                if words in text:
                    yield row, column


def _blocks_of(document: Document) -> Iterable[StoredBlock]:
    """Those that were taken away, too: their words are still there."""
    return rows_of(StoredBlock, document).prefetch_related("targets__group", "targets__indicator")


def _blocks_with(document: Document, words: str) -> Iterator[StoredBlock]:
    for row in _blocks_of(document):
        if any(words in plain(runs) for runs in block_of(row).stretches) or holds(row.removed_as, words):
            yield row


def _only(row: Model) -> QuerySet[Any]:
    return type(row)._base_manager.filter(pk=row.pk)


def _laid_papers(document: Document, words: str) -> Iterator[tuple[Model, str]]:
    """Rows that keep what the document said as data, and the column that holds the words."""
    for model, columns in ((Version, ("content", "paper")), (Submission, ("paper",))):
        for row in rows_of(model, document):
            yield from ((row, column) for column in columns if holds(getattr(row, column), words))


def _rewrite(document: Document, words: str) -> int:
    """The words replaced in every row of one document; how many places that were."""
    changed: dict[Model, dict[str, str]] = {}
    for row, column in list(_written_places(document, words)):
        text = getattr(row, column.attname).replace(words, TAKEN_OUT)
        longest = column.max_length
        changed.setdefault(row, {})[column.attname] = TAKEN_OUT if longest and len(text) > longest else text
    for row, texts in changed.items():
        manager = type(row)._base_manager
        manager.filter(pk=row.pk).update(**texts)
        if keys := search_columns(type(row)):
            manager.get(pk=row.pk).save(update_fields=keys)
    blocks = list(_blocks_with(document, words))
    for block in blocks:
        _rewrite_block(block, words)
    if changed or blocks:  # whoever remembers the body remembers the words, and those of what hangs on it
        Document.objects.filter(pk=document.pk).update(laid_as="")
    laid = list(_laid_papers(document, words))
    for kept, name in laid:
        _only(kept).update(**{name: without(getattr(kept, name), words)})
    return sum(map(len, changed.values())) + len(blocks) + len(laid)


def _rewrite_block(row: StoredBlock, words: str) -> None:
    """Marks stay on what is left of their words, those that came after the issue, too."""
    block = block_of(row)
    stretches = [runs_from(runs_without(runs_as_data(runs), words)) for runs in block.stretches]
    shorter = with_stretches(block, stretches)
    kept = frozen_block(shorter)
    StoredBlock.objects.filter(pk=row.pk).update(
        runs=runs_as_data(kept.runs),
        layout=layout_as_data(kept),
        removed_as=without(row.removed_as, words),
        folded=search_key(shorter.printed),
    )
    for target in shorter.targets:
        if target.added_at:
            span = span_as_data(shorter, target)
            Target.objects.filter(block=row, mark=target.id).update(span=span)


def _empty(file: AnswerFile) -> int:
    """The bytes leave the disk once the rest is certain."""
    stored = file.stored.name
    AnswerFile.objects.filter(pk=file.pk).update(name=TAKEN_OUT, stored="", size=0)
    if stored:
        transaction.on_commit(lambda: default_storage.delete(stored))
    return 1


def _rewrite_what_tells(words: str) -> int:
    """What the admin noted about rows, what officers were told, what jobs read from files, what was typed too late
    and waits.
    """
    count = 0
    MadePiece.objects.all().delete()  # archives of papers: which of them hold this one nobody can tell
    for form in _may_hold(KeptForm, words, "typed").iterator(chunk_size=20):
        if holds(form.typed, words):
            form.delete()
            count += 1
    for entry in LogEntry.objects.filter(Q(object_repr__contains=words) | Q(change_message__contains=words)):
        entry.object_repr = entry.object_repr.replace(words, TAKEN_OUT)[:200]
        entry.change_message = entry.change_message.replace(words, TAKEN_OUT)
        entry.save(update_fields=["object_repr", "change_message"])
        count += 1
    count += _rewrite_notices(words)
    count += sum(
        _rewrite_intake(intake, words)
        for intake in _may_hold(Intake, words, *TELLING).iterator(chunk_size=20)
    )
    for job in _may_hold(Job, words, *OF_A_JOB).iterator(chunk_size=20):
        kept = {name: getattr(job, name) for name in OF_A_JOB}
        if holds(kept, words):
            Job.objects.filter(pk=job.pk).update(
                **without(kept, words) | {"about": without(job.about, words)[:200]}
            )
            count += 1
    return count


def _rewrite_notices(words: str) -> int:
    """A notice quotes reasons and answers; where it was cut short it may end in the first of the words."""
    begun = _cut_short(words)
    count = 0
    for notice in Notice.objects.filter(Q(words__contains=words) | Q(words__contains="…")).iterator():
        shorter = begun.sub(f"{TAKEN_OUT}…", notice.words.replace(words, TAKEN_OUT))
        if shorter != notice.words:
            Notice.objects.filter(pk=notice.pk).update(words=shorter[:LONGEST_NOTICE])
            count += 1
    return count


def _cut_short(words: str) -> re.Pattern[str]:
    """ "Vàng Thị Súa" → what finds "Vàng Thị…" and "Vàng…"."""
    syllables = words.split(" ")
    beginnings = [" ".join(syllables[:length]) for length in range(len(syllables) - 1, 0, -1)]
    said = "|".join(map(re.escape, beginnings))
    return re.compile(rf"\b(?:{said})…" if said else r"(?!)")


def _may_hold(model: type[Model], words: str, *names: str) -> QuerySet[Any]:
    """Rows with every one of the words in the text of one of these columns: the database looks through a country's
    readings in place, where they would come here one by one while the document is locked.

    Each word is asked for alone: between two of them a run may end.
    """
    texts = {f"text_of_{name}": Cast(name, TextField()) for name in names}
    wanted = Q()
    for name in names:
        is_json = isinstance(model._meta.get_field(name), JSONField)
        said = [_as_stored(word) if is_json else word for word in words.split()]
        wanted |= reduce(and_, (Q(**{f"text_of_{name}__contains": word}) for word in said), Q())
    rows: QuerySet[Any] = model._base_manager.annotate(**texts).filter(wanted)
    return rows


def _as_stored(word: str) -> str:
    """As the text of a JSON column has it: SQLite keeps what Django wrote, in ASCII; PostgreSQL writes its own."""
    return json.dumps(word, ensure_ascii=connection.vendor == "sqlite")[1:-1]


def _rewrite_intake(intake: Intake, words: str) -> int:
    """What was read, and what was chosen of it; its file cannot be rewritten, and goes. Whether it held the words."""
    kept = _told_by(intake)
    if not holds(kept, words):
        return 0
    shorter = without(kept, words) | {"name": without(intake.name, words)[:LONGEST_ABOUT]}
    Intake.objects.filter(pk=intake.pk).update(**shorter, size=0)
    IntakeFile.objects.filter(intake=intake).delete()
    return 1


def _told_by(intake: Intake) -> dict[str, Any]:
    return {name: getattr(intake, name) for name in TELLING}
