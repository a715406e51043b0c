"""Saving what a sheet changed: locked, woven into what stands, laid by the one writer, and told back."""

from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from childlabour.core.errors import Problem, Refusal
from childlabour.core.fields import own_field
from childlabour.core.vietnamese import lines_of
from childlabour.units.models import Officer
from plans.citing.acts import parsed_act
from plans.content.asking import remember_blocks, removed_in_order
from plans.content.grounds import ground_of
from plans.content.lines import a_new_key
from plans.content.shapes import content_from
from plans.content.typed import MisshapenError
from plans.content.values import Block, Content, Ground, Receiver
from plans.drafting.changing import lay_change
from plans.drafting.forms import Draft
from plans.drafting.mark_forms import upper_targets
from plans.drafting.marking import read_again
from plans.drafting.presence import note_presence, saves_of
from plans.drafting.saving import draft_of, draft_under_lock
from plans.models import Citation, Document, Purpose, Recipient
from plans.paper.file_copy import is_file_copy

from .arriving import Arrived, Touched
from .digests import PARTS, digest, parts_as_data
from .telling import PartClash, SheetAnswer
from .weaving import Woven, woven

MOST_LINES = 300  # of citations, of recipients
Cleaned = Callable[[Any, Content], dict[str, Any]]  # what was sent of a part → fields of `Content`


@transaction.atomic
def save_sheet(pk: int, arrived: Arrived, officer: Officer) -> SheetAnswer:
    """Lays all that can be laid. Blocks and parts that another changed meanwhile wait for a person's choice; raises
    Refusal, and lays nothing, where something is wrong in itself.

    A save that is sent once more, because its answer was lost, is known by its name: what it laid is not taken for
    the words of somebody else.
    """
    draft = draft_under_lock(pk, officer)
    document, before = draft.document, draft.content
    laid = _laid_before(arrived, document, officer)
    left = _without(arrived, laid)
    asked, part_clashes = _head_and_foot(before, left)
    said = _body(document, before, left, officer)
    after = replace(asked, blocks=said.blocks)
    if after != before:
        after = read_again(before, after, document.period_from, document.period_to)
    lay_change(document, officer, before, after)
    if after != before:
        remember_blocks(document, after.blocks)
    # A save that laid nothing is not remembered: sent again, it clashes again.
    note_presence(document, officer, arrived.spot, arrived.name if after != before else "")
    now = Draft(document, after, officer)
    return SheetAnswer(arrived, before, now, said.clashes, part_clashes, said.told, said.kept, laid)


def news_for(pk: int, arrived: Arrived, officer: Officer) -> SheetAnswer:
    """What others did since; the sheet is noted to be open."""
    draft = _draft_at_one_state(pk, officer)
    note_presence(draft.document, officer, arrived.spot)
    return SheetAnswer(arrived, draft.content, draft)


def _draft_at_one_state(pk: int, officer: Officer) -> Draft:
    """The document is read before its blocks: where a save came in between, both once more while nobody saves."""
    draft = draft_of(pk, officer)
    if Document.objects.filter(pk=pk, revision=draft.document.revision).exists():
        return draft
    with transaction.atomic():
        return draft_under_lock(pk, officer)


def _laid_before(arrived: Arrived, document: Document, officer: Officer) -> dict[str, bool]:
    """Of a save that is sent once more the blocks that it laid, and whether they stand so; else written over since."""
    if not (arrived.name and arrived.touched):
        return {}
    revision = dict(saves_of(document, officer)).get(arrived.name)
    if revision is None:
        return {}
    keys = [one.key for one in arrived.touched if one.block and (not one.is_moved or not one.over)]
    rows = document.blocks.filter(key__in=keys, revision__gte=revision)
    return {key: laid_at == revision for key, laid_at in rows.values_list("key", "revision")}


def _without(arrived: Arrived, laid: Container[str]) -> Arrived:
    return replace(arrived, touched=tuple(one for one in arrived.touched if one.key not in laid))


# ── Body ─────────────────────────────────────────────────────────────────────────────────────────


def _body(document: Document, before: Content, arrived: Arrived, officer: Officer) -> Woven:
    if not (arrived.touched or arrived.removed):
        return Woven(before.blocks)
    blocks = [one.block for one in arrived.touched if one.block]
    known = _known_sources(blocks, before, officer)
    if problems := list(_foreign_uppers(document, blocks, before)):
        raise Refusal(*problems)
    touched = tuple(_from_known_sources(one, known) for one in arrived.touched)
    return woven(
        before.blocks, replace(arrived, touched=touched), partial(removed_in_order, document), a_new_key
    )


def _known_sources(blocks: Iterable[Block], before: Content, officer: Officer) -> set[int]:
    """Documents that these blocks may say they come from: those of the draft's own, and what the officer may see."""
    known = {block.source.document for block in before.blocks if block.source}
    others = {block.source.document for block in blocks if block.source} - known
    if others:
        known.update(Document.objects.visible_to(officer).filter(pk__in=others).values_list("pk", flat=True))
    return known


def _from_known_sources(one: Touched, known: set[int]) -> Touched:
    source = one.block.source if one.block else None
    if one.block is None or source is None or source.document in known:
        return one
    return replace(one, block=replace(one.block, source=None))


def _foreign_uppers(document: Document, blocks: Iterable[Block], before: Content) -> Iterator[Problem]:
    """A target carries out one of the document above, or the one it carried out before."""
    known = {mark.upper for _, mark in before.targets}
    marked = ((mark.upper, block.key) for block in blocks for mark in block.targets)
    asked = {upper: key for upper, key in marked if upper is not None and upper not in known}
    if asked:
        there = set(upper_targets(document).filter(pk__in=asked).values_list("pk", flat=True))
        for upper in sorted(asked.keys() - there):
            yield Problem(
                "Chỉ tiêu cấp trên đã chọn không thuộc văn bản cấp trên của dự thảo: chọn lại.",
                anchor=asked[upper],
            )


# ── Head and foot ────────────────────────────────────────────────────────────────────────────────


def _head_and_foot(before: Content, arrived: Arrived) -> tuple[Content, tuple[PartClash, ...]]:
    """The parts that were changed over what stands, each in the shape in which it is kept; and those that were not."""
    stands = parts_as_data(before)
    changed = {name: part for name, part in arrived.parts.items() if part.is_changed and name in PARTS}
    after, problems = before, []
    clashes: list[PartClash] = []
    for name, part in changed.items():
        try:
            asked = replace(after, **_CLEANED[name](part.said, before))
        except MisshapenError as fault:
            problems.append(Problem(str(fault), anchor=name))
            continue
        except ValidationError as fault:
            problems += (Problem(message, anchor=name) for message in fault.messages)
            continue
        theirs = digest(stands[name])
        if theirs in (part.over, digest(parts_as_data(asked)[name])):
            after = asked
        else:
            clashes.append(PartClash(name, stands[name]))
    if problems:
        raise Refusal(*problems)
    return after, tuple(clashes)


def _as_kept(model: type[Any], name: str, text: str) -> str:
    """Raises ValidationError."""
    field = own_field(model, name)
    kept: str = field.to_python(text)
    if kept:
        field.run_validators(kept)
    return kept


def _title(said: Any, before: Content) -> dict[str, Any]:
    title = " ".join(_as_kept(Document, "title", content_from({"title": said}).title).split())
    if not title:
        raise ValidationError("Trích yếu đang trống nên chưa lưu: gõ trích yếu của văn bản.")
    return {"title": title}


def _addressees(said: Any, before: Content) -> dict[str, Any]:
    lines = content_from({"addressees": said}).addressees
    return {"addressees": lines_of(_as_kept(Document, "addressees", "\n".join(lines)))}


def _signature(said: Any, before: Content) -> dict[str, Any]:
    signed = content_from({"signer": said})
    lines = lines_of(_as_kept(Document, "signature_lines", "\n".join(signed.signature_lines)))
    return {"signature_lines": lines, "signer": _as_kept(Document, "signer", signed.signer)}


def _citations(said: Any, before: Content) -> dict[str, Any]:
    """A line that stands already keeps what is known of its act; of another one it is read from the line."""
    known = {ground.text: ground for ground in before.citations}
    _bounded(said)
    texts = (
        _as_kept(Citation, "text", ground.text) for ground in content_from({"citations": said}).citations
    )
    return {"citations": tuple(known.get(text) or _ground(text) for text in texts if text)}


def _ground(text: str) -> Ground:
    return ground_of(parsed_act(text), text)


def _recipients(said: Any, before: Content) -> dict[str, Any]:
    _bounded(said)
    receivers = content_from({"recipients": said}).recipients
    kept = (replace(receiver, text=_as_kept(Recipient, "text", receiver.text)) for receiver in receivers)
    known = {receiver.text for receiver in before.recipients}
    return {
        "recipients": tuple(
            receiver if receiver.text in known or not is_file_copy(receiver.text) else _for_the_file(receiver)
            for receiver in kept
            if receiver.text
        )
    }


def _for_the_file(receiver: Receiver) -> Receiver:
    return replace(receiver, purpose=Purpose.FILE.value)


def _bounded(said: Any) -> None:
    if isinstance(said, list) and len(said) > MOST_LINES:
        raise ValidationError(f"Phần này có {len(said)} dòng, quá {MOST_LINES}: gộp bớt các dòng.")


_CLEANED: dict[str, Cleaned] = {
    "title": _title,
    "addressees": _addressees,
    "citations": _citations,
    "recipients": _recipients,
    "signature": _signature,
}
