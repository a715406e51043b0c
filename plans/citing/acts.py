"""Legal acts in a sentence: "Quyết định số 782/QĐ-TTg ngày 27/5/2021 của Thủ tướng Chính phủ phê duyệt …".

Pure. Forms of the number: domain of Nghị định 30/2020 (type-agency), laws (102/2016/QH13), the Party
(20-CT/TW), joint rules (01/QCPH-A-B).
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from childlabour.core.vietnamese import CAPITALS, YEAR, read_date
from targets.language.lexicon import acts
from targets.language.lexicon.agencies import SPEAKING
from targets.language.lexicon.patterns import any_of, either_case, opening

from .act import NamedAct, Span

_TYPE = any_of(acts.TYPES)
_TO_NUMBER = r"\s+(?:liên ngành\s+)?(?:số\s*[:.]?\s*)?"
_OF_THE_PARTY = (
    rf"\d{{1,5}}[a-zđ]?\s?[-–]?\s?[A-ZĐ][A-Za-zĐđ]{{1,4}}/[{CAPITALS}]{{2,}}"  # 20-CT/TW, 30-CTr/TU
)
NUMBER = (
    rf"{_OF_THE_PARTY}"
    rf"|\d{{1,5}}[a-zđ]?\s?/\s?(?:\d{{4}}\s?/\s?)?[A-ZĐ][A-Za-zĐđ0-9]{{0,12}}"
    rf"(?:\s?[-–&/]\s?[A-ZĐ][A-Za-zĐđ0-9&]{{0,15}})*"
)
DATE = (
    r"(?:ngày\s*)?\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}"
    r"|ngày\s*\d{1,2}\s*(?:tháng\s*|/\s?)\d{1,2}\s*năm\s*\d{4}"
)
_TITLE_START = (
    rf"{''.join(rf'(?<!{re.escape(word)} )' for word in acts.INSIDE_NAMES)}{any_of(acts.TITLE_STARTS)}"
)
_ISSUER = rf"[{CAPITALS}](?:{any_of(acts.FIGHTING)}|[^;,.()“”\"]){{1,120}}?"
_SMALL = rf"{any_of(word.lower() for word in acts.TYPES)}(?=\s+số\s*\d)"  # "theo công văn số 5/…"
_FULL = re.compile(
    rf"(?P<kind>{_TYPE}|{_SMALL})(?:{_TO_NUMBER}(?:{_TYPE}\s+số\s+)?(?P<number>{NUMBER})"
    rf"|(?<={any_of(acts.TREATIES[:1])})\s+số\s*(?P<treaty>\d{{1,4}}))\s*,?\s*"
    rf"(?P<date>{DATE})?\s*,?\s*"
    rf"(?:(?:của|do)\s+(?P<issuer>{_ISSUER})"
    rf"(?=\s+{_TITLE_START}\b|\s*,?\s*(?:{DATE})|\s*[;,.()“”\"]|\s*$))?"
    rf"\s*,?\s*(?P<late>{DATE})?"
    rf"\s*,?\s*(?P<title>(?:{_TITLE_START}|[“\"(]).*)?"
)
_SPEAKER = re.compile(
    rf"\b{any_of(either_case(acts.SPEAKING_IN))}\s+của\s+(?P<issuer>[{CAPITALS}][^;.]{{2,120}}?)\s+tại\s+$"
)
LONGEST_SPEAKER = 160  # characters before the type of an act
_LAW = re.compile(
    rf"(?P<kind>{any_of(acts.LAWS)})\s+(?P<title>[^;]*?)"
    rf"(?:\s+(?:số\s*)?(?P<number>\d{{1,3}}/\d{{4}}/[A-Z]+\d+))?"
    rf"(?:\s*,?\s*(?P<date>{DATE})|\s*,?\s*(?:năm\s*)?(?P<year>{YEAR}))?\s*[;.,]*\s*$"
)
_LEAD = re.compile(
    rf"\s{{0,9}}(?:[-–+•]\s{{0,9}})?{any_of(opening(acts.BEFORE_ANY))}\s+(?:{any_of(acts.BEHIND_THESE)}\s+)?"
)
_NEXT = re.compile(
    rf";\s*(?=(?:[-–]\s*)?{any_of(opening(acts.BEFORE_NEXT))}\b|{_TYPE}\s+số\s*[:.]?\s*\d|{any_of(acts.LAWS)}\s)"
    rf"|,?\s{{1,3}}và\s{{1,3}}(?={any_of(acts.SPEAKING_IN)}\s+của\s[^;]{{2,120}}?\stại\s{_TYPE}\s+số\s*\d)"
    rf"|,?\s{{1,3}}và\s{{1,3}}(?=(?:{any_of(acts.LAWS)})\s+[{CAPITALS}]|{_TYPE}\s+số\s*\d)"
)
_SPOKEN = re.compile(rf"{any_of(acts.SPEAKING_IN)}\s+của\s")
_LAW_ALONE = re.compile(rf"(?:{any_of(acts.LAWS)})\b|{any_of(acts.TREATIES)}\b")
CITES = re.compile(rf"(?:[-–+•]\s*)?{any_of(opening(acts.BASES))}\b")


def citations_in(text: str, passage: int) -> Iterator[NamedAct]:
    """The căn cứ of one passage; some files put all of them into one paragraph, parted by ";"."""
    start = 0
    cuts = (found.end() for found in _NEXT.finditer(text) if _parts(text, found))
    for end in [*cuts, len(text)]:
        piece = text[start:end].strip().removesuffix(" và")
        if piece:
            yield replace(parsed_act(piece), span=Span(passage, start, end))
        start = end


def _parts(text: str, found: re.Match[str]) -> bool:
    """ "và" parts two laws, and two numbers without a title between them: "Luật A và Luật B"."""
    if found[0].startswith(";") or _SPOKEN.match(text, found.end()):
        return True
    before = text[: found.start()].rpartition(";")[2]
    lead = _LEAD.match(before)
    bare = before[lead.end() :] if lead else before.strip()
    act = _FULL.search(bare)
    return not act["title"] if act else bool(_LAW_ALONE.match(bare))


def names_act(text: str) -> bool:
    """The text names an act with its number."""
    return _FULL.search(text) is not None


def parsed_act(text: str) -> NamedAct:
    """One act with its parts; only the text when no act can be told in it."""
    bare = text.strip().rstrip(";. ")
    found = _FULL.search(bare)
    if found:
        speaker = _SPEAKER.search(bare, max(0, found.start() - LONGEST_SPEAKER), found.start())
        return NamedAct(
            text=bare,
            kind=found["kind"][:1].upper() + found["kind"][1:],
            number=tidy_number(found["number"] or found["treaty"]),
            date=day_in(found["date"] or found["late"]),
            issuer=(found["issuer"] or (speaker["issuer"] if speaker else "")).strip(),
            title=(found["title"] or "").strip(" ;.,"),
        )
    lead = _LEAD.match(bare)
    law = _LAW.match(bare[lead.end() :] if lead else bare)
    if law:
        return NamedAct(
            text=bare,
            kind=law["kind"],
            number=law["number"] or "",
            date=day_in(law["date"]),
            title=law["title"].strip(" ,"),
        )
    return NamedAct(text=bare)


_CARRIES_OUT = re.compile(
    rf"{any_of(opening(acts.CARRYING_OUT), acts.CARRYING_OUT_INSIDE)}\s+(?:[^.;:,]{{0,60}}?\s)??"
    rf"(?={_TYPE}\b|công văn số\s*\d)"
)


def named_by_basis(text: str, passage: int) -> tuple[NamedAct, ...]:
    """The acts of an opening that is căn cứ and sentence in one: "Căn cứ Luật …; Kế hoạch số …, UBND ban hành …:"."""
    acts: list[NamedAct] = []
    start = 0
    for end in [*(found.end() for found in _PIECE.finditer(text)), len(text)]:
        piece = text[start:end].strip(" ;")
        act = parsed_act(piece)
        if act.number:
            acts.append(replace(act, span=Span(passage, start, end), is_basis=False))
        start = end
    return tuple(acts)


_PIECE = re.compile(r";\s")


def carried_out_in(text: str, passage: int) -> tuple[NamedAct, ...]:
    """The acts a sentence carries out, in order: "Thực hiện Quyết định số …; Kế hoạch số … của …, UBND …"."""
    acts: list[NamedAct] = []
    for lead in _CARRIES_OUT.finditer(text):
        if acts and not text[: lead.start()].rstrip().endswith(";"):
            continue  # said in a title; "…; theo đề nghị của … tại Tờ trình số …" goes on
        found, start = _FULL.match(text, lead.end()), lead.end()
        while found:
            end = _end_of_mention(text, found)
            act = parsed_act(text[start:end])
            acts.append(replace(act, span=Span(passage, start, end), is_basis=False))
            another = _ANOTHER.match(text, end)
            start = another.end() if another else end
            found = _FULL.match(text, start) if another else None
    return tuple(dict.fromkeys(acts))


# What stands between two acts of one sentence, up to the next act's type.
_ANOTHER = re.compile(
    rf"\s*(?:[;,]\s*(?:và\s+)?|và\s+)"
    rf"(?:{any_of(either_case(acts.BEFORE_ANOTHER))}\s[^;:]{{0,120}}?|các\s+)?(?={_TYPE}{_TO_NUMBER}\d)"
)
_AFTER_MENTION = re.compile(rf"[,;]\s+(?={any_of(acts.GOING_ON, SPEAKING, acts.TYPES)}\b)")


def _end_of_mention(text: str, found: re.Match[str]) -> int:
    """Where the title of the act ends and the sentence goes on: with another act, or with who plans."""
    cuts = (sign.search(text, found.end("number")) for sign in (_AFTER_MENTION, _ANOTHER))
    return min((cut.start() for cut in cuts if cut), default=len(text.rstrip(" .;:")))


def tidy_number(text: str) -> str:
    tidy = re.sub(r"\s?([/–&-])\s?", r"\1", " ".join(text.split())).replace("–", "-").replace("Ð", "Đ")
    return _WITHOUT_HYPHEN.sub(r"\1-\2", tidy)


def number_misspelt(act: NamedAct) -> str:
    """ "28 CT/TW" of an act whose number is 28-CT/TW, as its text has it; "" where it is written right."""
    found = _PARTY_NUMBER_WITHOUT_HYPHEN.search(act.text)
    return found[0] if found and tidy_number(found[0]) == act.number else ""


_WITHOUT_HYPHEN = re.compile(rf"^(\d{{1,5}}[a-zđ]?)\s?([A-ZĐ][A-Za-zĐđ]{{1,4}}/[{CAPITALS}]{{2,}})$")
_PARTY_NUMBER_WITHOUT_HYPHEN = re.compile(rf"\b\d{{1,5}}\s[A-ZĐ][A-Za-zĐđ]{{1,4}}/[{CAPITALS}]{{2,}}")


_HALF_IN_WORDS = re.compile(r"(/\s?\d{1,2})\s*năm\s*")  # "05/4 năm 2016"


def day_in(text: str | None) -> date | None:
    """The day a citation names; None when it names none, or one that no calendar has."""
    if not text:
        return None
    try:
        return read_date(_HALF_IN_WORDS.sub(r"\1/", " ".join(text.split())))
    except ValueError:
        return None
