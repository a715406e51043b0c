"""Words that give away one child: a name beside cháu, em, bé, trẻ, a birth date, the twelve digits of an identity.

Pure; time grows with the length of the text. What is found is a question for a person, not a verdict: a name is
told from other capitals by what stands beside it, so both kinds of slip are measured (tests/targets/test_children.py).

>>> [found.words for found in found_in("Đã vận động cháu Vàng A Súa, sinh 12/3/2012, trở lại trường.")]
['cháu Vàng A Súa', 'sinh 12/3/2012']
>>> found_in("Quỹ Bảo trợ trẻ em Việt Nam tặng quà cho các em học sinh.")
[]
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from childlabour.core.vietnamese import clean, search_key
from targets.language.lexicon import children as words_of
from targets.language.lexicon.patterns import any_of

AROUND = 80  # characters on each side that tell one mention from another
OLDEST_BIRTH = 1920
LAST_AGE = 17


class Gives(StrEnum):
    NAME = "name"
    BIRTH = "birth"
    IDENTITY = "identity"


@dataclass(frozen=True)
class Telltale:
    gives: Gives
    words: str  # as they stand in the text, blanks squeezed
    passage: str  # with what stands around them on the line
    name: str = ""  # the name alone
    of_all: bool = False  # beside "trẻ em" or "các cháu", where the name of a place may stand as well


def found_in(text: str) -> list[Telltale]:
    """Everything to ask about in free text, in its order, once each."""
    return _once(found for line in _plain(text).splitlines() for found in _found_on(line, line.isascii()))


def found_in_file_name(name: str) -> list[Telltale]:
    """The same in a file's name, where words are parted by anything and marks are often left out."""
    stem = _PARTING.sub(" ", _plain(name).rpartition(".")[0] or name)
    found = _found_on(stem, is_bare=True)
    return _once(one for one in found if one.gives != Gives.IDENTITY or _is_of_a_province(one.words))


def is_called_so(found: Telltale, names: Iterable[str]) -> bool:
    """Whether the words are part of one of these names: of a unit, an act, a programme."""
    said = f" {_folded(found.words)} "
    return any(said in f" {_folded(name)} " for name in names)


def _folded(text: str) -> str:
    return " ".join(_WORD.findall(clean(text).casefold()))


def _plain(text: str) -> str:
    """Composed, without what cannot be seen; wide letters and figures as plain ones."""
    return unicodedata.normalize("NFKC", clean(_UNSEEN_BEFORE_A_NAME.sub(" ", text)))


# Where nothing is seen between "cháu" and a capital, a reader sees two words.
_UNSEEN_BEFORE_A_NAME = re.compile("[\u200b-\u200d\u2060\ufeff\u00ad](?=[A-ZĐÀ-ÝĂĨŨƠƯẠ-Ỹ])")


def _once(found: Iterable[Telltale]) -> list[Telltale]:
    kept: dict[tuple[str, str], Telltale] = {}
    for one in found:
        kept.setdefault((one.words, one.passage), one)
    return list(kept.values())


# --- Words of a line ------------------------------------------------------------------------------------

_TOKEN = re.compile(r"[^\W_]+(?:['’ʼ][^\W\d_]+)?|[^\s]")
_WORD = re.compile(r"[^\W_]+")
_PARTING = re.compile(r"[_\-.+,]+")
_BETWEEN_NAMES = re.compile(r"[\s._*]{0,4}")  # "Nguyễn.Văn.An", "Văn   An"
_SIGNS = 4  # of punctuation between "cháu" and the name
_LONGEST_NAME = 5
_REACH = 6  # words before a name in which something may say whose it is


@dataclass(frozen=True)
class _Line:
    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    is_bare: bool  # written without marks

    def lower(self, place: int) -> str:
        return self.words[place].lower() if 0 <= place < len(self.words) else ""

    def found(self, gives: Gives, start: int, end: int, **more: object) -> Telltale:
        around = self.text[max(0, start - AROUND) : end + AROUND]
        words = " ".join(self.text[start:end].split())
        return Telltale(gives, words, " ".join(around.split()), **more)  # type: ignore[arg-type]


def _found_on(text: str, is_bare: bool) -> Iterator[Telltale]:
    tokens = list(_TOKEN.finditer(text))
    line = _Line(
        text,
        tuple(token[0] for token in tokens),
        tuple(token.start() for token in tokens),
        tuple(token.end() for token in tokens),
        is_bare,
    )
    yield from _names_on(line)
    yield from _births_on(line)
    yield from _identities_on(line)


# --- Names ----------------------------------------------------------------------------------------------

_BARE = {
    name: words_of.without_marks(getattr(words_of, name))
    for name in ("CALLED", "OF_ALL", "SURNAMES", "SURNAMES_ALONE", "MIDDLE_NAMES", "TITLES")
}
_PROVINCES = frozenset(tuple(name.lower().split()) for name in words_of.PROVINCES) | frozenset(
    tuple(search_key(name).split()) for name in words_of.PROVINCES
)
_WITHOUT_MARKS = "chau"  # of "cháu, em, bé, trẻ" the one that is no word without its mark
_NO_NAMES = frozenset(tuple(name.lower().split()) for name in words_of.NO_NAMES) | _PROVINCES


def _listed(line: _Line, name: str) -> frozenset[str]:
    """A list of the lexicon, as this line spells it."""
    with_marks: frozenset[str] = getattr(words_of, name)
    return with_marks | _BARE[name] if line.is_bare else with_marks


def _names_on(line: _Line) -> Iterator[Telltale]:
    surnames = _listed(line, "SURNAMES")
    done = 0  # no name is found twice
    for place in range(len(line.words)):
        if place < done:
            continue
        if last := _named_after(line, place):
            done = last
            yield _mention(line, place, last)
        elif line.lower(place) in surnames and (last := _child_of_a_name(line, place)):
            done = last
            yield line.found(Gives.NAME, line.starts[place], line.ends[last - 1])


def _mention(line: _Line, place: int, last: int) -> Telltale:
    first = _name_begins(line, place + 1)
    is_of_all = line.lower(place) in _listed(line, "OF_ALL") or line.lower(place - 1) in words_of.SEVERAL
    name = " ".join(line.words[first:last])
    return line.found(Gives.NAME, line.starts[place], line.ends[last - 1], name=name, of_all=is_of_all)


def _named_after(line: _Line, place: int) -> int:
    """Where the name ends that stands beside the word at `place`; 0 without one."""
    word = line.lower(place)
    if line.lower(place - 1) in words_of.NOBODY_AFTER.get(word, ()):
        return _with_a_middle_name(line, place + 1)
    if (line.lower(place - 1), word) in (words_of.PUPIL, words_of.VICTIM):
        return _with_a_middle_name(line, place + 1)
    if word in _listed(line, "OF_ALL") or _is_of_all_children(line, place):
        return _beside_all_children(line, place)
    if word in _listed(line, "CALLED") or word == _WITHOUT_MARKS:
        return _beside_one_child(line, _name_begins(line, place + 1))
    return 0


def _with_a_middle_name(line: _Line, first: int) -> int:
    is_one = line.lower(first + 1) in _listed(line, "MIDDLE_NAMES")
    return _capitals_from(line, first) if is_one and line.lower(first) in _listed(line, "SURNAMES") else 0


def _beside_all_children(line: _Line, place: int) -> int:
    first = _name_begins(line, place + 1)
    if _is_name_in_small_letters(line, first):
        return first + 3
    last = _capitals_from(line, first)
    return last if _is_a_full_name(line, first, last) and not _is_a_house(line, place, first) else 0


def _beside_one_child(line: _Line, first: int) -> int:
    """A given name alone will do."""
    if _is_name_in_small_letters(line, first):
        return first + 3
    last = _capitals_from(line, first)
    if last == first or _is_no_name(line, first) or line.lower(first) in words_of.CALLED:
        return 0
    if _is_shouted(line, first):
        return min(last, first + 3) if line.lower(first) in _listed(line, "SURNAMES_ALONE") else 0
    return last


def _is_of_all_children(line: _Line, place: int) -> bool:
    pair = (line.lower(place - 1), line.lower(place))
    return pair == words_of.ALL_CHILDREN or (line.is_bare and pair == ("tre", "em"))


def _name_begins(line: _Line, place: int) -> int:
    """Behind "cháu": past signs, and past "tên là", "học sinh lớp 5A"."""
    signs = 0
    for here in range(place, min(place + _REACH, len(line.words))):
        word = line.words[here]
        if not word[0].isalnum():
            signs += 1
            if signs > _SIGNS or word in ";.!?" or word == ",":
                return here
        elif not (word.lower() in words_of.LEADING_TO_A_NAME and word[0].islower()) and not word[0].isdigit():
            return here
    return min(place + _REACH, len(line.words))


def _capitals_from(line: _Line, first: int) -> int:
    """The end of the run of capitals that begins at `first`, blanks and dots between them."""
    here = first
    while here < len(line.words) and here - first < 2 * _LONGEST_NAME:
        if not line.words[here][0].isupper() or line.words[here] in words_of.AFTER_A_NAME:
            break
        here += 1
        after = here
        while after < len(line.words) and line.words[after] in "._*" and after - here < 2:
            after += 1
        if after < len(line.words) and line.words[after][0].isupper() and _are_close(line, here, after):
            here = after
        else:
            break
    return here


def _are_close(line: _Line, here: int, after: int) -> bool:
    """Part of one name; "cháu Mai. Huyện" goes on with another sentence unless all of it is one letter long."""
    between = line.text[line.ends[here - 1] : line.starts[after]]
    if not _BETWEEN_NAMES.fullmatch(between):
        return False
    return "." not in between or not between.endswith(" ") or len(line.words[here - 1]) == 1


def _is_no_name(line: _Line, first: int) -> bool:
    opening = tuple(line.lower(place) for place in range(first, first + 3))
    return any(opening[:length] in _NO_NAMES for length in (1, 2, 3))


def _is_shouted(line: _Line, first: int) -> bool:
    """All in capitals, where every word looks like a name."""
    return len(line.words[first]) > 1 and line.words[first].isupper()


def _is_a_full_name(line: _Line, first: int, last: int) -> bool:
    """Surname and given name; where all are meant a single capital may be anything."""
    if last - first < 2 or _is_no_name(line, first):
        return False
    if all(len(line.words[place]) == 1 for place in range(first, last) if line.words[place].isalnum()):
        return True
    known = _listed(line, "SURNAMES_ALONE" if _is_shouted(line, first) else "SURNAMES")
    return line.lower(first) in known


def _is_a_house(line: _Line, place: int, first: int) -> bool:
    """ "Văn phòng Tư vấn trẻ em Nguyễn Bỉnh Khiêm"; one called Văn or Thị is a child all the same."""
    if line.lower(first + 1) in _listed(line, "MIDDLE_NAMES"):
        return False
    return any(word in words_of.HOUSES for word in line.words[max(0, place - _REACH) : place])


def _is_name_in_small_letters(line: _Line, first: int) -> bool:
    """ "nguyễn thị hoa": these two words together are nothing else."""
    return (
        line.lower(first) in _listed(line, "SURNAMES_ALONE")
        and line.words[first].islower()
        and line.lower(first + 1) in _listed(line, "MIDDLE_NAMES")
        and line.lower(first + 2).isalpha()
    )


_AGE = re.compile(r"[\s,(:–-]{0,4}(\d{1,2})\s{0,2}(?:tuổi|tuoi)\b", re.IGNORECASE)
_BORN_IN = re.compile(r"[\s,(:–-]{0,4}(?:sinh|sn)\s{0,3}(?:năm|nam)?[\s:.]{0,3}20\d\d\b", re.IGNORECASE)
_IS_A_CHILD = re.compile(
    rf"[\s,(:–-]{{0,4}}(?:là|la) {any_of(words_of.CALLED, words_of.OF_ALL)}\b", re.IGNORECASE
)
_A_PUPIL = re.compile(rf"[\s,(:–-]{{0,4}}{any_of(map(' '.join, words_of.PUPILS_OF))}\b", re.IGNORECASE)


def _child_of_a_name(line: _Line, first: int) -> int:
    """Where the name that begins here ends, if what follows says that a child bears it; else 0."""
    last = _capitals_from(line, first)
    if last - first < 2 or line.lower(first - 1) in _listed(line, "TITLES"):
        return 0
    end = line.ends[last - 1]
    if age := _AGE.match(line.text, end):
        return last if int(age[1]) <= LAST_AGE else 0
    tells = any(pattern.match(line.text, end) for pattern in (_BORN_IN, _IS_A_CHILD, _A_PUPIL))
    return last if tells else 0


# --- Birth dates and identities ---------------------------------------------------------------------------

_DAY = re.compile(
    rf"(?:[\s:,.(]{{0,3}}{any_of(words_of.BEFORE_A_DAY)})?[\s:,.(]{{0,3}}"
    r"(?:\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?(?P<year>\d{4}|\d{2})\b"
    r"|\d{1,2}\s{1,3}(?:tháng|thang)\s{1,3}\d{1,2}\s{1,3}(?:năm|nam)\s{1,3}(?P<spelled>\d{4})\b"
    r"|(?P<first>\d{4})-\d{1,2}-\d{1,2}\b"
    r"|(?=\d{1,2} \d{1,2} 20\d\d\b)\d{1,2} \d{1,2} (?P<parted>\d{4}))",
    re.IGNORECASE,
)


def _births_on(line: _Line) -> Iterator[Telltale]:
    for place in range(len(line.words)):
        if line.lower(place) not in words_of.BORN or line.lower(place - 1) in words_of.NOT_BORN:
            continue
        day = _DAY.match(line.text, line.ends[place])
        if day and _is_of_our_time(day):
            yield line.found(Gives.BIRTH, line.starts[place], day.end())


def _is_of_our_time(day: "re.Match[str]") -> bool:
    year = day["year"] or day["spelled"] or day["first"] or day["parted"]
    return len(year) == 2 or int(year) >= OLDEST_BIRTH


# An identity begins with the number of a province, 001 to 096 (Thông tư 17/2024/TT-BCA); an amount never with 0.
_IDENTITY = re.compile(
    r"(?<![\d/.,-])0\d\d(?:[ .-]?\d){9}(?![\d/]|[.,-]\d)|(?<!\d)(?<!\d[.,])\d{12}(?!\d|[.,]\d)"
)
_LAST_PROVINCE = 96
_AS_MONEY = re.compile(rf"\s?{any_of(words_of.MONEY)}\b", re.IGNORECASE)


def _identities_on(line: _Line) -> Iterator[Telltale]:
    for digits in _IDENTITY.finditer(line.text):
        bare = digits[0].isdigit()
        if (bare or _is_of_a_province(digits[0])) and not _AS_MONEY.match(line.text, digits.end()):
            yield line.found(Gives.IDENTITY, digits.start(), digits.end())


def _is_of_a_province(digits: str) -> bool:
    return digits[0] == "0" and 1 <= int(digits[:3]) <= _LAST_PROVINCE
