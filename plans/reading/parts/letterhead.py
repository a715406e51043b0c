"""The head of a document: agency, number, place and date, kind, title. Pure.

Nghị định 30/2020/NĐ-CP, Phụ lục I, II.1–5.
"""

import datetime
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from childlabour.core import lengths
from childlabour.core.vietnamese import YEAR, search_key
from plans.citing.acts import CITES
from plans.law.kinds import Addressed, Facts, Kind
from plans.reading.text.cleaning import names_owner
from plans.reading.text.markers import Rank
from plans.reading.text.passages import Passage
from plans.reading.text.words import is_capitals, is_finished
from targets.language.lexicon import headings, papers
from targets.language.lexicon.agencies import COMMITTEES, OPENING_A_TEXT
from targets.language.lexicon.patterns import any_of, begun, folded
from targets.language.lexicon.sentences import UNFINISHED
from targets.language.lexicon.signing import DECIDING
from targets.language.lexicon.territories import TERRITORIES

from .draft import PassageRole
from .marks_of_handling import beside_the_words, mark_in
from .names import as_in_a_sentence, joined_names, starts_agency, starts_territory
from .numberline import (
    DATE_LINE,
    LONGEST_ROW,
    NUMBER,
    day_of,
    heads_row,
    kind_of_symbol,
    seat_and_day,
    seat_of,
)

FARTHEST = 60  # passages: the kind of a document stands on its first page
LEAST_WORDS_OF_TITLE = 5
MOST_LINES_OF_HEADS = 8

KINDS = {search_key(name): kind for name, kind in papers.KINDS.items()}
_NAMES = sorted(KINDS, key=len, reverse=True)
_REFUSED = folded(papers.REFUSED)
_STATE_NAME, _PARTY, _UNION = folded((papers.STATE, papers.PARTY, papers.UNION))
_MOTTO = re.compile(r"doc lap ?- ?tu do ?- ?hanh phuc")
_STATE = re.compile(rf"{_STATE_NAME}|doc lap ?- ?tu do ?- ?hanh phuc|{_PARTY}")
_REMARK = re.compile(
    rf"{any_of(folded(papers.REMARKS))}|{begun(papers.REMARKS_WITH_MORE, 20)}|{begun(papers.ARRIVED, 30)}"
    r"|\((?:.*kem theo.*\)|du thao.{0,20})|\(?lan \d\)?|ubnd.{0,4}"
)
_SUBJECT = re.compile(rf"{any_of(papers.ABOUT)}\s*:?\s*")
_ADDRESSED = re.compile(r"K[íi]nh gửi\s*:?\s*", re.IGNORECASE)
_PREAMBLE = re.compile(rf"{any_of(headings.OPENING_A_BODY, OPENING_A_TEXT)}\b")
_COMMITTEES = folded(COMMITTEES)
_DECIDER = re.compile(rf"{any_of(folded(DECIDING))}\b")
# A title that ends so goes on in the next line.
_GOES_ON = (*(f" {word}" for word in folded(UNFINISHED)), ",", " -")


@dataclass
class Head:
    kind: str = ""
    kind_name: str = ""  # as printed
    number: str = ""
    symbol: str = ""
    issuer: str = ""
    superior: str = ""
    place: str = ""
    date: datetime.date | None = None
    day_without_year: str = ""  # "…, ngày 09 tháng 02 năm", and the year on the next line
    title: str = ""
    addressees: tuple[str, ...] = ()
    has_number_line: bool = False
    end: int = 0  # the first passage after the title
    roles: dict[int, PassageRole] = field(default_factory=dict)

    @property
    def facts(self) -> Facts:
        return Kind(self.kind).facts

    @property
    def is_document(self) -> bool:
        """There is a head at all: a kind on its own line, or number and date of a letter."""
        return bool(self.kind)


def head_of(passages: tuple[Passage, ...]) -> Head:
    head = Head()
    live = [place for place, passage in enumerate(passages[:FARTHEST]) if not passage.left_out]
    kind_at = next((place for place in live if _kind(passages[place], head)), None)
    stop = kind_at if kind_at is not None else _before_body(passages, live)
    title_at = _bare_title(passages, live, stop) if kind_at is None else None
    names: list[tuple[int, str]] = []
    for place in live:
        if place >= (stop if title_at is None else title_at):
            break
        if role := beside_the_words(passages[place].whole):
            head.roles[place] = role
        else:
            _read_row(passages[place], place, head, names)
    _read_names(names, passages, head)
    if kind_at is None and title_at is not None and not head.title:
        _under_bare_title(passages, title_at, head)
    elif kind_at is None:
        _as_letter(passages, live, stop, head)
    else:
        head.roles[kind_at] = PassageRole.KIND
        _read_title(passages, kind_at, head)
    return head


def _kind(passage: Passage, head: Head) -> bool:
    """The passage is the line with the kind of the document: "KẾ HOẠCH", alone or before the title."""
    if passage.rank is not Rank.NONE or (passage.table > 0 and len(passage.text) > 300):
        return False
    text = passage.text.strip(" .:*")
    key = search_key(text)
    for name in _NAMES:
        if not (key == name or key.startswith(name + " ")):
            continue
        words = text.split()[: len(name.split())]
        rest = text.split()[len(words) :]
        if not is_capitals(" ".join(words)) and not (key == name and (passage.bold or passage.centred)):
            return False
        if rest and is_capitals(rest[0]) and not (is_capitals(text) or passage.bold or passage.centred):
            return False
        head.kind, head.kind_name = KINDS[name], " ".join(words)
        return True
    return False


def refused_kind(passages: tuple[Passage, ...]) -> bool:
    """Capitals on a line of their own name a kind that is no plan: "HỢP ĐỒNG LAO ĐỘNG"."""
    for passage in passages[:FARTHEST]:
        key = search_key(passage.text)
        if not is_capitals(passage.text) or passage.left_out:
            continue
        if any(key == name or key.startswith(name + " ") for name in _REFUSED):
            return True
        if key.split(" ")[:2] == ["ke", "hoach"]:
            return False
    return False


def _before_body(passages: tuple[Passage, ...], live: list[int]) -> int:
    """Without a line for the kind: where the addressees or the text begin."""
    numbered = False
    for place in live:
        text = passages[place].text
        if _ADDRESSED.match(text) or CITES.match(text) or (len(text) > 250 and is_finished(text)):
            return place
        is_long = numbered and len(text) > LONGEST_ROW and not is_capitals(text)
        if is_long and (_PREAMBLE.match(text) or _is_prose(passages[place])):
            return place
        numbered = numbered or bool(NUMBER.match(text))
    return live[-1] + 1 if live else 0


def _is_prose(passage: Passage) -> bool:
    """A long line that is neither the subject nor anything else that a head says."""
    text = passage.text
    number = NUMBER.search(text)
    heads = (number and heads_row(text, number)) or seat_and_day(text) or _SUBJECT.match(text)
    return text[:1].isupper() and passage.table <= 0 and not heads


_YEAR_FOLLOWS, _ONLY_A_YEAR = "năm", re.compile(YEAR)


def _read_row(passage: Passage, place: int, head: Head, names: list[tuple[int, str]]) -> None:
    text, key = passage.whole, search_key(passage.whole)
    number = NUMBER.search(text)
    if _STATE.search(key) or _is_rest_of_state(key, place, head):
        head.roles[place] = PassageRole.STATE
    if number and not head.has_number_line and len(text) < 200 and heads_row(text, number):
        _read_number(number, place, head)
    _read_day(text, place, head)
    if place in head.roles:
        return
    subject = _SUBJECT.match(text)
    if subject and not head.title:
        head.title = text[subject.end() :]
        head.roles[place] = PassageRole.TITLE
    elif (_REMARK.fullmatch(key) and not starts_territory(text)) or names_owner(text):
        head.roles[place] = PassageRole.NOTE
    elif head.has_number_line and head.roles.get(place - 1) is PassageRole.TITLE and not is_capitals(text):
        head.title = f"{head.title} {text}".strip()
        head.roles[place] = PassageRole.TITLE
    elif head.has_number_line and names and key == _UNION:
        head.roles[place] = PassageRole.STATE
    elif is_capitals(text) or (starts_agency(text) and not any(map(str.isdigit, text))):
        names.append((place, text))
    else:
        head.roles[place] = PassageRole.NOTE


def _read_day(text: str, place: int, head: Head) -> None:
    day = seat_and_day(text)
    if day and head.date is None and not head.place and len(text) < 200:
        head.place = seat_of(day["place"])
        head.date = day_of(day)
        head.day_without_year = text if text.rstrip().endswith(_YEAR_FOLLOWS) else ""
        head.roles[place] = head.roles.get(place, PassageRole.DATE)
    elif head.day_without_year and _ONLY_A_YEAR.fullmatch(text.strip()):  # a narrow column broke the line
        whole = seat_and_day(f"{head.day_without_year} {text.strip()}")
        head.date, head.day_without_year = day_of(whole) if whole else None, ""
        head.roles[place] = PassageRole.DATE


def _read_number(number: re.Match[str], place: int, head: Head) -> None:
    head.has_number_line = True
    head.number = "".join(re.findall(r"\d+[a-z]?", number["number"]))
    symbol = " ".join(number["symbol"].split())
    head.symbol = re.sub(r"\s?([-–&/])\s?", r"\1", symbol).replace("–", "-").replace("Ð", "Đ")
    head.roles[place] = PassageRole.NUMBER
    if inside := _SUBJECT.search(number.string, number.end()):  # "Số: 375/LĐTBXH-TE V/v hướng dẫn …"
        head.title, head.roles[place] = number.string[inside.end() :], PassageRole.TITLE


def _is_rest_of_state(key: str, place: int, head: Head) -> bool:
    """The name of the state broken into two lines by a narrow column."""
    if key.startswith("cong hoa xa hoi") and _STATE_NAME.startswith(key):
        return True
    return _STATE_NAME.endswith(f" {key}") and PassageRole.STATE in head.roles.values()


def _read_names(names: list[tuple[int, str]], passages: tuple[Passage, ...], head: Head) -> None:
    for place, _ in names:
        head.roles[place] = PassageRole.ISSUER
    whole = joined_names([text for _, text in names])
    if not whole:
        return
    texts = tuple(passage.text for passage in passages)
    issuer, superior = whole[-1], " ".join(whole[:-1])
    if superior and not (starts_agency(superior) or starts_territory(superior)):
        issuer, superior = f"{superior} {issuer}", ""
    head.issuer = as_in_a_sentence(issuer, texts)
    head.superior = as_in_a_sentence(superior, texts)
    if search_key(head.issuer) in _COMMITTEES and head.place:
        head.issuer = f"{head.issuer} {_territory_named(head.place, texts)}".rstrip()
    letters = 0
    for place, text in names:  # the lines before the issuer's own are the superior's
        if superior and letters < len(superior.replace(" ", "")):
            head.roles[place] = PassageRole.SUPERIOR
        letters += len("".join(text.split()))


def _territory_named(seat: str, texts: tuple[str, ...]) -> str:
    """ "tỉnh Quảng Bình", when the letterhead lost it and the seat is "Quảng Bình": as the text says most."""
    named = re.compile(rf"\b({any_of(TERRITORIES)}) {re.escape(seat)}\b", re.IGNORECASE)
    seen = Counter(found[1].lower() for text in texts for found in named.finditer(text))
    return f"{seen.most_common(1)[0][0]} {seat}" if seen else ""


def _read_title(passages: tuple[Passage, ...], kind_at: int, head: Head) -> None:
    count = len(head.kind_name.split())
    rest = passages[kind_at].text.strip().split(maxsplit=count)[count:]
    lines = [rest[0].strip(" :")] if rest and rest[0].strip(" .:") else []
    place = kind_at + 1
    while place < len(passages):
        passage = passages[place]
        if passage.left_out:
            place += 1
            continue
        if passage.text.startswith("(") and "kèm theo" in passage.text:
            head.roles[place] = PassageRole.NOTE
        elif mark_in(passage.text):
            head.roles[place] = PassageRole.MARK
        elif _decides(passages, place, lines):
            if head.facts.says_who_decides:  # printed by the system, from whose act it is
                head.roles[place] = PassageRole.ISSUER
                place += 1
            break
        elif _goes_on_title(passage, lines):
            head.roles[place] = PassageRole.TITLE
            lines.append(passage.whole)
        elif _is_late_row(passage):
            _read_row(passage, place, head, [])  # columns of a copy may come after the kind
        else:
            break
        place += 1
    head.title = " ".join(" ".join(lines).split()).rstrip(" .;:")
    head.end = place
    if head.facts.addressed != Addressed.NEVER:
        _read_addressees(passages, range(place, len(passages)), head)


def _decides(passages: tuple[Passage, ...], place: int, lines: list[str]) -> bool:
    """Who decides stands under the title of a decision, before its căn cứ (NĐ 30/2020, Mẫu 1.2)."""
    after = next((p for p in passages[place + 1 :] if not p.left_out), None)
    text = passages[place].text
    if not lines or after is None or not CITES.match(after.text) or not is_capitals(text):
        return False
    unfinished = search_key(lines[-1]).endswith(_GOES_ON)
    return not unfinished and (starts_agency(text) or bool(_DECIDER.match(search_key(text))))


def end_of_heads(passages: tuple[Passage, ...], place: int) -> int:
    """Behind the heads that stand from `place` on, as on a text that a decision encloses; `place` where none do.

    They are names in capitals down to the motto (NĐ 30/2020, Phụ lục III, Mẫu 1.3).
    """
    below = [p for p in range(place, len(passages)) if not passages[p].left_out][:MOST_LINES_OF_HEADS]
    for at in below:
        key = search_key(passages[at].text)
        if _MOTTO.search(key):
            return at + 1
        if not (is_capitals(passages[at].text) or _STATE.search(key)):
            break
    return place


def _goes_on_title(passage: Passage, lines: list[str]) -> bool:
    text = passage.text
    if _ADDRESSED.match(text):
        return False
    if passage.rank in (Rank.ROMAN, Rank.CAPITAL, Rank.DIVISION, Rank.NUMBER) or CITES.match(text):
        return False
    if sum(map(len, lines)) + len(text) > lengths.TITLE or _is_late_row(passage):
        return False
    if lines and is_capitals(text) and not is_capitals(lines[-1]):
        return False  # who decides, under the title of a decision (NĐ 30/2020, Phụ lục III, Mẫu 1.2)
    if not lines:
        return not text.endswith((":", ";"))
    if is_finished(text) or passage.rank is not Rank.NONE:
        return False
    if passage.centred and passage.bold:
        return True
    return len(text) < 120 and not _PREAMBLE.match(text) and not is_finished(lines[-1])


def _is_late_row(passage: Passage) -> bool:
    text = passage.text
    return bool(
        _STATE.search(search_key(text))
        or (len(text) < 80 and (NUMBER.match(text) or DATE_LINE.fullmatch(text)))
    )


def _as_letter(passages: tuple[Passage, ...], live: list[int], stop: int, head: Head) -> None:
    """No kind on a line of its own: an official letter has "V/v" under its number and "Kính gửi"."""
    head.end = stop
    _read_addressees(passages, (place for place in live if place >= stop), head)
    if not head.has_number_line or not (head.addressees or head.title):
        alone = any(
            NUMBER.match(passages[p].text) for p, role in head.roles.items() if role is PassageRole.NUMBER
        )
        if head.has_number_line and (head.issuer or (alone and head.date)):
            head.kind = kind_of_symbol(head.symbol)
        return
    head.kind = kind_of_symbol(head.symbol)


def _read_addressees(passages: tuple[Passage, ...], places: Iterable[int], head: Head) -> None:
    """ "Kính gửi: …", or a list of them; below the V/v of a letter, below the title of other kinds (II.9b)."""
    addressees: list[str] = []
    for place in places:
        if passages[place].left_out:
            continue
        text = passages[place].text
        found = _ADDRESSED.match(text)
        if found:
            addressees.append(text[found.end() :])
        elif addressees and passages[place].rank is Rank.DASH and len(text) < 160:
            addressees.append(text)
        else:
            break
        head.roles[place] = PassageRole.ADDRESSEE
        head.end = place + 1
    head.addressees = tuple(line.strip(" ;.-–") for line in addressees if line.strip(" ;.-–"))


def _bare_title(passages: tuple[Passage, ...], live: list[int], stop: int) -> int | None:
    """A copy that lost the line of the kind: where the title in capitals stands, under number and date."""
    found = None
    for place in live:
        if place > stop:
            break
        text = passages[place].text
        if number := NUMBER.match(text):
            found = number
        elif (
            found and is_capitals(text) and len(text) <= lengths.TITLE and not _STATE.search(search_key(text))
        ):
            is_titled = len(text.split()) >= LEAST_WORDS_OF_TITLE and not starts_agency(text)
            kind = kind_of_symbol(found["symbol"])
            return place if is_titled and kind != "CV" else None
    return None


def _under_bare_title(passages: tuple[Passage, ...], place: int, head: Head) -> None:
    head.kind = kind_of_symbol(head.symbol)
    head.title = passages[place].text.rstrip(" .;:")
    head.roles[place] = PassageRole.TITLE
    head.end = place + 1
