"""An older version laid as the draft again: nothing is undone, the draft goes on from there as a version of its own."""

from collections import defaultdict
from dataclasses import replace
from itertools import count

from django.db import transaction
from django.http import Http404

from childlabour.units.models import Officer
from plans.citing.acts import parsed_act
from plans.content.asking import content_of
from plans.content.grounds import ground_of
from plans.content.known import known_units, with_what_is_known
from plans.content.shapes import content_from
from plans.content.values import Block, Content, Receiver, Signing
from plans.models import Purpose, Version
from plans.paper.document import Paper
from plans.paper.file_copy import is_file_copy
from plans.paper.frozen import from_data

from .changing import lay_change
from .saving import open_draft


@transaction.atomic
def bring_back(pk: int, number: int, officer: Officer) -> None:
    """The draft says what it said in version `number`, with what hung on its words; blocks come back under their keys.

    A version of before bodies were blocks has words alone: what says the same now keeps what hangs on it, of the rest
    meaning is proposed while one writes. The version that is the draft as it stands changes nothing.
    """
    document = open_draft(pk, officer, lock=True)
    version = document.versions.filter(number=number).first()
    if version is None:
        raise Http404(number)
    before = content_of(document)
    lay_change(document, officer, before, _content_at(version, before), brings_back=number)


def _content_at(version: Version, now: Content) -> Content:
    if version.is_as_it_stands:
        return now
    if version.paper is not None:
        return _words_of(from_data(version.paper), now)
    return with_all_that_is_known(content_from(version.content), version.document.programme_id)


def with_all_that_is_known(content: Content, programme: int | None) -> Content:
    """Without units and targets above that are no longer there, and groups that `programme` has not. Four queries."""
    units = known_units(receiver.unit for receiver in content.recipients)
    return replace(
        content,
        blocks=with_what_is_known(content.blocks, programme),
        recipients=tuple(
            replace(receiver, unit=receiver.unit if receiver.unit in units else None)
            for receiver in content.recipients
        ),
    )


# ── Papers of the first shape ────────────────────────────────────────────────────────────────────


def _words_of(paper: Paper, now: Content) -> Content:
    grounds = {ground.text: ground for ground in now.citations}
    receivers = {receiver.text: receiver for receiver in now.recipients}
    return Content(
        title=paper.title,
        addressees=paper.addressees,
        citations=tuple(grounds.get(text) or ground_of(parsed_act(text), text) for text in paper.citations),
        blocks=_as_now(paper.blocks, now.blocks),
        recipients=tuple(receivers.get(text) or _receiver(text) for text in paper.recipients.lines),
        signature_lines=paper.signature.lines,
        signer=paper.signature.signer,
        beside=Signing(paper.beside.lines, paper.beside.signer) if paper.beside else None,
    )


def _as_now(blocks: tuple[Block, ...], now: tuple[Block, ...]) -> tuple[Block, ...]:
    """Each block that says what one says now is that one; the others keep clear of its key."""
    standing: dict[str, list[Block]] = defaultdict(list)
    for block in reversed(now):
        standing[_said_by(block)].append(block)
    taken = {block.key for block in (*now, *blocks)}
    free = (key for key in map("old-{}".format, count(1)) if key not in taken)
    own = {block.key for block in blocks} - {block.key for block in now}
    found: list[Block] = []
    for block in blocks:
        if same := standing[_said_by(block)]:
            found.append(same.pop())
        else:
            found.append(block if block.key in own else replace(block, key=next(free)))
    return tuple(found)


def _said_by(block: Block) -> str:
    return f"{block.type}\0{' '.join(block.printed.split())}"


def _receiver(text: str) -> Receiver:
    return Receiver(text, Purpose.FILE if is_file_copy(text) else Purpose.ACT)
