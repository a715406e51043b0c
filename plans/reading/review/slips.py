"""Slips of scanning and typing: what the words probably were. Only ever proposed. Pure."""

import re
from collections.abc import Iterator
from itertools import pairwise
from operator import eq
from unicodedata import normalize

from childlabour.core.vietnamese import search_key
from plans.citing.act import Span
from plans.reading.parts.draft import Remark, Weight
from targets.language.lexicon import spelling
from targets.language.lexicon.patterns import any_of
from targets.language.lexicon.syllables import WORDS

_WORDS = WORDS | set(spelling.WRITTEN_SO)

_BY_KEY = {search_key(pair): pair for pair in spelling.WRITTEN_SO}
_SYLLABLES = re.compile(r"[^\W\d_]+")
_KNOWN_FORM = re.compile(rf"\b{any_of(spelling.MISREAD)}\b", re.IGNORECASE)
_PAIR = re.compile(r"(?=\b([^\W\d_]+ [^\W\d_]+)\b)")
_TWICE = re.compile(rf"\b([^\W\d_]+ [^\W\d_]+) \1\b|\b({any_of(spelling.SMALL_WORDS)}) \2\b", re.IGNORECASE)
_FULL_WIDTH = re.compile(r"[\uff01-\uff5e]+")  # figures and signs of East Asian keyboards: "８５％"
_STAMP = re.compile(r"(?<=[a-zà-ỹđ]) (\d{1,5} \d{1,2}/\d{1,2}/\d{4}(?: \d{1,3})?)(?= [a-zà-ỹđ])")
_PAGE = re.compile(rf"(?<=\bcác )(\d{{1,2}}) (?={any_of(spelling.AFTER_A_PAGE_NUMBER)})")


def slips_in(text: str, passage: int) -> Iterator[Remark]:
    lower = text.lower()
    for found in _KNOWN_FORM.finditer(text) if any(form in lower for form in spelling.MISREAD) else ():
        yield _slip(
            passage,
            found.start(),
            found.end(),
            found[0],
            _cased(found[0], spelling.MISREAD[found[0].lower()]),
        )
    for found in _PAIR.finditer(text) if _may_slip(text, lower) else ():
        words = found[1]
        right = _BY_KEY.get(search_key(words))
        if right and not _same(words, right) and not _is_name(words) and not _KNOWN_FORM.search(words):
            if _parts_two_words(text, found.start(1), found.end(1)):
                continue
            yield _slip(passage, found.start(1), found.end(1), words, _cased(words, right))
    for found in _FULL_WIDTH.finditer(text):
        yield _slip(passage, found.start(), found.end(), found[0], normalize("NFKC", found[0]))
    for found in _TWICE.finditer(text) if _may_repeat(lower) else ():
        yield _slip(passage, found.start(), found.end(), found[0], found[1] or found[2])
    for sign in (_STAMP, _PAGE):
        for found in sign.finditer(text):
            yield Remark(
                "stray_figures",
                f"“{found[1]}” giống số trang hoặc dấu văn bản đến lọt vào giữa câu. Xóa nếu đúng là như "
                f"vậy.",
                Weight.DOUBT,
                Span(passage, found.start(1), found.end(1)),
            )


def _may_slip(text: str, lower: str) -> bool:
    """A pair that is written one way only stands there more often than it is written so."""
    key = search_key(text)
    words = _SYLLABLES.findall(key)
    pairs = {f"{first} {second}" for first, second in pairwise(words)} & _BY_KEY.keys()
    return any(key.count(pair) > lower.count(_BY_KEY[pair]) for pair in pairs)


def _may_repeat(lower: str) -> bool:
    words = lower.split()
    return any(map(eq, words, words[1:])) or any(map(eq, words, words[2:]))


_LAST = re.compile(r"(?<![^\W\d_])([^\W\d_]{1,8}) $")
_NEXT = re.compile(r" ([^\W\d_]+)")
LONGEST_SYLLABLE = 8  # letters, and a blank


def _parts_two_words(text: str, start: int, end: int) -> bool:
    """ "điều kiện thực tế": the pair is the end of one word, or the beginning of another."""
    first, _, second = text[start:end].lower().partition(" ")
    before = _LAST.search(text[max(0, start - LONGEST_SYLLABLE) : start])
    after = _NEXT.match(text, end)
    words = (
        f"{before[1].lower()} {first}" if before else "",
        f"{second} {after[1].lower()}" if after else "",
    )
    return not _WORDS.isdisjoint(words)


def _is_name(words: str) -> bool:
    """Capitals throughout or on each word: a name, which may be spelt as it likes."""
    return words.isupper() or words.istitle()


def _same(words: str, right: str) -> bool:
    """The same but for case, where the tone stands ("hoà", "hòa") and i for y ("kĩ", "kỹ")."""
    return words.lower() in (right, *spelling.ALSO_RIGHT) or words.lower().replace("kĩ", "kỹ") == right


def _cased(words: str, right: str) -> str:
    if words.isupper() and len(words) > 3 and " " in words:
        return right.upper()
    return right[:1].upper() + right[1:] if words[:1].isupper() else right


def _slip(passage: int, start: int, end: int, words: str, right: str) -> Remark:
    return Remark(
        "slip",
        f"“{words}” có thể là “{right}”. Văn bản giữ nguyên cho đến khi anh/chị chọn sửa.",
        Weight.DOUBT,
        Span(passage, start, end),
        right,
    )
