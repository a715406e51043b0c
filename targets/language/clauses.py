"""Where each target of a sentence begins and ends, and what stands before and after its value."""

from dataclasses import dataclass, replace

from childlabour.core.vietnamese import PERCENT
from targets.language.lexicon.counting import (
    BESIDE,
    EACH,
    EVERYBODY,
    HOW_OFTEN,
    NO_DEED_BEFORE,
    OPENING_NO_DEED,
)
from targets.language.lexicon.moving import BEFORE_A_PACED_SUBJECT, WITHOUT_UNIT
from targets.language.lexicon.predicates import PASSIVE
from targets.language.lexicon.promising import PLACING, PREPOSITIONS
from targets.language.measures import Measure, forbidden, measures_in, without_links
from targets.language.people import divide
from targets.language.phrases import (
    BARE_QUANTITIES,
    CONDITIONS,
    COUNTED,
    DOING,
    DOING_OF_COUNTS_ALONE,
    JOINTS,
    MODES,
    MOVING,
    NO_QUANTITIES,
    PACES,
    PLACES,
    PREDICATES,
    TIES,
)
from targets.language.surroundings import (
    Lead,
    Opener,
    Suffix,
    after_marks,
    after_note,
    lead_before,
    lead_behind,
    opener_in,
    pace_of,
    past_joints,
    suffix_after,
)
from targets.language.times import time_after
from targets.language.tokens import Reading

_LONGEST_DOING = 15  # words of "Tổ chức tập huấn nâng cao năng lực cho" before its value
_LONGEST_CONDITION = 20
_NOTHING = (0, 0)


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
    condition: str = ""  # "Sau khi được phát hiện," when it stands before the value
    verb_behind: bool = False  # "số vụ … giảm 10%", as reports say it, too
    apposed: bool = False  # a comma parts the value from its subject

    @property
    def leading(self) -> bool:
        """The value stands before its people: "90% trẻ em …"; else behind: "tỷ lệ … đạt 90%"."""
        return self.body[0] < self.body[1]

    @property
    def inherits(self) -> bool:
        """Only a value: "và 60% vào năm 2028"; whose, the clause before says."""
        return not self.leading and self.subject[0] >= self.subject[1]


@dataclass(frozen=True)
class _Spot:
    """A value in its sentence: what it may claim lies between `floor` and `following`."""

    reading: Reading
    measure: Measure
    floor: int  # where the value before ends, or the sentence begins
    following: int  # where the next value begins, or the sentence ends
    last: bool  # no other value follows
    before: Clause | None

    @property
    def words(self) -> tuple[str, ...]:
        return self.reading.words

    @property
    def after_a_body(self) -> bool:
        return self.before is not None and self.before.leading


def values_in(reading: Reading, since: int, until: int) -> list[Measure]:
    """The values of one sentence (tokens `since` … `until`)."""
    return measures_in(reading, after_marks(reading.words, since, until), until)


def clauses_in(reading: Reading, since: int, until: int, values: list[Measure]) -> list[Clause]:
    """The clauses of one sentence (tokens `since` … `until`), each with one of its values, in order."""
    since = after_marks(reading.words, since, until)
    measures = _promised(reading.words, values)
    if measures:
        until = _before_a_noted_value(reading.words, measures[-1].last, until)
    found: list[Clause] = []
    for k, measure in enumerate(measures):
        last = k + 1 == len(measures)
        following = until if last else measures[k + 1].first
        floor = measures[k - 1].last if k else since
        if found and not found[-1].leading:
            floor = max(floor, found[-1].suffix.end)
        clause = _clause(_Spot(reading, measure, floor, following, last, found[-1] if found else None))
        if clause is None:
            continue
        if found:
            clause = _done_alike(reading.words, found[-1], clause)
            found[-1] = _ended(reading.words, found[-1], clause.start)
        found.append(clause)
    if found:
        found[-1] = _ended(reading.words, found[-1], until)
    return found


def _before_a_noted_value(words: tuple[str, ...], since: int, until: int) -> int:
    """ "… vào năm 2028 (tối thiểu 80% tiêu chí)": what ends the sentence in brackets is none of its words."""
    end = until - 1 if until > since and words[until - 1] == "." else until
    if end - 1 <= since or words[end - 1] != ")":
        return until
    opening = next((i for i in range(end - 2, since, -1) if words[i] in "()"), since)
    noted = words[opening] == "(" and PERCENT in words[opening:end]
    return opening if noted and opening > since + 1 else until


def _promised(words: tuple[str, ...], measures: list[Measure]) -> list[Measure]:
    """ "100% cơ quan có …, nếu tỷ lệ nữ từ 30% trở lên": what "nếu" opens is a condition of the value before."""
    first = measures[0].last if measures else len(words)
    until = measures[-1].first if measures else 0
    supposed = next((i for i in range(first, until) if words[i] == "nếu"), until)
    return [measure for measure in measures if measure.first <= supposed]


def _clause(spot: _Spot) -> Clause | None:
    reading, measure = spot.reading, spot.measure
    opener = opener_in(reading, spot.floor, measure.first, after_a_value=spot.after_a_body)
    if not measure.unit and measure.value is not None and not _is_an_index(spot, opener):
        return None
    if length := _pace_before_people(spot):
        clause = _leading(replace(spot, measure=replace(measure, last=measure.last + length)))
        pace = pace_of(reading.slice(measure.last, measure.last + length))
        return clause and replace(clause, lead=replace(clause.lead, pace=clause.lead.pace or pace))
    suffix = suffix_after(reading, measure.last, spot.following, last=spot.last, share=opener is not None)
    if _stands_before_its_people(spot, opener, suffix):
        return _leading(spot)
    if measure.counted:
        spot = replace(spot, measure=replace(measure, last=_after_unit(spot)))
        suffix = suffix_after(reading, spot.measure.last, spot.following, last=spot.last, share=False)
    return _trailing(spot, opener, suffix)


def _pace_before_people(spot: _Spot) -> int:
    """ "giảm 2%/năm số cặp tảo hôn": how often stands between the value and what it is of."""
    words, last = spot.words, spot.measure.last
    if not spot.measure.unit or spot.measure.counted:
        return 0
    length = PACES.starting(words, last, spot.following)
    followed = BEFORE_A_PACED_SUBJECT.intersection(words[last + length : last + length + 1])
    return length if followed else 0


def _is_an_index(spot: _Spot, opener: Opener | None) -> bool:
    if opener is None:
        before = spot.before
        return before is not None and before.measure.unit == "" and before.measure.value is not None
    return " ".join(spot.words[opener.quantity : opener.people]) in WITHOUT_UNIT


def _stands_before_its_people(spot: _Spot, opener: Opener | None, suffix: Suffix) -> bool:
    words, measure, following = spot.words, spot.measure, spot.following
    if measure.behind:  # "hạn chế đến mức thấp nhất tình trạng …" all the same stands before
        return measure.last < following and MOVING.ending(words, measure.first, 0) > 0
    if measure.counted:
        end = _after_unit(spot)
        goes_on = end < following and words[end].isalpha() and words[end] not in PREPOSITIONS
        if opener is None and not goes_on and _limits_people_before(spot):
            return False
        return opener is None or (goes_on and words[end : end + 2] != ("so", "với"))
    at = after_note(words, measure.last, following)
    if at >= following or not words[at].isalnum() or JOINTS.starting(words, at, following):
        return False
    if words[at] in PREPOSITIONS and words[at + 1 : at + 2] not in (("số",), ("tổng",)):
        return False
    if suffix.place and (opener is not None or spot.before is not None or suffix.end == following):
        return False
    return not (suffix.horizon or suffix.baseline or suffix.whole or suffix.pace)


def _limits_people_before(spot: _Spot) -> bool:
    """ "Học sinh bỏ học không quá 03 em": the people stand before the comparing words."""
    words, first = spot.words, spot.measure.first
    if not spot.measure.decided or spot.before is not None or words[first - 1 : first] == ("có",):
        return False
    opening = _past_introductions(words, spot.floor, first, joints=True)
    return opening < first and words[opening] not in EACH and _names_things(words, opening, first)


def _after_unit(spot: _Spot) -> int:
    return min(spot.measure.last + len(spot.measure.unit.split()), spot.following)


# --- The value behind its subject: "tỷ lệ … đạt 90%" --------------------------------------------------


def _trailing(spot: _Spot, opener: Opener | None, suffix: Suffix) -> Clause | None:
    near = lead_behind(spot.reading, spot.measure.first, spot.floor)
    if opener and opener.people <= near.start:
        return _of_a_quantity(spot, opener, near, suffix)
    start = near.start if near.again else _plain_subject(spot, near)
    if start == near.start:  # only a value: whose, the clause before says
        lead = replace(near, start=past_joints(spot.words, start, spot.measure.first))
        return Clause(spot.measure, lead.start, suffix.end, (start, start), _NOTHING, suffix, lead)
    return _of_plain_people(spot, start, near, suffix)


def _of_a_quantity(spot: _Spot, opener: Opener, near: Lead, suffix: Suffix) -> Clause:
    words, measure = spot.words, spot.measure
    lead = lead_before(spot.reading, opener.start, spot.floor)
    verb = near.verb or " ".join(words[opener.start : opener.quantity]) or lead.verb
    lead = replace(lead, verb=verb, horizon=near.horizon or lead.horizon, pace=near.pace or lead.pace)
    if lead.start - 2 >= spot.floor and words[lead.start - 2 : lead.start] == ("không", "để"):
        lead, measure = replace(lead, start=lead.start - 2), forbidden(measure)
    return Clause(
        measure,
        lead.start,
        suffix.end,
        (opener.people, near.start),
        _NOTHING,
        suffix,
        lead,
        quantity=" ".join(words[opener.quantity : opener.people]),
        verb_behind=bool(near.verb),
        apposed=near.jointed,
    )


def _of_plain_people(spot: _Spot, start: int, near: Lead, suffix: Suffix) -> Clause | None:
    words, end, before = spot.words, near.start, spot.before
    lead = lead_before(spot.reading, start, spot.floor)
    somewhere = words[start] in PLACING or bool(PLACES.starting(words, start, end))
    if before and not before.leading and somewhere:  # "… là 99% và ở bậc trung học cơ sở là 95%"
        suffix = replace(suffix, place=suffix.place or spot.reading.slice(start, end))
        return Clause(spot.measure, lead.start, suffix.end, (start, start), _NOTHING, suffix, lead)
    if spot.after_a_body and not lead.jointed and _absorbed(spot):
        return None
    verb = near.verb or lead.verb
    if not verb and (length := MOVING.starting(words, start, end)):
        verb, start = " ".join(words[start : start + length]), start + length
    lead = replace(lead, verb=verb, horizon=near.horizon or lead.horizon, pace=near.pace or lead.pace)
    return Clause(
        spot.measure,
        lead.start,
        suffix.end,
        (start, end),
        _NOTHING,
        suffix,
        lead,
        verb_behind=bool(near.verb),
        apposed=near.jointed,
    )


def _plain_subject(spot: _Spot, near: Lead) -> int:
    """Where a subject without a quantity begins, past headings, joints, times, modes; `near.start`: none."""
    words, since, until = spot.words, spot.floor, near.start
    if spot.after_a_body and near.jointed:
        return until
    start = since
    for i in range(since, until):
        if words[i] == ":" or words[i : i + 2] == ("trong", "đó"):
            start = i + 1 if words[i] == ":" else i + 2
        elif spot.after_a_body and words[i] in (",", "và"):
            start = i + 1
    if spot.after_a_body and start == since:
        return until
    return _past_introductions(words, start, until, joints=True)


def _past_introductions(words: tuple[str, ...], at: int, until: int, *, joints: bool) -> int:
    while at < until:
        found = time_after(words, at, until)
        length = found.length if found else MODES.starting(words, at, until)
        length = length or (JOINTS.starting(words, at, until) if joints else 0)
        if not length:
            break
        at += length
    return at


# --- The value before its people: "90% trẻ em …" ------------------------------------------------------


def _leading(spot: _Spot) -> Clause | None:
    reading, measure, floor = spot.reading, spot.measure, spot.floor
    lead = lead_before(reading, measure.first, floor)
    start, doing, who = _doing(spot, lead)
    if doing:
        further = lead_before(reading, start, floor)
        horizon, pace = lead.horizon or further.horizon, lead.pace or further.pace
        lead = replace(further, verb=lead.verb or further.verb, horizon=horizon, pace=pace)
    if spot.before is not None and not lead.jointed and _absorbed(spot) and not _counted_with(spot):
        return None
    if not lead.verb:
        bare = without_links(measure)
        lead = replace(lead, start=bare.first if lead.start == measure.first else lead.start)
        measure = bare
    told = _told_before(spot, lead.start)
    subject = _named_before(spot, told)
    return Clause(
        measure,
        subject[0] if subject != _NOTHING else told,
        spot.following,
        subject,
        (after_note(spot.words, measure.last, spot.following), spot.following),
        Suffix(measure.last),
        lead,
        doing=doing,
        who=who,
        condition=reading.slice(told, lead.start),
    )


def _doing(spot: _Spot, lead: Lead) -> tuple[int, str, str]:
    """What is done, or who has it, when it stands before the value: (where it begins, doing, who)."""
    reading, words, first = spot.reading, spot.words, spot.measure.first
    opening = _clause_opening(words, lead.start, spot.floor)
    near = opening < lead.start and first - opening <= _LONGEST_DOING
    verb = lead.start - DOING.ending(words, lead.start, opening)
    having = "có" in words[lead.start : first]
    if (
        near
        and spot.measure.counted
        and words[opening] in EACH
        and (having or verb < lead.start or lead.verb)
    ):
        return opening, reading.slice(verb, first), reading.slice(opening, verb)
    ends = (first,) if having else (first, lead.start)  # "qua rà soát có 12 em": nobody promises them
    for end in ends:
        if (length := DOING.ending(words, end, spot.floor)) and words[
            end - length : end
        ] not in DOING_OF_COUNTS_ALONE:
            return end - length, reading.slice(end - length, end), ""
    if near and words[first - 1] == "cho" and _may_do(words, opening, first):
        return opening, reading.slice(opening, first), ""
    if near and not lead.verb and _lacks_a_deed(spot, lead.start) and _may_do(words, opening, lead.start):
        return opening, reading.slice(opening, lead.start), ""
    return lead.start, "", ""


def _lacks_a_deed(spot: _Spot, start: int) -> bool:
    """Of a count what is done says that it is work; of a share only where nothing else says what becomes of it."""
    if spot.measure.counted:
        return spot.measure.unit not in HOW_OFTEN  # "họp 02 lần"
    if spot.measure.value is None or spot.before is not None or spot.words[start - 1] in NO_DEED_BEFORE:
        return False
    return not divide(spot.reading, spot.measure.last, spot.following).outcome


def _may_do(words: tuple[str, ...], at: int, until: int) -> bool:
    """Whether a deed may open here ("Di dời 30 hộ"): what is no thing, no quantity, no time and no joint."""
    if NO_QUANTITIES.starting(words, at, until):
        return True
    if not words[at].isalpha() or words[at] in OPENING_NO_DEED or words[at] in PREPOSITIONS:
        return False
    return not (_names_things(words, at, until) or BARE_QUANTITIES.starting(words, at, until))


def _names_things(words: tuple[str, ...], at: int, until: int) -> bool:
    """ "tổ dân phố", not "tổ chức"."""
    return COUNTED.starting(words, at, until) > DOING.starting(words, at, until)


def _clause_opening(words: tuple[str, ...], before: int, since: int) -> int:
    at = since if words[since] in EACH and before - since <= _LONGEST_DOING else before
    while at > max(since, before - _LONGEST_DOING) and not _parts(words, at - 1):
        if words[at - 1] == "và" and words[at] in EVERYBODY:
            break  # "mỗi thôn có 01 cộng tác viên và mỗi xã có 02 cán bộ"
        at -= 1
    return _past_introductions(words, at, before, joints=False)


def _parts(words: tuple[str, ...], at: int) -> bool:
    """A comma, a colon or a dash; "2026 - 2030" is one time."""
    within = words[at] == "-" and words[at - 1 : at][:1] and words[at - 1][0].isdigit()
    return words[at] in (",", ":", "-", "+") and not (within and words[at + 1][0].isdigit())


def _told_before(spot: _Spot, start: int) -> int:
    """Where "Sau khi được phát hiện, 100% …" begins; `start` when no condition stands before."""
    floor, words = spot.floor, spot.words
    if spot.before or start <= floor or words[start - 1] != "," or start - floor > _LONGEST_CONDITION:
        return start
    return floor if CONDITIONS.starting(words, floor, start) else start


def _named_before(spot: _Spot, start: int) -> tuple[int, int]:
    """Who is meant in "Trẻ em có nguy cơ: 100% được tư vấn"; no tokens when the value's words say it."""
    own = spot.words[spot.measure.last : spot.measure.last + 1]
    if own != (PASSIVE,) or start - 1 <= spot.floor or spot.words[start - 1] != ":":
        return _NOTHING
    return (spot.floor, start - 1) if start - spot.floor <= _LONGEST_DOING else _NOTHING


def _done_alike(words: tuple[str, ...], before: Clause, clause: Clause) -> Clause:
    """ "Tư vấn cho 300 lượt cha mẹ và 500 lượt trẻ em": what is counted beside it is done alike."""
    counted = before.measure.counted and clause.measure.counted
    beside = clause.lead.jointed or words[clause.measure.first - 1] in BESIDE
    alone = not (clause.doing or clause.who) and clause.leading and beside
    if alone and before.lead.verb and before.lead.pace and clause.lead.pace and not clause.lead.verb:
        return replace(
            clause, lead=replace(clause.lead, verb=before.lead.verb)
        )  # "giảm 2%/năm A và 3%/năm B"
    return replace(clause, doing=before.doing) if counted and alone and before.doing else clause


# --- Neighbours ---------------------------------------------------------------------------------------


def _absorbed(spot: _Spot) -> bool:
    """Whether a value is part of the outcome before it: "100% xã có ít nhất 01 mô hình"."""
    words, first = spot.words, spot.measure.first
    return spot.measure.counted or any(
        words[i] == "có" or PREDICATES.starting(words, i, first) for i in range(spot.floor, first)
    )


def _counted_with(spot: _Spot) -> bool:
    """ "05 đội hình với 150 tình nguyện viên", "03 lớp cho 90 em": the second count is promised beside the first."""
    before, measure = spot.before, spot.measure
    beside = before is not None and before.measure.counted and not before.who
    return beside and measure.counted and spot.words[measure.first - 1] in BESIDE


def _ended(words: tuple[str, ...], clause: Clause, end: int) -> Clause:
    """The clause up to where the next one starts, without the comma or "và" between them."""
    floor = clause.suffix.end
    while end > floor and (length := JOINTS.ending(words, end, floor) or TIES.ending(words, end, floor)):
        end -= length
    body = clause.body
    if clause.leading:
        end = max(end, body[0])
        body = (body[0], end)
    if (max(end, floor), body) == (clause.end, clause.body):
        return clause
    return replace(clause, end=max(end, floor), body=body)
