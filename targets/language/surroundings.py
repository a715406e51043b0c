"""The words around a value that say when, where, how often and which way it moves."""

from dataclasses import dataclass, replace
from typing import Any

from targets.language.lexicon.moving import BEFORE_NO_QUANTITY
from targets.language.lexicon.promising import PHRASE_ENDS, PLACING
from targets.language.lexicon.sentences import DASHES, MARKS
from targets.language.phrases import (
    BARE_QUANTITIES,
    JOINTS,
    MODES,
    MOVING,
    NO_QUANTITIES,
    NOW,
    PACES,
    QUANTITIES,
    SAME_AGAIN,
    SHARE_OF,
    TIES,
)
from targets.language.times import time_after, time_before
from targets.language.tokens import Reading

_LONGEST_NOTE = 12  # words in brackets after a value
_LONGEST_PLACE = 10


@dataclass(frozen=True)
class Suffix:
    """What follows a value that stands behind its subject."""

    end: int
    horizon: int | None = None
    place: str = ""
    baseline: str = ""
    pace: str = ""
    whole: str = ""


@dataclass(frozen=True)
class Lead:
    """Words before a target that say when, how often and which way: "Phấn đấu đến năm 2025 giảm"."""

    start: int
    verb: str = ""
    horizon: int | None = None
    pace: str = ""
    jointed: bool = False  # a comma or "và" parts the target from what stands before
    again: bool = False  # "con số này": the subject of the clause before


@dataclass(frozen=True)
class Opener:
    """Tokens "giảm | tỷ lệ | lao động trẻ em …": where verb, quantity and people begin."""

    start: int
    quantity: int
    people: int


def after_marks(words: tuple[str, ...], at: int, until: int) -> int:
    """Past "-", "1.", "a)", "Mục tiêu 1:" and the like."""
    while at < until:
        if words[at] in MARKS:
            at += 1
        elif at + 1 < until and words[at + 1] in (")", ".") and len(words[at]) <= 2:
            at += 2
        else:
            break
    return at


def pace_of(words: str) -> str:
    """ "/năm" is "mỗi năm"."""
    return "mỗi năm" if "/" in words else words.lower()


def suffix_after(reading: Reading, at: int, until: int, *, last: bool, share: bool) -> Suffix:
    """Reads "(miền núi)", "vào năm 2026", "mỗi năm", "so với năm 2022", "tổng số trẻ em" after a value.

    `last`: no other value follows in the sentence; `share`: a quantity was named, so "% of what" may follow.
    """
    words = reading.words
    parts: dict[str, Any] = {}
    while at < until:
        start = at
        if words[at] == "(":
            at = _note(reading, at, until, parts)
        elif found := time_after(words, at, until):
            parts.setdefault("horizon", found.year)
            at += found.length
        elif length := PACES.starting(words, at, until):
            parts.setdefault("pace", pace_of(reading.slice(at, at + length)))
            at += length
        elif words[at : at + 2] == ("so", "với"):
            at = _until_joint(reading, at + 2, until)
            parts.setdefault("baseline", reading.slice(start, at))
        elif words[at] in PLACING or words[at : at + 2] == ("đối", "với"):
            skip = 1 if words[at] in PLACING else 2
            at = min(_until_joint(reading, at + skip, until), at + skip + _LONGEST_PLACE)
            parts.setdefault("place", reading.slice(start + skip, at))
        elif share and not parts and (length := SHARE_OF.starting(words, at, until)):
            at = _until_joint(reading, at + length, until)
            parts.setdefault("whole", reading.slice(start, at))
        elif last and words[at] in ("và", ",") and (found := time_after(words, at + 1, until)):
            at += found.length + 1 if at + 1 + found.length == until else 0
        if at == start:
            break
    return Suffix(at, **parts)


def _note(reading: Reading, at: int, until: int, parts: dict[str, Any]) -> int:
    end = after_note(reading.words, at, until)
    if end == at:
        return at
    found = time_after(reading.words, at + 1, end - 1)
    inside = reading.slice(at + 1, end - 1)
    if found and found.length == end - at - 2:
        parts.setdefault("horizon", found.year)
    elif inside and not any(c.isdigit() for c in inside):
        parts.setdefault("place", inside)
    return end


def after_note(words: tuple[str, ...], at: int, until: int) -> int:
    if at < until and words[at] == "(":
        for i in range(at + 1, min(until, at + _LONGEST_NOTE)):
            if words[i] == ")":
                return i + 1
    return at


def _until_joint(reading: Reading, at: int, until: int) -> int:
    """Where a phrase that began before `at` ends: at a comma, "và", a bracket or a time."""
    words = reading.words
    while at < until and words[at] not in PHRASE_ENDS:
        compared = words[at - 1] in ("với", "kỳ")  # "so với năm 2022": no time of the target
        if words[at] in ("trong", "năm") and not compared and time_after(words, at, until):
            break
        at += 1
    return at


def lead_before(reading: Reading, before: int, since: int) -> Lead:
    """Walks left from a target over the words that only introduce it."""
    words, at, verb, horizon, pace = reading.words, before, "", None, ""
    joint: Lead | None = None
    while at > since:
        if length := MOVING.ending(words, at, since):
            verb = verb or " ".join(words[at - length : at])
        elif length := PACES.ending(words, at, since):
            pace = pace or reading.slice(at - length, at).lower()
        elif length := MODES.ending(words, at, since):
            pass
        elif found := time_before(words, at, since):
            length, horizon = found.length, horizon or found.year
        elif words[at - 1] in DASHES and words[at - 2 : at - 1] == (":",):
            return Lead(at, verb, horizon, pace, jointed=True)  # "Đến năm 2025: - 90% …"
        elif length := JOINTS.ending(words, at, since):
            at -= length
            joint = Lead(at + length, verb, horizon, pace, jointed=True)
            continue
        else:
            break
        at -= length
    if at <= since:
        return Lead(past_joints(words, since, before), verb, horizon, pace, jointed=True)
    if joint:
        return replace(joint, start=past_joints(words, joint.start, before))
    return Lead(past_joints(words, at, before), verb, horizon, pace)


def lead_behind(reading: Reading, before: int, since: int) -> Lead:
    """The verb and the time right before a value behind its subject: "… giảm xuống", "… năm 2025 đạt"."""
    words, at, verb, horizon, pace, again = reading.words, before, "", None, "", False
    joint: Lead | None = None
    while at > since:
        if length := MOVING.ending(words, at, since):
            verb = verb or " ".join(words[at - length : at])
        elif length := PACES.ending(words, at, since):
            pace = pace or " ".join(words[at - length : at])
        elif length := SAME_AGAIN.ending(words, at, since):
            again = True
        elif length := MODES.ending(words, at, since):
            pass
        elif found := time_before(words, at, since):
            length, horizon = found.length, horizon or found.year
        elif words[at - 1] in (",", ":", "-", "(", "và"):
            length, joint = 1, Lead(at - 1, verb, horizon, pace, jointed=True, again=again)
        else:
            break
        at -= length
    if at > since and joint:
        return joint  # what stands left of the comma belongs to the subject: "… năm 2025, đạt 99%"
    return Lead(at, verb, horizon, pace, joint is not None, again)


def past_joints(words: tuple[str, ...], at: int, until: int) -> int:
    while at < until and (length := JOINTS.starting(words, at, until) or TIES.starting(words, at, until)):
        at += length
    return at


def opener_in(reading: Reading, since: int, before: int, *, after_a_value: bool) -> Opener | None:
    """Where a subject opens in tokens `since` … `before`; None when no quantity is named.

    "giảm tỷ lệ …" wins over a bare "tỷ lệ …", the last over the first, for a heading may stand before.
    `after_a_value`: the tokens follow a value, so that "số" may belong to it ("10% số trẻ em").
    """
    words, i, best, bare = reading.words, since, None, None
    while i < before:
        if words[i] not in MOVING.first_words and words[i] not in BARE_QUANTITIES.first_words:
            i += 1
            continue
        if deed := NO_QUANTITIES.starting(words, i, before):
            i += deed
            continue
        verb = MOVING.starting(words, i, before)
        if verb and (quantity := QUANTITIES.starting(words, i + verb, before)):
            best = Opener(i, i + verb, i + verb + quantity)
            i = best.people
            continue
        quantity = BARE_QUANTITIES.starting(words, i, before)
        if quantity and (_opens(words, i, since) if i > since else not after_a_value):
            bare = Opener(i, i, i + quantity)
        i += 1
    return best or bare


def _opens(words: tuple[str, ...], at: int, since: int) -> bool:
    if words[at - 1] in BEFORE_NO_QUANTITY:
        return False
    return bool(
        JOINTS.ending(words, at, since)
        or MODES.ending(words, at, since)
        or NOW.ending(words, at, since)
        or time_before(words, at, since)
    )
