"""The values in a sentence: number, unit and the words that compare, whether or not they make a target."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from childlabour.core.lengths import MEASURE
from childlabour.core.vietnamese import YEAR, read_number
from targets.language.lexicon import moving
from targets.language.lexicon.comparing import (
    AFTER_AN_INDEX,
    ARRIVING,
    BETWEEN,
    FALLING_TO,
    KEPT_BEFORE_PEOPLE,
    MOVING_ON,
    SIGNS_OF_A_VALUE,
)
from targets.language.lexicon.counting import (
    AFTER_A_RATE,
    BASES,
    BEFORE_A_MULTIPLE,
    CURRENCY,
    EVERYBODY,
    NAMED_BY_NUMBERS,
    NUMBERED_THINGS,
    NUMBERING,
    OUT_OF,
    POINTS,
    RATES,
    RATIOS,
    SHARES,
    SPELT,
    SPOKEN,
    SUMS,
    THOUSANDS,
    TIMES_AS_MUCH,
    UNCOUNTED,
    WHOLES,
)
from targets.language.lexicon.patterns import any_of
from targets.language.lexicon.promising import PREPOSITIONS
from targets.language.parts import Comparator
from targets.language.phrases import (
    AFTER_VALUE,
    BEFORE_VALUE,
    COMPARATORS,
    COUNTED,
    COUNTED_IN_RATES,
    DEFAULT_WORDING,
    DURATIONS,
    EARNINGS,
    HIGHEST,
    LASTING,
    LOWEST,
    MONEY_SPENT,
    OF_A_PART,
    SHORTENING,
    TAKING_TIME,
    TO_THE_HIGHEST,
    TO_THE_LOWEST,
    UNCOUNTED_THINGS,
    Phrases,
)
from targets.language.times import time_after, time_before
from targets.language.tokens import Reading, spelled

_NUMBER = re.compile(r"[0-9][0-9.,]*")
_YEAR = re.compile(YEAR)
_ENGLISH_DECIMAL = re.compile(r"[0-9]{1,3}\.[0-9]{1,2}")
_SHARES = tuple((spelled(words), unit) for words, unit in SHARES.items())
_MOST_PIECES = 5
_MOST_WORDS = 5  # of what is counted on either side of a rate
_NEAR = 40  # words before a value in which the ratio is named
_RATIOS = Phrases(RATIOS)
_FIGURES = frozenset("0123456789")
_EXTREMES = (*moving.LOWEST, *moving.TO_THE_LOWEST, *moving.HIGHEST, *moving.TO_THE_HIGHEST)
_OPENING_EXTREMES = frozenset(spelled(phrase)[0] for phrase in _EXTREMES)
# Every extreme and every comparing word that a number in words follows holds one of these.
_MAY_SAY = re.compile(rf"\d|{any_of(SIGNS_OF_A_VALUE)}", re.IGNORECASE)
_LONGEST_EACH = 9  # words of "Mỗi xã, phường, đặc khu có" before its value
_ALL = 100
_ENDING_A_RATE = PREPOSITIONS | AFTER_A_RATE
_SAID_APART = (Comparator.AT_LEAST, Comparator.AT_MOST)


@dataclass(frozen=True)
class Measure:
    """Tokens `first` … `last` (not included): comparing words, number, unit."""

    first: int
    last: int
    comparator: Comparator
    wording: str
    value: Decimal | None
    unit: str
    value_to: Decimal | None = None
    out_of: Decimal | None = None
    counted: bool = False  # "02 lớp", not "90%"; `last` stands before the unit, which opens what is counted
    pieces: tuple[str, ...] = ()  # the comparing words before the number, one by one
    baseline: str = ""
    behind: bool = False  # an extreme that follows its subject: "… đến mức thấp nhất"
    noted: bool = False  # in brackets
    year: int | None = None  # said between the comparing words: "ít nhất vào năm 2026 đạt 40%"

    @property
    def decided(self) -> bool:
        """Whether words say how to compare."""
        return self.comparator is not Comparator.EQUAL

    @property
    def level(self) -> bool:
        """Whether words say that the value is where to arrive, not how far to go."""
        return any(p in FALLING_TO or p in ARRIVING for p in self.pieces)


def measures_in(reading: Reading, since: int, until: int) -> list[Measure]:
    """All values of one sentence in order; a baseline ("từ 60% lên 75%") is part of the value after it."""
    found = _counted_alike(list(_scan(reading, since, until)))
    outside = [m for m in found if not m.noted]
    return _with_baselines(reading, outside or found)


def without_links(measure: Measure) -> Measure:
    """Before its people "còn 80%" joins and "là 90%" names; neither compares."""
    if measure.value is None:
        return measure
    first, pieces = measure.first, list(measure.pieces)
    while pieces and pieces[0] not in COMPARATORS and pieces[0] not in KEPT_BEFORE_PEOPLE:
        first += len(pieces.pop(0).split())
    after = measure.wording.partition("…")[2].strip()
    comparator = _decide([piece for piece in pieces if piece not in FALLING_TO], after)
    if measure.value_to is not None and comparator is Comparator.EQUAL:
        comparator = Comparator.AT_LEAST
    return replace(
        measure, first=first, pieces=tuple(pieces), comparator=comparator, wording=_written(pieces, after)
    )


def forbidden(measure: Measure) -> Measure:
    """ "không để tỷ lệ … vượt quá 1%": at most; "không để … dưới 90%": at least."""
    turned = {Comparator.ABOVE: Comparator.AT_MOST, Comparator.BELOW: Comparator.AT_LEAST}.get(
        measure.comparator
    )
    return replace(measure, comparator=turned, wording=DEFAULT_WORDING[turned]) if turned else measure


def comparator_of(wording: str) -> Comparator | None:
    """What comparing words decide; None when they are none we know (a person typed them)."""
    before, _, after = wording.partition("…")
    after = after.strip()
    if after and after not in AFTER_VALUE:
        return None
    words = tuple(before.split())
    pieces: list[str] = []
    while words:
        length = BEFORE_VALUE.ending(words, len(words), 0)
        if not length:
            return None
        pieces.insert(0, " ".join(words[-length:]))
        words = words[:-length]
    return _decide(pieces, after)


def names_things(unit: str) -> bool:
    """Whether a unit is what a number counts ("lớp", "nạn nhân"); no share, rate, duration or sum of money."""
    words = unit.split()
    if not words or unit == POINTS:
        return False
    return COUNTED.starting(words, 0, len(words)) == len(words) or all(map(_names, words))


def _scan(reading: Reading, since: int, until: int) -> Iterator[Measure]:
    i, depth, floor, opened = since, 0, since, since
    while i < until:
        word = reading.words[i]
        depth = max(0, depth + (word == "(") - (word == ")"))
        opened = i + 1 if word == "(" else opened
        measure = _extreme(reading, i, until) if word in _OPENING_EXTREMES else None
        if measure is None and (word[0] in _FIGURES or word in SPOKEN):
            measure = _numeric(reading, i, floor, until)
        if measure:
            spelt = _spelt_before(reading.words, measure, floor) if depth else measure
            noted = depth and spelt is measure and not OF_A_PART.starting(reading.words, opened, until)
            yield replace(spelt, noted=True) if noted else spelt
            i = floor = spelt.last
        else:
            i += 1


def _spelt_before(words: tuple[str, ...], measure: Measure, since: int) -> Measure:
    """ "một trăm phần trăm (100%)": the figure in brackets is the value that the words before them spell."""
    first, last = measure.first - 1, measure.last
    if words[first] != "(" or words[last : last + 1] != (")",):
        return measure
    if words[max(since, first - 2) : first] in WHOLES and measure.value == _ALL:
        return replace(measure, first=first - 2, last=last + 1)  # "toàn bộ (100%) vụ việc"
    spelt = first
    while spelt > since and words[spelt - 1] in SPELT:
        spelt -= 1
    if spelt == first:
        return measure
    length = BEFORE_VALUE.ending(words, spelt, since)
    pieces = (" ".join(words[spelt - length : spelt]),) if length else ()
    wording = _written(list(pieces), "")
    return replace(
        measure,
        first=spelt - length,
        last=last + 1,
        pieces=pieces,
        comparator=_decide(list(pieces), ""),
        wording=wording,
    )


def says_no_value(text: str) -> bool:
    """Whether there is neither a figure nor a word that could stand for one; quick, and never wrong about a yes."""
    return not _MAY_SAY.search(text) and unicodedata.is_normalized("NFC", text)


def _extreme(reading: Reading, at: int, until: int) -> Measure | None:
    for lexicon, comparator, behind in (
        (LOWEST, Comparator.MINIMISE, False),
        (TO_THE_LOWEST, Comparator.MINIMISE, True),
        (HIGHEST, Comparator.MAXIMISE, False),
        (TO_THE_HIGHEST, Comparator.MAXIMISE, True),
    ):
        length = lexicon.starting(reading.words, at, until)
        if length and not (at + length < until and _NUMBER.fullmatch(reading.words[at + length])):
            words = " ".join(reading.words[at : at + length])
            return Measure(at, at + length, comparator, words, None, "", behind=behind)
    return None


def _numeric(reading: Reading, at: int, since: int, until: int) -> Measure | None:
    if not _NUMBER.fullmatch(reading.words[at]):
        spoken = _spoken(reading, at, since, until)
        return spoken and _compared(reading, spoken, at, since, until)
    if _is_glued(reading, at):
        return None
    amount = _percent(reading, at, until) or _rate(reading, at, until)
    amount = amount or _rate_of_two(reading, at, until) or _multiple(reading, at, since, until)
    amount = amount or _sum(reading, at, since, until)
    amount = amount or _count(reading, at, since, until) or _duration(reading, at, since, until)
    amount = amount or _index(reading, at, until)
    if amount is None or amount.value is None:
        return None
    compared = _compared(reading, amount, at, since, until)
    decided = compared.decided and compared.pieces[-1:] != ("từ",)  # "từ 5 đến 17 tuổi" has no value
    if compared.unit or compared.level or decided or _is_bare_count(reading, compared, until):
        return compared
    return None


def _is_bare_count(reading: Reading, measure: Measure, until: int) -> bool:
    """ "(70 trường học vào năm 2025) và 80 vào năm 2030": a figure between a joint and its own year."""
    joined = reading.words[measure.first - 1 : measure.first] in (("và",), (",",))
    return joined and measure.last < until and time_after(reading.words, measure.last, until) is not None


def _counted_alike(found: list[Measure]) -> list[Measure]:
    """A bare figure counts what the value before it counts; after none it says nothing."""
    kept: list[Measure] = []
    for measure in found:
        if not measure.unit and measure.value is not None and not measure.pieces:
            if not kept or kept[-1].value is None:
                continue
            measure = replace(measure, unit=kept[-1].unit)
        kept.append(measure)
    return kept


def _value(word: str) -> Decimal | None:
    try:
        return read_number(word)
    except ValueError:  # "4.9%": refused where a person types, but read as meant in a finished paper
        return Decimal(word) if _ENGLISH_DECIMAL.fullmatch(word) else None


def _percent(reading: Reading, at: int, until: int) -> Measure | None:
    """ "90%", "80 - 90%", "từ 80% đến 90%"; the second number of a range is its upper end."""
    words, upper, end = reading.words, None, at + 1
    length, unit = _percent_unit(words, end, until)
    second = end + length + 1
    if _YEAR.fullmatch(words[at]) and not length:
        return None  # "2026 - 80%": a year and its value
    if second < until and words[second - 1] in BETWEEN and _NUMBER.fullmatch(words[second]):
        further, unit_of_second = _percent_unit(words, second + 1, until)
        if further:
            length, unit, upper, end = further, unit_of_second, _value(words[second]), second + 1
    if not length:
        return None
    last = _past_note_mark(reading, end + length, until)
    return Measure(at, last, Comparator.EQUAL, "", _value(words[at]), unit, value_to=upper)


def _past_note_mark(reading: Reading, at: int, until: int) -> int:
    """Past the figure that calls a footnote: "dưới 24%1;", "90%[2]"."""
    words = reading.words
    if (
        at < until
        and words[at].isdigit()
        and len(words[at]) <= 2
        and reading.starts[at] == reading.ends[at - 1]
    ):
        return at + 1
    called = words[at : at + 1] == ("[",) and words[at + 1].isdigit() and words[at + 2] == "]"
    return at + 3 if at + 2 < until and called else at


def _multiple(reading: Reading, at: int, since: int, until: int) -> Measure | None:
    """ "tăng gấp 2,5 lần", "tăng 2 lần so với năm 2025": how much more, not how often."""
    words, end = reading.words, at + 2
    if words[at + 1 : end] != (TIMES_AS_MUCH,) or words[end : end + 1] in (("/",), ("mỗi",), ("một",)):
        return None
    if at == since or words[at - 1] not in BEFORE_A_MULTIPLE:
        return None
    return Measure(at, end, Comparator.EQUAL, "", _value(words[at]), TIMES_AS_MUCH)


def _duration(reading: Reading, at: int, since: int, until: int) -> Measure | None:
    """ "Thời gian xác minh rút ngắn còn không quá 12 giờ", "thời gian xử lý một tin báo không quá 24 giờ"."""
    words = reading.words
    unit = DURATIONS.starting(words, at + 1, until) if at + 1 < until else 0
    taken = TAKING_TIME.first_in(words, since, at) if unit else None
    if taken is None:
        return None
    lasts = LASTING.starting(words, taken + TAKING_TIME.starting(words, taken, at), at)
    if SHORTENING.first_in(words, since, at) is None and (lasts or not _is_compared(words, at, since)):
        return None
    end = at + 1 + unit
    return Measure(at, end, Comparator.EQUAL, "", _value(words[at]), " ".join(words[at + 1 : end]))


def _sum(reading: Reading, at: int, since: int, until: int) -> Measure | None:
    """ "Thu nhập bình quân đầu người đạt 65 triệu đồng/người/năm": of what is earned or raised, no cost."""
    words, end = reading.words, at + 1
    end += 1 if words[end : end + 1] and words[end] in SUMS else 0
    if words[end : end + 1] != (CURRENCY,) or end >= until or not BEFORE_VALUE.ending(words, at, since):
        return None
    earned, spent = EARNINGS.first_in(words, since, at), MONEY_SPENT.first_in(words, since, at)
    if earned is None or spent is not None:
        return None
    end += 1
    while end + 1 < until and words[end] == "/" and words[end + 1].isalpha():
        end += 2
    unit = reading.slice(at + 1, end)
    return Measure(at, end, Comparator.EQUAL, "", _value(words[at]), unit) if len(unit) <= MEASURE else None


def _percent_unit(words: tuple[str, ...], at: int, until: int) -> tuple[int, str]:
    for sign, unit in _SHARES:
        length = len(sign)
        if at + length <= until and words[at : at + length] == sign:
            return length, unit
    return 0, ""


def _rate(reading: Reading, at: int, until: int) -> Measure | None:
    """ "550/100.000 trẻ em"."""
    words = reading.words
    if at + 2 >= until or words[at + 1] != "/" or words[at + 2] not in RATES:
        return None
    end = at + 3
    end += COUNTED_IN_RATES.starting(words, end, until) if end < until else 0
    end = _past_note_mark(reading, end, until)
    unit = "/" + f"{int(words[at + 2].replace('.', '')):,}".replace(",", ".")
    return Measure(at, end, Comparator.EQUAL, "", _value(words[at]), unit)


def _rate_of_two(reading: Reading, at: int, until: int) -> Measure | None:
    """ "107 bé trai/100 bé gái"; "2,1 con/phụ nữ" where a ratio is named. The unit is all that is counted."""
    words = reading.words
    slash = _past_counted(words, at + 1, until)
    if slash == at + 1 or slash >= until or words[slash] != "/":
        return None
    based = slash + 1 < until and words[slash + 1] in BASES
    ratio = any(_RATIOS.starting(words, i, at) for i in range(max(0, at - _NEAR), at))
    end = _past_counted(words, slash + 1 + based, until)
    if end == slash + 1 + based or not (based or ratio):
        return None
    counted, basis = reading.slice(at + 1, slash), reading.slice(slash + 1, end)
    while " " in basis and len(f"{counted}/{basis}") > MEASURE:
        basis = basis.rpartition(" ")[0]  # "100 bé gái sinh ra sống" are bé gái
    return Measure(at, end, Comparator.EQUAL, "", _value(words[at]), f"{counted}/{basis}")


def _past_counted(words: tuple[str, ...], at: int, until: int) -> int:
    first = at
    while at < min(until, first + _MOST_WORDS) and words[at].isalpha() and words[at] not in _ENDING_A_RATE:
        if BEFORE_VALUE.starting(words, at, until) and at > first:
            break
        at += 1
    return at


def _spoken(reading: Reading, at: int, since: int, until: int) -> Measure | None:
    """ "ít nhất một mô hình": a number in words says a value only behind a comparing word."""
    words = reading.words
    if words[at] not in SPOKEN or not (_is_compared(words, at, since) or _each_has(words, at, since)):
        return None
    unit = COUNTED.starting(words, at + 1, until)
    name = " ".join(words[at + 1 : at + 1 + unit])
    value = Decimal(SPOKEN[words[at]])
    return Measure(at, at + 1, Comparator.EQUAL, "", value, name, counted=True) if unit else None


def _is_compared(words: tuple[str, ...], at: int, since: int) -> bool:
    length = BEFORE_VALUE.ending(words, at, since)
    return length > 0 and " ".join(words[at - length : at]) in COMPARATORS


def _each_has(words: tuple[str, ...], at: int, since: int) -> bool:
    """ "mỗi lớp có một hộp thư": what everybody is to have."""
    if words[at - 1 : at] != ("có",):
        return False
    near = range(max(since, at - _LONGEST_EACH), at - 1)
    return any(words[i] in EVERYBODY and (i == since or not words[i - 1].isalpha()) for i in near)


def _past_words_of(words: tuple[str, ...], at: int, until: int) -> int:
    """Past the same number in words: "01 (một)"."""
    if words[at : at + 1] == ("(",) and at + 1 < until and words[at + 1] in SPOKEN:
        return next((i + 1 for i in range(at + 2, min(at + 4, until)) if words[i] == ")"), at)
    return at


def _count(reading: Reading, at: int, since: int, until: int) -> Measure | None:
    """ "02 lớp", "02 - 03 lớp", "50/63 tỉnh", "5 nghìn trẻ em"."""
    words, end, upper, out_of = reading.words, at + 1, None, None
    if (at > since and words[at - 1] in NUMBERING) or end >= until:
        return None
    if (
        words[at] in RATES
        and words[at - 1] in ("trên", "trong")
        and COUNTED_IN_RATES.starting(words, end, until)
    ):
        return None  # "tỷ suất … trên 1.000 trẻ đẻ sống"
    if words[at - 1 : at + 1] == ("trên", "1"):
        return None  # "Giá trị sản xuất trên 1 ha"
    value = _value(words[at])
    if words[end] in BETWEEN and end + 1 < until and _NUMBER.fullmatch(words[end + 1]):
        upper, end = _value(words[end + 1]), end + 2
    elif words[end] in OUT_OF and end + 1 < until and _is_more(words[end + 1], value):
        out_of, end = _value(words[end + 1]), end + 2
    end = _past_words_of(words, end, until)
    if end < until and words[end] in THOUSANDS and value is not None:
        value, end = value * THOUSANDS[words[end]], end + 1
    unit = COUNTED.starting(words, end, until) or _named(reading, at, end, until) if end < until else 0
    if (
        not unit
        or value is None
        or (_YEAR.fullmatch(words[at]) and out_of is None)
        or (at > since and words[at - 1] == "-")
    ):
        return None
    following = words[end + unit : end + unit + 1]
    if following and (following[0] in NUMBERED_THINGS or _is_glued(reading, end + unit)):
        return None
    name = " ".join(words[end : end + unit])
    return Measure(at, end, Comparator.EQUAL, "", value, name, value_to=upper, out_of=out_of, counted=True)


def _is_glued(reading: Reading, at: int) -> bool:
    """The figure of "m2", "A4"."""
    glued = at > 0 and reading.starts[at] == reading.ends[at - 1]
    return glued and reading.words[at - 1].isalpha() and reading.words[at][0].isdigit()


def _is_more(word: str, value: Decimal | None) -> bool:
    """ "9 trên 10 xã", "34/34 thôn": of a whole that is no smaller."""
    whole = _value(word) if _NUMBER.fullmatch(word) else None
    return whole is not None and value is not None and whole >= value


def _named(reading: Reading, at: int, first: int, until: int) -> int:
    """ "25 biển báo", "80 nạn nhân": how many words name what is counted, where no list names it; 0 for nothing."""
    words = reading.words
    if at and words[at - 1] in NAMED_BY_NUMBERS:
        return 0
    if not _names(words[first]) or UNCOUNTED_THINGS.starting(words, first, until):
        return 0
    if reading.text[reading.starts[first]].isupper():
        return 0  # "57 Bộ Chính trị"
    return 2 if first + 1 < until and _names(words[first + 1]) else 1


def _names(word: str) -> bool:
    return word.isalpha() and word not in UNCOUNTED


def _index(reading: Reading, at: int, until: int) -> Measure | None:
    """ "tỷ suất … xuống dưới 9,5 vào năm 2025": no unit; `clauses` asks for the quantity."""
    words = reading.words
    stands_alone = at + 1 == until or words[at + 1] in AFTER_AN_INDEX
    if not stands_alone or _YEAR.fullmatch(words[at]) or (at and words[at - 1] in NUMBERING):
        return None
    return Measure(at, at + 1, Comparator.EQUAL, "", _value(words[at]), "")


def _compared(reading: Reading, amount: Measure, at: int, since: int, until: int) -> Measure:
    words, first = reading.words, at
    pieces: list[str] = []
    while len(pieces) < _MOST_PIECES and (length := BEFORE_VALUE.ending(words, first, since)):
        first -= length
        pieces.insert(0, " ".join(words[first : first + length]))
    first, year = _compared_before_a_time(words, first, since, pieces)
    last, after = amount.last, ""
    for said in AFTER_VALUE:
        if not amount.counted and tuple(words[last : last + 2]) == tuple(said.split()) and last + 2 <= until:
            last, after = last + 2, said
    if amount.counted and _or_more(words, amount):
        pieces = ["ít nhất"]
    comparator = _decide(pieces, after)
    raised = amount.counted and pieces[-1:] == ["lên"]  # "nâng tổng số lên 10 câu lạc bộ"
    if (amount.value_to is not None or raised) and comparator is Comparator.EQUAL:
        comparator = Comparator.AT_LEAST
    return replace(
        amount,
        first=first,
        last=last,
        comparator=comparator,
        wording=_written(pieces, after),
        pieces=tuple(pieces),
        year=year,
    )


def _compared_before_a_time(
    words: tuple[str, ...], first: int, since: int, pieces: list[str]
) -> tuple[int, int | None]:
    """ "ít nhất vào năm 2026 đạt 40%": where the comparing words begin, and the year behind them."""
    said = None if any(piece in COMPARATORS for piece in pieces) else time_before(words, first, since)
    start = first - said.length if said else since
    length = BEFORE_VALUE.ending(words, start, since) if start > since else 0
    phrase = " ".join(words[start - length : start])
    if said is None or COMPARATORS.get(phrase) not in _SAID_APART:
        return first, None
    pieces.insert(0, phrase)
    return start - length, said.year


def _or_more(words: tuple[str, ...], amount: Measure) -> bool:
    """ "500 trẻ em trở lên", "08 buổi truyền thông trở lên": said behind the unit, or behind all that is counted."""
    end = amount.last + len(amount.unit.split())
    for at in range(end, min(end + _MOST_WORDS, len(words) - 1)):
        if not words[at].isalpha():
            break
        if words[at : at + 2] == ("trở", "lên"):
            return True
    return False


def _written(pieces: list[str], after: str) -> str:
    return " ".join([*pieces, f"… {after}" if after else ""]).strip()


def _decide(pieces: list[str], after: str) -> Comparator:
    for piece in reversed(pieces):
        if piece in COMPARATORS:
            return COMPARATORS[piece]
    if after:
        return AFTER_VALUE[after]
    if any(p in FALLING_TO for p in pieces):
        return Comparator.AT_MOST
    return Comparator.AT_LEAST if pieces[-1:] == ["từ"] else Comparator.EQUAL  # "từ 95% giáo viên (trở lên)"


def _with_baselines(reading: Reading, found: list[Measure]) -> list[Measure]:
    kept: list[Measure] = []
    for measure in found:
        before = kept[-1] if kept else None
        if before and _starts_from(reading, before, measure):
            kept[-1] = replace(
                measure, first=before.first, baseline=reading.slice(before.first, measure.first)
            )
        else:
            kept.append(measure)
    return kept


def _starts_from(reading: Reading, before: Measure, measure: Measure) -> bool:
    gap = reading.words[before.last : measure.first]
    moves = any(p.startswith(MOVING_ON) for p in measure.pieces)
    return (
        before.pieces[-1:] == ("từ",)
        and before.value_to is None
        and moves
        and len(gap) <= 8
        and "," not in gap
    )
