"""Who a target is about, on what condition, and what becomes of them."""

import re
from dataclasses import dataclass

from targets.language.phrases import (
    ADVERBS,
    CONDITIONS,
    FINDING,
    MAYBE_PREDICATES,
    NO_PREDICATE_AFTER_HAVING,
    NO_PREDICATE_BEFORE,
    NOT_CONDITIONS,
    PASSIVE,
    PREDICATES,
    TAKES_PASSIVE,
)
from targets.language.times import time_before
from targets.language.tokens import Lexicon, Reading

_LONGEST_CONDITION = 25  # words
_ANNOUNCING = re.compile(r",?(?: qua các năm| từng năm| hằng năm)?,?(?: cụ thể)? như sau$")


@dataclass(frozen=True)
class People:
    population: str
    condition: str
    outcome: str


def divide(reading: Reading, since: int, until: int) -> People:
    """Reads "trẻ em có nguy cơ | khi có thông báo | được hỗ trợ": who, on what condition, what follows."""
    since = _after_number_word(reading.words, since, until)
    predicate = _predicate(reading.words, since, until)
    condition = _condition(reading.words, since, predicate)
    if condition is not None:
        return People(
            tidy(reading.slice(since, condition)),
            tidy(reading.slice(condition, predicate)),
            tidy(reading.slice(predicate, until)),
        )
    late = _condition(reading.words, predicate, until)
    if late is None or predicate >= until:
        late = until
    return People(
        tidy(reading.slice(since, predicate)),
        tidy(reading.slice(late, until)),
        tidy(reading.slice(predicate, late)),
    )


def tidy(text: str) -> str:
    """Without the signs that parted it from its neighbours."""
    text = (
        _ANNOUNCING.sub("", text.strip(" ,:;-–+*•"))
        .removesuffix(" và")
        .removesuffix("./")
        .strip(" ,.")
        .removesuffix(" (")
    )
    if text.count("(") < text.count(")"):
        text = text.rstrip(" )")
    if text.count("(") > text.count(")") and text.startswith("("):
        text = text.lstrip("( ")
    return text


def _after_number_word(words: tuple[str, ...], since: int, until: int) -> int:
    """ "90% số xã", "90% tổng số xã": the xã are what counts."""
    for lead in (("trong", "tổng", "số"), ("trong", "số"), ("tổng", "số"), ("số",)):
        if words[since : since + len(lead)] == lead and since + len(lead) < until:
            return since + len(lead)
    return since


def _predicate(words: tuple[str, ...], since: int, until: int) -> int:
    passive = _passive(words, since, until)
    verb = _verb(words, since, until if passive is None else passive)
    if passive is not None and (verb is None or not _goes_on(words, passive)):
        return passive
    if verb is not None:
        return verb
    maybe = _maybe(words, since, until)
    return until if maybe is None else maybe


def _passive(words: tuple[str, ...], since: int, until: int) -> int | None:
    """The "được" that opens the outcome, with "đều" or "nắm" before it."""
    finding = None
    for i in range(since, until):
        if words[i] != PASSIVE:
            continue
        if i > since and words[i - 1] in ("khi", "nếu"):
            continue
        start = i - TAKES_PASSIVE.ending(words, i, since)
        while start > since and words[start - 1] in ADVERBS:
            start -= 1
        if finding is None and FINDING.starting(words, i, until):
            finding = start
            continue
        if finding is not None and _goes_on(words, i):
            return finding
        return start
    if finding is None:
        return None
    later = _verb(words, finding + 2, until)  # "được phát hiện đã quay trở lại trường"
    return finding if later is None or _goes_on(words, later) else later


def _goes_on(words: tuple[str, ...], at: int) -> bool:
    """ "…, được quản lý": one more of the same."""
    while at > 0 and words[at - 1] in ADVERBS:
        at -= 1
    return at > 0 and words[at - 1] in (",", "và", "hoặc", "-")


def _verb(words: tuple[str, ...], since: int, until: int) -> int | None:
    for i in range(since + 1, until):
        length = PREDICATES.starting(words, i, until)
        if not length or words[i - 1] in NO_PREDICATE_BEFORE:
            continue
        if words[i : i + 2] == ("không", "phải") or words[i - 2 : i] == ("độ", "tuổi"):
            continue
        start = i
        while start > since + 1 and words[start - 1] in ADVERBS:
            start -= 1
        return start
    return None


def _maybe(words: tuple[str, ...], since: int, until: int) -> int | None:
    for i in range(since + 1, until - 1):
        if not MAYBE_PREDICATES.starting(words, i, until) or words[i - 1] in NO_PREDICATE_BEFORE:
            continue
        if (
            words[i] == "có"
            and words[i + 1] in NO_PREDICATE_AFTER_HAVING
            and not _counts(words, i + 1, until)
            and not (words[i + 1] == "tổ" and words[i + 2 : i + 3] != ("chức",))
        ):
            continue
        if words[i : i + 4] == ("tham", "gia", "lao", "động"):
            continue
        return i
    return None


def _counts(words: tuple[str, ...], at: int, until: int) -> bool:
    """ "có ít nhất 01 mô hình", "có từ 02 lớp": not "có ít …", "có từ …"."""
    return any(word[0].isdigit() for word in words[at + 1 : min(at + 3, until)])


def _condition(words: tuple[str, ...], since: int, until: int) -> int | None:
    for i in range(since, until):
        if CONDITIONS.starting(words, i, until) and not (i > since and words[i - 1] in NOT_CONDITIONS):
            return i if until - i <= _LONGEST_CONDITION else None
    return None


# --- Ages ---------------------------------------------------------------------------------------------

_AGE_FORMS = (
    (
        re.compile(
            r"\(?\s*(?:độ tuổi )?(?:tính )?(?:từ )?(?:đủ )?(?P<a>\d{1,2})(?: tuổi)? ?(?:-|–|đến|tới) ?"
            r"(?P<under>dưới |chưa đủ |chưa đến )?(?:đủ |hết )?(?P<b>\d{1,2}) tuổi\s*\)?",
            re.IGNORECASE,
        ),
        lambda found: (int(found["a"]), int(found["b"]) - bool(found["under"])),
    ),
    (
        re.compile(r"\(?(?:từ )?(?:đủ )?(?P<a>\d{1,2}) tuổi trở lên\)?", re.IGNORECASE),
        lambda found: (int(found["a"]), None),
    ),
    (
        re.compile(r"\(?(?:dưới|chưa đủ) (?P<b>\d{1,2}) tuổi\)?", re.IGNORECASE),
        lambda found: (None, int(found["b"]) - 1),
    ),
    (re.compile(r"\(?trên (?P<a>\d{1,2}) tuổi\)?", re.IGNORECASE), lambda found: (int(found["a"]) + 1, None)),
    (
        re.compile(r"\(?(?:đến|tới) (?:hết )?(?P<b>\d{1,2}) tuổi\)?", re.IGNORECASE),
        lambda found: (None, int(found["b"])),
    ),
    (re.compile(r"(?P<a>\d{1,2}) tuổi", re.IGNORECASE), lambda found: (int(found["a"]), int(found["a"]))),
)


def without_ages(population: str) -> tuple[str, int | None, int | None]:
    """ "người chưa thành niên (tính từ 5 đến 17 tuổi)" → "người chưa thành niên", 5, 17."""
    for form, ages in _AGE_FORMS:
        if found := form.search(population):
            bare = f"{population[: found.start()]} {population[found.end() :]}"
            return re.sub(r" (?=[,)])", "", " ".join(bare.split())), *ages(found)
    return population, None, None


_HEADS = Lexicon(("trẻ em", "trẻ", "người chưa thành niên", "học sinh", "trẻ em và người chưa thành niên"))


def people_with_ages(population: str, age_from: int | None, age_to: int | None) -> str:
    """The words for people and their age band, so that `without_ages` reads both again."""
    ages, words = with_ages(age_from, age_to), population.lower().split()
    head = _HEADS.starting(words, 0, len(words)) if words and ages else 0
    before, after = population.split()[: head or None], population.split()[head:] if head else []
    return " ".join(part for part in (*before, ages, *after) if part)


def with_ages(age_from: int | None, age_to: int | None) -> str:
    """The words for an age band, so that `without_ages` reads the same band."""
    if age_from is None and age_to is None:
        return ""
    if age_from is None:
        return f"dưới {age_to + 1} tuổi"
    if age_to is None:
        return f"từ {age_from} tuổi trở lên"
    return f"{age_from} tuổi" if age_from == age_to else f"từ {age_from} đến {age_to} tuổi"


def time_at_end(reading: Reading, since: int, until: int) -> tuple[int, int | None]:
    """Cuts "… vào năm 2025 và năm 2030" off the end: (where it begins, the first year)."""
    words, horizon = reading.words, None
    while until > since:
        end = until - 1 if words[until - 1] in (",", "và", ")", ".", "/") and until - 1 > since else until
        found = time_before(words, end, since)
        if not found or found.length >= end - since or (found.period and not found.anchored):
            break
        until, horizon = end - found.length, found.year
        if until > since and words[until - 1] == "(":
            until -= 1
    return until, horizon
