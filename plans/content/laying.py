"""The one writer: makes a draft say a `Content`, in one transaction and a fixed number of queries.

What stands already under the same key is changed, what is new is added, what is gone gets a tombstone; a row that
says the same as before is not written.
"""

import secrets
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from django.db import transaction
from django.db.models import F, prefetch_related_objects

from childlabour.core.clock import now
from childlabour.core.errors import Problem, Refusal
from childlabour.core.vietnamese import search_key
from childlabour.units.models import Unit
from plans.citing.act import NamedAct
from plans.citing.cited import known_document
from plans.models import Citation, Document, Recipient, StoredBlock
from targets.models import Target

from .asking import MEANING, block_of, content_of, forget_blocks
from .change import Change
from .faults import faults_of
from .known import units_at
from .later import frozen_block
from .laying_marks import lay_marks
from .rows import AT_ONCE, Changed, put, set_on, store, write
from .shapes import block_as_data, layout_as_data, runs_as_data
from .values import Block, Content, Signing

FEW = 8  # ways in which blocks are moved on together


@transaction.atomic
def lay(content: Content, document: Document, before: Content | None = None) -> None:
    """Raises Refusal with every reason why not; then nothing is written. The caller has seen to rights and locks.

    `before` is what the document says, from a caller who read it under his lock; without it, it is read here. What
    did not change is neither read again nor written.
    """
    if before is None:
        _forget(document)
        before = content_of(document)
    change = Change.between(before.blocks, content.blocks)
    if faults := [*faults_of(content, change.left_alone), *_unknown(content, change)]:
        raise Refusal(*faults)
    if content != before:
        _count_up(document, change)
    _lay_head(content, before, document)
    rows = _lay_blocks(change, document)
    lay_marks(change, rows, document)
    if content.citations != before.citations:
        _lay_grounds(content, document)
    if content.recipients != before.recipients:
        _lay_receivers(content, document)
    _forget(document)


def _unknown(content: Content, change: Change) -> Iterator[Problem]:
    """Units and upper targets that are named by a number nobody has. Two queries, none where none is named."""
    touched = [change.after[key] for key in change.touched]
    units = {receiver.unit: "recipients" for receiver in content.recipients if receiver.unit}
    units |= {unit: block.key for block in touched for unit in units_at(block)}
    uppers = {mark.upper: block.key for block in touched for mark in block.targets if mark.upper}
    for model, ids, name in ((Unit, units, "đơn vị"), (Target, uppers, "chỉ tiêu cấp trên")):
        known = set(model.objects.filter(pk__in=ids).values_list("pk", flat=True)) if ids else set()
        yield from (
            Problem(f"Không có {name} số {pk}: chọn lại.", anchor=ids[pk])
            for pk in sorted(ids.keys() - known)
        )


def _count_up(document: Document, change: Change) -> None:
    """One more state of the draft, which every row of a block that is laid now will name; a changed body has a name of
    its own, too.
    """
    counted: dict[str, Any] = {"revision": F("revision") + 1}
    if change.is_one:
        counted["laid_as"] = secrets.token_hex(8)
    Document.objects.filter(pk=document.pk).update(**counted)
    document.refresh_from_db(fields=list(counted))


# ── Words ────────────────────────────────────────────────────────────────────────────────────────


def _lay_head(content: Content, before: Content, document: Document) -> None:
    """What says the same is not written: as it is kept it may have empty lines, which nobody reads."""
    said, was = _head_columns(content), _head_columns(before)
    changed = [name for name in said if said[name] != was[name] and getattr(document, name) != said[name]]
    if changed:
        for name in changed:
            setattr(document, name, said[name])
        document.save()


def _head_columns(content: Content) -> dict[str, str]:
    handling, beside = content.handling, content.beside or Signing()
    return {
        "title": content.title,
        "addressees": "\n".join(content.addressees),
        "signature_lines": "\n".join(content.signature_lines),
        "signer": content.signer,
        "beside_lines": "\n".join(beside.lines),
        "beside_signer": beside.signer,
        "urgency": handling.urgency,
        "circulation": handling.circulation,
        "typist": handling.typist,
        "contact": "\n".join(handling.contact),
    }


def _lay_blocks(change: Change, document: Document) -> dict[str, StoredBlock]:
    """The rows of the blocks that changed, by key, as they stand now."""
    kept = {row.key: row for row in document.blocks.filter(key__in=change.keys)} if change.keys else {}
    new: list[StoredBlock] = []
    changed: Changed[StoredBlock] = {}
    for key in change.touched:
        said = columns_of(frozen_block(change.after[key]), change.places[key])
        said["revision"] = document.revision
        row = kept.get(key)
        if row is None:
            kept[key] = StoredBlock(document=document, key=key, **said)
            new.append(kept[key])
        elif not change.adds_only(key) and (others := set_on(row, said)):
            changed[row] = others
    store(StoredBlock, new, changed)
    _take_out([kept[key] for key in change.gone], document.revision)
    if change.is_arranged_anew:
        _arrange(document, change)
    return {key: kept[key] for key in change.touched}


def _take_out(rows: list[StoredBlock], revision: int) -> None:
    """What hangs on them is gone from now on, and remembered as it was."""
    prefetch_related_objects(rows, *MEANING)
    for row in rows:
        row.removed_as = block_as_data(block_of(row))
    store(StoredBlock, [], {row: ["removed_as"] for row in rows})
    if rows:
        gone = StoredBlock.objects.filter(pk__in=[row.pk for row in rows])
        gone.update(removed_at=now(), revision=revision)


def _arrange(document: Document, change: Change) -> None:
    """Each block at its place; what an insert moves on by as many places is moved on together, and has not moved."""
    places = change.places
    if change.moved:
        document.blocks.filter(key__in=change.moved).update(revision=document.revision)
    moved: dict[int, list[int]] = defaultdict(list)
    standing = list(document.blocks.filter(removed_at=None).values_list("pk", "key", "place"))
    for pk, key, place in standing:
        if places[key] != place:
            moved[places[key] - place].append(pk)
    if len(moved) > FEW:
        rows = [StoredBlock(pk=pk, place=places[key]) for pk, key, _ in standing]
        StoredBlock.objects.bulk_update(rows, ["place"], AT_ONCE)
        return
    for step, blocks in moved.items():
        document.blocks.filter(pk__in=blocks).update(place=F("place") + step)


def columns_of(block: Block, place: int) -> dict[str, Any]:
    """What the row of a block that stands at `place` says."""
    return {
        "place": place,
        "type": block.type,
        "level": block.level,
        "marker": block.marker,
        "runs": runs_as_data(block.runs),
        "layout": layout_as_data(block),
        "made_from": block.made_from,
        "source_document": block.source.document if block.source else None,
        "source_key": block.source.key if block.source else "",
        "removed_at": None,
        "removed_as": None,
        "folded": search_key(block.printed),
    }


# ── Head and foot ────────────────────────────────────────────────────────────────────────────────


def _lay_grounds(content: Content, document: Document) -> None:
    kept = list(document.citations.all())
    new: list[Citation] = []
    changed: Changed[Citation] = {}
    for order, ground in enumerate(content.citations):
        said: dict[str, Any] = {
            "text": ground.text,
            "act_type": ground.type,
            "act_number": ground.number,
            "act_date": ground.date,
            "act_issuer": ground.issuer,
        }
        row = kept[order] if order < len(kept) else None
        if row is None or any(getattr(row, name) != value for name, value in said.items()):
            act = NamedAct(ground.text, number=ground.number, date=ground.date)
            said["cited_document"] = known_document(act)
        put(Citation, row, {"document": document}, said | {"order": _order(kept, order)}, new, changed)
    Citation.objects.filter(pk__in=[row.pk for row in kept[len(content.citations) :]]).delete()
    write(Citation, new, changed)


def _lay_receivers(content: Content, document: Document) -> None:
    kept = list(document.recipients.all())
    new: list[Recipient] = []
    changed: Changed[Recipient] = {}
    for order, receiver in enumerate(content.recipients):
        said = {
            "order": _order(kept, order),
            "text": receiver.text,
            "purpose": receiver.purpose,
            "unit_id": receiver.unit,
        }
        put(Recipient, kept[order] if order < len(kept) else None, {"document": document}, said, new, changed)
    Recipient.objects.filter(pk__in=[row.pk for row in kept[len(content.recipients) :]]).delete()
    write(Recipient, new, changed)


def _order(kept: Sequence[Citation | Recipient], place: int) -> int:
    """What stands already keeps its order, whatever figures that is told by; what is new follows."""
    if place < len(kept):
        return kept[place].order
    return (kept[-1].order + 1 if kept else 0) + place - len(kept)


def _forget(document: Document) -> None:
    """What was fetched before is not what stands now."""
    forget_blocks(document)
    getattr(document, "_prefetched_objects_cache", {}).clear()
