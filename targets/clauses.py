"""Where each target of a sentence begins and ends, and what stands before and after its value."""

from dataclasses import dataclass, replace

from targets.measures import Measure, measures_in, without_links
from targets.phrases import (
    COUNTED_AFTER_IN,
    DOING,
    JOINTS,
    MODES,
    MOVING,
    ONLY_MODES,
    PACES,
    PREDICATES,
    QUANTITIES,
    SAME_AGAIN,
    SHARE_OF,
    TIES,
)
from targets.times import time_after, time_before
from targets.tokens import Reading

_LONGEST_NOTE = 12  # words in brackets after a value
_LONGEST_PLACE = 10
_LONGEST_DOING = 15  # words of "Tổ chức tập huấn nâng cao năng lực cho" before its value
_EACH = frozenset({"mỗi", "từng", "tất", "các", "toàn", "một"})
_PREPOSITIONS = frozenset(
    {"trong", "ở", "tại", "trên", "vào", "của", "theo", "bằng", "nhằm", "để", "với", "qua", "khi"}
)
_MARKS = frozenset({"-", "+", "*", "•", "·", "‣", "○", "–", ")", ".", "|", "#", "►", "✓"})


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
class Clause:
    """One target's own words; `subject` and `body` are the tokens before and after the value."""

    measure: Measure
    start: int
    end: int
    subject: tuple[int, int]
    body: tuple[int, int]
    suffix: Suffix
    lead: Lead
    quantity: str = ""
    doing: str = ""  # what is done, when it stands before: "Hỗ trợ" 50 trẻ em
    who: str = ""  # "mỗi xã" in "mỗi xã có ít nhất 01 mô hình"

    @property
    def leading(self) -> bool:
        """The value stands before its people: "90% trẻ em …"; else behind: "tỷ lệ … đạt 90%"."""
        return self.body[0] < self.body[1]

    @property
    def inherits(self) -> bool:
        """Only a value: "và 60% vào năm 2028"; whose, the clause before says."""
        return not self.leading and self.subject[0] >= self.subject[1]


def clauses_in(reading: Reading, since: int, until: int) -> list[Clause]:
    """The clauses of one sentence (tokens `since` … `until`), each with one value, in order."""
    since = after_marks(reading.words, since, until)
    measures = measures_in(reading, since, until)
    found: list[Clause] = []
    for k, measure in enumerate(measures):
        following = measures[k + 1].first if k + 1 < len(measures) else until
        floor = (
            found[-1].suffix.end
            if found and not found[-1].leading
            else found[-1].measure.last
            if found
            else since
        )
        clause = _clause(reading, measure, max(floor, since), following, until, found[-1] if found else None)
        if clause is None:
            continue
        if found:
            found[-1] = _ended(reading, found[-1], clause.start)
        found.append(clause)
    if found:
        found[-1] = _ended(reading, found[-1], until)
    return found


def after_marks(words: tuple[str, ...], at: int, until: int) -> int:
    """Past "-", "1.", "a)", "Mục tiêu 1:" and the like."""
    while at < until:
        if words[at] in _MARKS:
            at += 1
        elif at + 1 < until and words[at + 1] in (")", ".") and len(words[at]) <= 2:
            at += 2
        else:
            break
    return at


def _clause(
    reading: Reading, measure: Measure, floor: int, following: int, until: int, before: Clause | None
) -> Clause | None:
    opener = _opener(reading, floor, measure.first, after_a_value=before is not None and before.leading)
    suffix = suffix_after(reading, measure.last, following, last=following == until, share=opener is not None)
    if _stands_before_its_people(reading, measure, following, opener, suffix, before):
        return _leading(reading, measure, floor, following, before)
    return _trailing(reading, measure, floor, opener, suffix, before)


def _stands_before_its_people(
    reading: Reading,
    measure: Measure,
    following: int,
    opener: tuple[int, int, int] | None,
    suffix: Suffix,
    before: Clause | None,
) -> bool:
    if measure.behind:
        return False
    if measure.counted:
        return True
    at = _after_note(reading.words, measure.last, following)
    if at >= following or not reading.words[at].isalnum() or JOINTS.starting(reading.words, at, following):
        return False
    if reading.words[at] in _PREPOSITIONS and reading.words[at + 1 : at + 2] not in (("số",), ("tổng",)):
        return False
    if suffix.place and (opener is not None or before is not None or suffix.end == following):
        return False
    return not (suffix.horizon or suffix.baseline or suffix.whole or suffix.pace)


def _after_note(words: tuple[str, ...], at: int, until: int) -> int:
    if at < until and words[at] == "(":
        for i in range(at + 1, min(until, at + _LONGEST_NOTE)):
            if words[i] == ")":
                return i + 1
    return at


def suffix_after(reading: Reading, at: int, until: int, *, last: bool, share: bool) -> Suffix:
    """Reads "(miền núi)", "vào năm 2026", "mỗi năm", "so với năm 2022", "tổng số trẻ em" after a value.

    `last`: no other value follows in the sentence; `share`: a quantity was named, so "% of what" may follow.
    """
    words, parts = reading.words, {}
    while at < until:
        start = at
        if words[at] == "(":
            at = _note(reading, at, until, parts)
        elif found := time_after(words, at, until):
            parts.setdefault("horizon", found.year)
            at += found.length
        elif length := PACES.starting(words, at, until):
            parts.setdefault(
                "pace", reading.slice(at, at + length).lower().replace("/ ", "mỗi ").replace("/", "mỗi ")
            )
            at += length
        elif words[at : at + 2] == ("so", "với"):
            at = _until_joint(reading, at + 2, until)
            parts.setdefault("baseline", reading.slice(start, at))
        elif words[at] in ("ở", "tại") or words[at : at + 2] == ("đối", "với"):
            skip = 1 if words[at] in ("ở", "tại") else 2
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


def _note(reading: Reading, at: int, until: int, parts: dict) -> int:
    end = _after_note(reading.words, at, until)
    if end == at:
        return at
    found = time_after(reading.words, at + 1, end - 1)
    inside = reading.slice(at + 1, end - 1)
    if found and found.length == end - at - 2:
        parts.setdefault("horizon", found.year)
    elif inside and not any(c.isdigit() for c in inside):
        parts.setdefault("place", inside)
    return end


def _until_joint(reading: Reading, at: int, until: int) -> int:
    words = reading.words
    while at < until and not (
        words[at] in (",", "và", "(", ")", ":", "vào", "đến", "trong")
        and not (words[at] == "trong" and time_after(words, at, until) is None)
    ):
        if words[at] == "năm" and words[at - 1] not in ("với", "kỳ") and time_after(words, at, until):
            break
        at += 1
    return at


def lead_before(reading: Reading, before: int, since: int) -> Lead:
    """Walks left from a target over the words that only introduce it."""
    words, at, joint = reading.words, before, None
    verb, horizon, pace = "", None, ""
    while at > since:
        if length := MOVING.ending(words, at, since):
            verb = verb or " ".join(words[at - length : at])
        elif length := PACES.ending(words, at, since):
            pace = pace or reading.slice(at - length, at).lower()
        elif length := MODES.ending(words, at, since):
            pass
        elif found := time_before(words, at, since):
            length, horizon = found.length, horizon or found.year
        elif length := JOINTS.ending(words, at, since):
            at -= length
            joint = (at + length, verb, horizon, pace)
            continue
        else:
            break
        at -= length
    if at <= since:
        return Lead(past_joints(words, since, before), verb, horizon, pace, jointed=True)
    if joint:
        start, *said = joint
        return Lead(past_joints(words, start, before), *said, jointed=True)
    return Lead(past_joints(words, at, before), verb, horizon, pace)


def past_joints(words: tuple[str, ...], at: int, until: int) -> int:
    while at < until and (length := JOINTS.starting(words, at, until) or TIES.starting(words, at, until)):
        at += length
    return at


def _opener(reading: Reading, since: int, before: int, *, after_a_value: bool) -> tuple[int, int, int] | None:
    """Where a subject opens in tokens `since` … `before`: (start of the verb, quantity, what follows it).

    "giảm tỷ lệ …" wins over a bare "tỷ lệ …", the last over the first, for a heading may stand before.
    """
    words, i, best, bare = reading.words, since, None, None
    while i < before:
        verb = MOVING.starting(words, i, before)
        if verb and (quantity := QUANTITIES.starting(words, i + verb, before)):
            best = (i, i + verb, i + verb + quantity)
            i = best[2]
            continue
        if (quantity := QUANTITIES.starting(words, i, before)) and _opens(words, i, since, after_a_value):
            bare = (i, i, i + quantity)
        i += 1
    return best or bare


def _opens(words: tuple[str, ...], at: int, since: int, after_a_value: bool) -> bool:
    if at == since:
        return not after_a_value  # "10% | số trẻ em …"
    if words[at - 1] in COUNTED_AFTER_IN:
        return False
    return bool(
        JOINTS.ending(words, at, since) or MODES.ending(words, at, since) or time_before(words, at, since)
    )


def _trailing(
    reading: Reading,
    measure: Measure,
    floor: int,
    opener: tuple[int, int, int] | None,
    suffix: Suffix,
    before: Clause | None,
) -> Clause | None:
    words = reading.words
    near = _adjacent(reading, measure.first, floor)
    subject_end = near.start
    if opener and opener[2] <= subject_end:
        lead = lead_before(reading, opener[0], floor)
        verb = near.verb or " ".join(words[opener[0] : opener[1]]) or lead.verb
        lead = Lead(lead.start, verb, near.horizon or lead.horizon, near.pace or lead.pace, lead.jointed)
        quantity = " ".join(words[opener[1] : opener[2]])
        subject = (opener[2], subject_end)
        return Clause(measure, lead.start, suffix.end, subject, (0, 0), suffix, lead, quantity)
    start = subject_end if near.again else _plain_subject(reading, floor, subject_end, before, near.jointed)
    if start == subject_end:  # only a value: whose, the clause before says
        lead = Lead(
            past_joints(words, subject_end, measure.first), near.verb, near.horizon, near.pace, near.jointed
        )
        return Clause(measure, lead.start, suffix.end, (start, start), (0, 0), suffix, lead)
    lead = lead_before(reading, start, floor)
    if (
        before
        and not before.leading
        and (words[start] in ("ở", "tại") or words[start : start + 2] == ("đối", "với"))
    ):
        suffix = replace(suffix, place=suffix.place or reading.slice(start, subject_end))
        return Clause(measure, lead.start, suffix.end, (start, start), (0, 0), suffix, lead)
    verb = near.verb or lead.verb
    if not verb and (length := MOVING.starting(words, start, subject_end)):
        verb, start = " ".join(words[start : start + length]), start + length
    lead = Lead(lead.start, verb, near.horizon or lead.horizon, near.pace or lead.pace, lead.jointed)
    if before and before.leading and not lead.jointed and _absorbed(reading, floor, measure):
        return None
    return Clause(measure, lead.start, suffix.end, (start, subject_end), (0, 0), suffix, lead)


def _adjacent(reading: Reading, before: int, since: int) -> Lead:
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


def _plain_subject(reading: Reading, since: int, until: int, before: Clause | None, jointed: bool) -> int:
    """Where a subject without a quantity begins: after headings, joints, times, modes; `until`: none."""
    words, start = reading.words, since
    if before is not None and before.leading and jointed:
        return until
    for i in range(since, until):
        if words[i] == ":" or words[i : i + 2] == ("trong", "đó"):
            start = i + 1 if words[i] == ":" else i + 2
        elif before is not None and before.leading and words[i] in (",", "và"):
            start = i + 1
    if before is not None and before.leading and start == since:
        return until
    while start < until:
        if found := time_after(words, start, until):
            start += found.length
        elif length := JOINTS.starting(words, start, until) or MODES.starting(words, start, until):
            start += length
        else:
            break
    return start


def _leading(
    reading: Reading, measure: Measure, floor: int, following: int, before: Clause | None
) -> Clause | None:
    lead = lead_before(reading, measure.first, floor)
    start, doing, who = _doing(reading, measure, lead, floor)
    if before is not None and not lead.jointed and not doing and _absorbed(reading, floor, measure):
        return None
    if before is not None and measure.counted and not lead.jointed:
        return None
    if doing or who:
        further = lead_before(reading, start, floor)
        lead = Lead(
            further.start, lead.verb or further.verb, lead.horizon or further.horizon, lead.pace, True
        )
    if not lead.verb:
        bare = without_links(measure)
        if lead.start == measure.first:
            lead = replace(lead, start=bare.first)
        measure = bare
    nothing = Suffix(measure.last)
    body = (_after_note(reading.words, measure.last, following), following)
    return Clause(measure, lead.start, following, (0, 0), body, nothing, lead, doing=doing, who=who)


def _doing(reading: Reading, measure: Measure, lead: Lead, floor: int) -> tuple[int, str, str]:
    """What is done, or who has it, when it stands before the value: (where it begins, doing, who)."""
    words = reading.words
    for end in dict.fromkeys((measure.first, lead.start)):
        if (length := DOING.ending(words, end, floor)) and words[end - length : end] not in ONLY_MODES:
            return end - length, reading.slice(end - length, end), ""
    opening = _clause_opening(words, lead.start, floor)
    if opening < lead.start and measure.first - opening <= _LONGEST_DOING:
        if words[opening] in _EACH and measure.counted:
            return (
                opening,
                reading.slice(lead.start, measure.first) or "có",
                reading.slice(opening, lead.start),
            )
        if words[measure.first - 1] == "cho" and DOING.starting(words, opening, measure.first):
            return opening, reading.slice(opening, measure.first), ""
    return lead.start, "", ""


def _clause_opening(words: tuple[str, ...], before: int, since: int) -> int:
    at = before
    while at > max(since, before - _LONGEST_DOING) and words[at - 1] not in (",", ":", "-", "+"):
        at -= 1
    return at


def _absorbed(reading: Reading, floor: int, measure: Measure) -> bool:
    """Whether a value is part of the outcome before it: "100% xã có ít nhất 01 mô hình"."""
    between = range(floor, measure.first)
    return measure.counted or any(
        reading.words[i] == "có" or PREDICATES.starting(reading.words, i, measure.first) for i in between
    )


def _ended(reading: Reading, clause: Clause, next_start: int) -> Clause:
    """The clause up to where the next one starts, without the comma or "và" between them."""
    end = next_start
    floor = clause.suffix.end
    while end > floor and (length := JOINTS.ending(reading.words, end, floor)):
        end -= length
    if clause.leading:
        end = max(end, clause.body[0])
        return replace(clause, end=end, body=(clause.body[0], end))
    return replace(clause, end=max(end, floor))
