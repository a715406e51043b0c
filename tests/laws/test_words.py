"""Vietnamese words are data of `targets.language.lexicon`: no pattern lists them by hand, no room keeps a list."""

import ast
import re
from collections.abc import Iterator

import pytest

from childlabour.core.vietnamese import search_key
from tests.laws.imports import Sources, within

LEXICON = "targets.language.lexicon"
HOUSES = ("childlabour", "targets", "plans")
# Who reads Vietnamese may hold no lists of words at all; elsewhere lists are labels and messages.
READERS = (
    "targets.language",
    "targets.statements",
    "plans.reading",
    "plans.checking",
    "plans.citing",
    "plans.drafting.deriving",
    "plans.drafting.matching",
    "plans.drafting.pasting",
    "plans.drafting.starting",
)
SEVERAL = 3  # words; two may stand where they are used
LONGEST_WORD = 4  # syllables; more are a sentence

_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?"
)
_LETTERS = re.compile(r"[^\W\d_]+")
_GROUP = re.compile(r"\((?:\?(?:P<\w+>|<?[=!]|[a-z]*:|P=\w+))?")
_SKIPPED = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\{\d*,?\d*\}", re.DOTALL)
_VALUE = "\ue000"  # where an f-string puts something in


def alternations(sources: Sources) -> list[str]:
    """Literals with three Vietnamese words or more in one alternation."""
    return [
        f"{module}:{line} lists {' | '.join(words)}"
        for module, tree in _spoken(sources)
        for line, text in _literals(tree)
        for words in _alternatives(text)
        if sum(map(_is_word, words)) >= SEVERAL
    ]


def lists(sources: Sources) -> list[str]:
    """Tuples, lists, sets and keys of dictionaries in a room that reads, with three words or more."""
    return [
        f"{module}:{node.lineno} lists {', '.join(words)}"
        for module, tree in _spoken(sources)
        if within(module, *READERS)
        for node in ast.walk(tree)
        if len(words := [text for text in _items(node) if _is_word(text)]) >= SEVERAL
    ]


def _spoken(sources: Sources) -> Iterator[tuple[str, ast.AST]]:
    for module, tree in sources.trees.items():
        if within(module, *HOUSES) and not within(module, LEXICON) and ".migrations" not in module:
            yield module, tree


def _literals(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Every string but docstrings; what an f-string puts in is one strange letter."""
    inside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            parts = (p.value if isinstance(p, ast.Constant) else _VALUE for p in node.values)
            yield node.lineno, "".join(map(str, parts))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inside | docs:
            yield node.lineno, node.value


def _alternatives(pattern: str) -> Iterator[list[str]]:
    """The alternatives of each group of a pattern, and of the whole, without what is inside them."""
    levels: list[list[str]] = [[""]]
    at = 0
    while at < len(pattern):
        if skipped := _SKIPPED.match(pattern, at):
            at = skipped.end()
            continue
        if group := _GROUP.match(pattern, at):
            levels.append([""])
            at = group.end()
            continue
        sign = pattern[at]
        if sign == "|":
            levels[-1].append("")
        elif sign == ")" and len(levels) > 1:
            yield levels.pop()
        else:
            levels[-1][-1] += sign
        at += 1
    yield from levels


def _items(node: ast.AST) -> Iterator[str]:
    held = node.keys if isinstance(node, ast.Dict) else getattr(node, "elts", ())
    for item in held:
        if isinstance(item, ast.Constant) and isinstance(item.value, str):
            yield item.value


def _is_word(text: str) -> bool:
    """Vietnamese by its syllables, with its marks or folded, and no sentence."""
    syllables = _LETTERS.findall(search_key(text))
    return (
        0 < len(syllables) <= LONGEST_WORD
        and (len("".join(syllables)) > 1 or not text.isascii())
        and all(_SYLLABLE.fullmatch(syllable) for syllable in syllables)
    )


LAWS = (alternations, lists)


@pytest.fixture(scope="module")
def house() -> Sources:
    return Sources.of_the_house()


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
def test_the_house_keeps_its_words_in_the_lexicon(law, house):
    assert not law(house)


BREACHES = [
    (alternations, {"plans/reading/a.py": 'import re\n_KIND = re.compile(r"kế hoạch|quyết định|báo cáo")'}),
    (alternations, {"plans/paper/a.py": '_WHERE = r"(?:xã|phường|thị trấn) (?P<name>.+)"'}),
    (alternations, {"plans/checking/a.py": '_FOLDED = r"\\b(?:ke hoach|quyet dinh|bao cao)\\b"'}),
    (alternations, {"targets/a.py": '_CASED = r"[Mm]ục tiêu|[Cc]hỉ tiêu|[Pp]hấn đấu"'}),
    (alternations, {"targets/a.py": '_INSIDE = r"(?:sở(?: y tế)?|phòng(?!, chống)|ban [Cc]hỉ đạo)"'}),
    (alternations, {"childlabour/a.py": '_SPREAD = (r"xã|phường"\n r"|thị trấn")'}),
    (alternations, {"plans/citing/a.py": 'X = "."\n_PUT_IN = rf"xã{X}|phường{X}|huyện"'}),
    (alternations, {"plans/views/a.py": 'names = "hằng năm | hằng quý | hằng tháng".split("|")'}),
    (lists, {"plans/reading/a.py": '_LEVELS = ("xã", "phường", "thị trấn")'}),
    (lists, {"plans/citing/a.py": '_TYPES = frozenset({"Quyết định", "Chỉ thị", "Nghị quyết"})'}),
    (lists, {"targets/language/a.py": 'def at(word):\n    return word in ("ở", "tại", "trong")'}),
    (lists, {"plans/checking/a.py": '_CODES = {"ke hoach": "KH", "quyet dinh": "QĐ", "bao cao": "BC"}'}),
]


@pytest.mark.parametrize(("law", "files"), BREACHES)
def test_a_breach_is_seen(law, files):
    assert law(Sources(files))


def test_what_the_house_does_is_no_breach():
    sources = Sources(
        {
            "targets/language/lexicon/acts.py": 'TYPES = listed("Luật | Nghị định | Quyết định")',
            "plans/citing/acts.py": '_FULL = rf"(?P<kind>{any_of(TYPES)})\\s+số|{any_of(LAWS)}|{any_of(OLD)}"',
            "plans/reading/deadlines.py": '_ENDS = r"(?:hết |cuối )?năm|[XVI]+|\\d\\d"\nSIGNS = ("-", "+", "•")',
            "plans/reading/refusing.py": '"""Tệp trống | quá lớn | quá dài."""\nREASONS = ("empty", "picture")',
            "plans/models/task.py": 'LABELS = ("chủ trì", "phối hợp", "theo dõi")',
            "plans/views/telling.py": '_SPOT = r"citations|preamble|(?:section|target|task)-\\d+"',
        }
    )
    assert [law(sources) for law in LAWS] == [[], []]
