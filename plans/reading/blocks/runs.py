"""The words of a passage in runs: bold and italic where the source knows them, and where a note is called. Pure."""

import re
from collections.abc import Iterator
from dataclasses import replace

from plans.content.values import Runs, TextRun, tidy
from plans.reading.sources.lines import Styled
from plans.reading.text.passages import Passage

_LAST_WORD = re.compile(r"\S+\s*$")


def note_key(number: int) -> str:
    return f"note-{number}"


def runs_of(passage: Passage, *, with_mark: bool = False) -> Runs:
    """Its text, character for character; `with_mark` for a cell, which has no marker of its own."""
    text = passage.whole if with_mark else passage.text
    looks = _over(passage, text)
    if not looks:
        return tidy((TextRun(text, passage.bold, passage.italic),))
    return tidy(tuple(_cut(text, looks)))


def without_bold(runs: Runs) -> Runs:
    """Of a heading that its rank alone prints bold."""
    return tidy(tuple(replace(run, bold=False) for run in runs))


def in_one_line(*lines: Runs) -> Runs:
    """Lines of a title with a blank between them."""
    return tidy(tuple(run for runs in lines if runs for run in (TextRun(" "), *runs))[1:])


def _over(passage: Passage, text: str) -> list[Styled]:
    """The looks of the letters of `text`, blanks aside; none where they are not those of the source (mended since)."""
    if not passage.looks:
        return []
    letters = [
        (letter, look) for look in passage.looks for letter in _letters(look.text)
    ]  # blanks were squeezed on the way
    wanted = _letters(text)
    at = "".join(letter for letter, _ in letters).find(wanted)
    if at < 0:
        return []
    return [look for _, look in letters[at : at + len(wanted)]]


def _letters(text: str) -> str:
    return "".join(text.split())


def _cut(text: str, looks: list[Styled]) -> Iterator[TextRun]:
    """A blank looks as the letter before it does; a note hangs on the last word before it."""
    at = 0
    started = 0
    for place, letter in enumerate(text):
        if letter.isspace():
            continue
        if at and looks[at] is not looks[at - 1]:
            yield from _run(text[started:place], looks[at - 1])
            started = place
        at += 1
    yield from _run(text[started:], looks[-1])


def _run(text: str, look: Styled) -> Iterator[TextRun]:
    word = _LAST_WORD.search(text) if look.note else None
    if not word:
        yield TextRun(text, look.bold, look.italic)
        return
    end = len(text.rstrip())
    yield TextRun(text[: word.start()], look.bold, look.italic)
    yield TextRun(text[word.start() : end], look.bold, look.italic, (note_key(look.note),))
    yield TextRun(text[end:], look.bold, look.italic)
