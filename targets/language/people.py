"""Who a target is about, on what condition, and what becomes of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from targets.language.lexicon.patterns import any_of
from targets.language.lexicon.people import ANNOUNCING
from targets.language.lexicon.predicates import (
    ADVERBS,
    MORE_OF_THE_SAME,
    NO_CONDITION_AFTER,
    NO_PREDICATE_AFTER_HAVING,
    NO_PREDICATE_BEFORE,
    PASSIVE,
)
from targets.language.phrases import (
    CONDITIONS,
    FINDING,
    MAYBE_PREDICATES,
    NO_OUTCOMES,
    NUMBER_WORDS,
    PREDICATES,
    TAKING_PASSIVE,
)
from targets.language.tokens import Reading

_LONGEST_CONDITION = 25  # words
_ANNOUNCING = re.compile(rf",?(?: {any_of(ANNOUNCING)})?,?(?: cụ thể)? như sau$")


@dataclass(frozen=True)
class People:
    population: str
    condition: str
    outcome: str


def divide(reading: Reading, since: int, until: int) -> People:
    """Reads "trẻ em có nguy cơ | khi có thông báo | được hỗ trợ": who, on what condition, what follows."""
    since = _after_number_word(reading.words, since, until)
    words = _without_quoted(reading.words, since, until)
    predicate = _predicate(words, since, until)
    condition = _condition(words, since, predicate)
    if condition is not None:
        return People(
            tidy(reading.slice(since, condition)),
            tidy(reading.slice(condition, predicate)),
            tidy(reading.slice(predicate, until)),
        )
    late = _condition(words, predicate, until)
    if late is None or predicate >= until:
        late = until
    return People(
        tidy(reading.slice(since, predicate)),
        tidy(reading.slice(late, until)),
        tidy(reading.slice(predicate, late)),
    )


def _without_quoted(words: tuple[str, ...], since: int, until: int) -> tuple[str, ...]:
    """What stands in quotes is a name: no verb of it says what becomes of anybody."""
    if "“" not in words[since:until]:
        return words
    inside, bare = False, list(words)
    for i in range(since, until):
        inside = words[i] == "“" or (inside and words[i] != "”")
        if inside:
            bare[i] = "“"
    return tuple(bare)


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
    return since + NUMBER_WORDS.starting(words, since, until - 1)


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
        start = i - TAKING_PASSIVE.ending(words, i, since)
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
    return at > 0 and words[at - 1] in MORE_OF_THE_SAME


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


def becomes(words: Sequence[str]) -> bool:
    """Whether these words say what becomes of somebody ("được hỗ trợ"), not what is done ("di dời")."""
    at = next((i for i, word in enumerate(words) if word not in ADVERBS), len(words) - 1)
    told = (PREDICATES, MAYBE_PREDICATES, TAKING_PASSIVE)
    return words[at] == PASSIVE or any(each.starting(words, at, len(words)) for each in told)


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
        if NO_OUTCOMES.starting(words, i, len(words)):
            continue
        return i
    return None


def _counts(words: tuple[str, ...], at: int, until: int) -> bool:
    """ "có ít nhất 01 mô hình", "có từ 02 lớp": not "có ít …", "có từ …"."""
    return any(word[0].isdigit() for word in words[at + 1 : min(at + 3, until)])


def _condition(words: tuple[str, ...], since: int, until: int) -> int | None:
    for i in range(since, until):
        if CONDITIONS.starting(words, i, until) and not (i > since and words[i - 1] in NO_CONDITION_AFTER):
            return i if until - i <= _LONGEST_CONDITION else None
    return None
