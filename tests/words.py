"""`make words FOLDER=…`: of every file of a folder, the words that reading lost or added, and the meaning it found.

Words are those of the laws (`plans.content.words`): of the source from its title to its last recipient, against those
of the content that is laid. What the reader told apart (page numbers, menus) is no loss, and is counted beside.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from childlabour.core.vietnamese import search_key
from plans.content.values import Content
from plans.content.words import lost, words_of, words_of_content
from plans.reading import Unreadable, read
from plans.reading.blocks.making import content_read
from plans.reading.parts.draft import PassageRole, ReadDraft
from plans.reading.sources import read_source
from plans.reading.sources.lines import Source

SHOWN = 12  # words of a list
# What a paper prints round its recipients and no content holds: their label, who signs.
OF_THE_SHEET = (
    PassageRole.STATE,
    PassageRole.SUPERIOR,
    PassageRole.ISSUER,
    PassageRole.NUMBER,
    PassageRole.DATE,
    PassageRole.SIGNATURE,
    PassageRole.SIGNER,
)
LABELLED = (PassageRole.RECIPIENT, PassageRole.ADDRESSEE)
LABELS = ("noi nhan", "kinh gui")  # printed by the sheet


@dataclass(frozen=True)
class Counted:
    """The words of one file on both sides."""

    source: list[str]
    content: list[str]

    @cached_property
    def lost(self) -> list[str]:
        return list((Counter(self.source) - Counter(self.content)).elements())

    @cached_property
    def added(self) -> list[str]:
        return list((Counter(self.content) - Counter(self.source)).elements())

    @cached_property
    def moved(self) -> list[str]:
        """Words that stand elsewhere than in the source."""
        return list((Counter(lost(self.source, self.content)) - Counter(self.lost)).elements())


def counted(source: Source, draft: ReadDraft, content: Content) -> Counted:
    """Of the lines of the source, as they stand there, from the title on, without the words of the sheet."""
    words = [word for line in _told(source, draft) for word in words_of(line)]
    kept = list(words_of_content(content))
    start = _start(words, words_of(content.title))
    return Counted(_without(words[start:], _of_the_sheet(draft)), kept)


def _told(source: Source, draft: ReadDraft) -> Iterator[str]:
    """The lines of the source without those that the reader told apart."""
    apart = Counter(" ".join(words_of(passage.whole)) for passage in draft.passages if passage.left_out)
    for line in source.lines:
        said = f"{line.marker} {line.text}"
        key = " ".join(words_of(said))
        if apart[key] and not line.table:
            apart[key] -= 1
        else:
            yield said


def _start(words: list[str], title: list[str]) -> int:
    """Where the title stands; the whole text where it is not found."""
    whole = [word.lower() for word in title]
    for wanted in (whole, whole[:6]):  # a page names its document above it, cut short
        if (place := _place_of(wanted, words)) is not None:
            return place
    return 0


def _place_of(wanted: list[str], words: list[str]) -> int | None:
    for place in range(len(words) - len(wanted) + 1):
        if wanted and [word.lower() for word in words[place : place + len(wanted)]] == wanted:
            return place
    return None


def _of_the_sheet(draft: ReadDraft) -> list[list[str]]:
    """Passages behind the title that are no part of the content, each as its words."""
    titled = draft.roles.index(PassageRole.TITLE) if PassageRole.TITLE in draft.roles else -1
    foot = draft.roles.index(PassageRole.RECIPIENT) if PassageRole.RECIPIENT in draft.roles else None
    pairs = list(enumerate(zip(draft.passages, draft.roles, strict=True)))
    labels = [
        words_of(passage.text)[:2]
        for _, (passage, role) in pairs
        if role in LABELLED and search_key(passage.text).startswith(LABELS)
    ]
    return labels + [
        words_of(passage.whole)
        for place, (passage, role) in pairs
        if place > titled
        and (role in OF_THE_SHEET or (role is PassageRole.NOTE and foot is not None and place >= foot))
    ]


def _without(words: list[str], passages: list[list[str]]) -> list[str]:
    """Each of these runs of words taken out once, the last place first: they stand at the end of a paper."""
    left = list(words)
    for passage in passages:
        for place in range(len(left) - len(passage), -1, -1) if passage else ():
            if left[place : place + len(passage)] == passage:
                del left[place : place + len(passage)]
                break
    return left


def main(folder: Path) -> None:
    for file in sorted(path for path in folder.iterdir() if path.is_file()):
        data = file.read_bytes()
        try:
            draft = read(data, file.name)
        except Unreadable as refusal:
            print(f"{file.name}: {refusal}")
            continue
        content = content_read(draft)
        words = counted(read_source(data, file.name), draft, content)
        told = Counter(passage.left_out for passage in draft.passages if passage.left_out)
        print(
            f"{file.name}: {len(words.source)} words, lost {len(words.lost)}, added {len(words.added)}, "
            f"moved {len(words.moved)}; "
            f"{len(list(content.targets))} targets, {len(list(content.tasks))} tasks, "
            f"{sum(block.charge is not None for block in content.blocks)} charges; told apart {dict(told)}"
        )
        for name, found in (("lost", words.lost), ("added", words.added), ("moved", words.moved)):
            if found:
                print(f"    {name}: {' '.join(found[:SHOWN])}{' …' if len(found) > SHOWN else ''}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
