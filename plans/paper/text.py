"""The paper as plain text: its words from head to signature in order, a line each; annexes behind the signature."""

from collections.abc import Iterator

from plans.content.parts import at_annexes
from plans.content.values import Block
from plans.law.blocks import BlockType

from .document import Paper
from .nd30 import MOTTO, NATIONAL_NAME
from .setting import end_marked, tidy
from .sheet import addressees_of, listed, marks_of, recipients_of


def to_text(paper: Paper) -> str:
    """One block a line, cells of a row joined by " | ". Words as they are stored: capitals are the layout's."""
    return "".join(f"{line}\n" for line in _lines(paper) if line)


def _lines(paper: Paper) -> Iterator[str]:
    body, annexes = at_annexes(paper.blocks)
    yield from _head(paper)
    yield from listed(paper.citations)
    yield from _block_lines(body)
    yield from _foot(paper)
    for annex in annexes:
        yield tidy(annex.annex.printed)
        yield "" if annex.reference else tidy(paper.enclosed)
        yield from _block_lines(annex.blocks)


def _head(paper: Paper) -> Iterator[str]:
    yield from map(tidy, (*paper.letterhead.superior, *paper.letterhead.agency))
    yield NATIONAL_NAME
    yield MOTTO
    yield tidy(f"Số: {paper.number}/{paper.symbol}")
    yield tidy(paper.place_and_date)
    yield from marks_of(paper)
    if paper.type_name:
        yield tidy(paper.type_name)
        yield tidy(paper.title)
    else:
        yield tidy(f"V/v {paper.title}")
    addressees = addressees_of(paper)
    if len(addressees) == 1:
        yield f"Kính gửi: {addressees[0]}"
    elif addressees:
        yield "Kính gửi:"
        yield from (f"- {name}" for name in addressees)
    yield tidy(paper.deciding)


def _block_lines(blocks: tuple[Block, ...]) -> Iterator[str]:
    said = (tidy(block.printed) for block in blocks if block.type != BlockType.TABLE)
    if lines := list(filter(None, said)):
        yield from lines[:-1]
        yield end_marked(lines[-1])


def _foot(paper: Paper) -> Iterator[str]:
    recipients = recipients_of(paper)
    if recipients:
        yield "Nơi nhận:"
        yield from (f"- {line}" for line in recipients)
    yield tidy(paper.handling.typist)
    for signature in filter(None, (paper.beside, paper.signature)):
        yield from map(tidy, signature.lines)
        yield tidy(signature.signer)
    yield from map(tidy, paper.handling.contact)
