"""A news item that retells a plan: no head, no foot, paragraphs in place of parts. Pure."""

import datetime
import re
from collections import Counter
from dataclasses import dataclass, field

from childlabour.core.vietnamese import CAPITALS, PERCENT, search_key
from plans.citing.acts import DATE, NUMBER, day_in, tidy_number
from targets.language.lexicon import acts, headings
from targets.language.lexicon.agencies import COMMITTEES, ISSUERS_IN_NEWS, issuer_of
from targets.language.lexicon.papers import KINDS_IN_NEWS
from targets.language.lexicon.patterns import any_of, either_case, folded
from targets.language.lexicon.sentences import ONE_TO_TEN
from targets.language.lexicon.territories import TERRITORIES
from targets.statements import find

from .marks.groups import inline_groups
from .parts.draft import PartKind, PassageRole, Remark, Weight
from .parts.outline import Part
from .text.passages import Passage
from .text.words import is_capitals, is_finished

LONG = 180  # characters: a paragraph of a text rather than a caption or a menu
LEAST_WORDS_OF_TITLE = 6
LEAST_HITS = 6  # of the twelve kinds of words below
LEAST_HITS_WITH_TARGETS = 1

_DOCUMENT = re.compile(
    rf"(?P<kind>{any_of(either_case(acts.IN_NEWS))})\s+(?:số\s*:?\s*)?(?P<number>{NUMBER})"
    rf"(?:\s*,?\s*(?P<date>{DATE}))?"
)
_ISSUER = re.compile(
    rf"(?P<name>{issuer_of(ISSUERS_IN_NEWS)}\b(?:(?! {any_of(acts.NOT_OF_ISSUERS)} )[^.;:]){{0,120}}?)\s?,?\s"
    rf"(?:{any_of(acts.MADE_BEFORE)} )*{any_of(acts.MAKING_IN_NEWS)}\b"
)
_ISSUED = re.compile(
    rf"[Nn]gày\s*(?P<date>\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{4}}),?\s+(?P<who>[{CAPITALS}][^.;:]{{0,120}}?)\s+"
    rf"(?:đã\s+)?ban hành"
)
_SUBJECT = re.compile(
    rf"{any_of(acts.MAKING)}\s+[Kk]ế hoạch\s+(?P<title>{any_of(acts.PLAN_SUBJECTS)}[^.;]{{20,300}})"
)
_BARE = re.compile(rf"{any_of(COMMITTEES)}\s+(?P<level>{any_of(TERRITORIES)})$")
_TASKS = re.compile(rf"{any_of(folded(headings.OF_TASKS))}|{any_of(folded(ONE_TO_TEN))} la\b")
_GOALS = re.compile(any_of(folded(headings.OBJECTIVES)))
_AIMING = re.compile(rf"\b{any_of(folded(headings.AIMING))}\b")
_PLAIN = re.compile(rf"{any_of(folded(headings.OPENING_PROSE))}\b")
_OF_A_PLAN = tuple(map(folded, headings.OF_A_PLAN))
_KINDS = {search_key(name): kind for name, kind in KINDS_IN_NEWS.items()}


@dataclass
class Article:
    kind: str = "KH"
    number: str = ""
    symbol: str = ""
    issuer: str = ""
    date: datetime.date | None = None
    title: str = ""
    preamble: list[int] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    roles: dict[int, PassageRole] = field(default_factory=dict)
    findings: list[Remark] = field(default_factory=list)


def looks_like_plan(passages: tuple[Passage, ...]) -> bool:
    """Enough of the words that no plan, and no news of one, does without; fewer where it sets targets."""
    live = [passage for passage in passages if not passage.left_out]
    text = search_key(" ".join(passage.text for passage in live))
    hits = sum(any(word in text for word in words) for words in _OF_A_PLAN)
    if sum(item.certain for passage in live for item in find(passage.text)) > 1:
        named = (_DOCUMENT.search(passage.text) for passage in live)
        if any(found and search_key(found["kind"]) == "ke hoach" for found in named):
            return True
        if hits >= LEAST_HITS_WITH_TARGETS and _AIMING.search(text):
            return True
    return (
        hits >= LEAST_HITS
        and len(text) > 200
        and ("ke hoach" in text or "nhiem vu" in text or "chuong trinh" in text)
    )


def article_of(passages: tuple[Passage, ...]) -> Article:
    article = Article()
    live = [place for place, passage in enumerate(passages) if not passage.left_out]
    first = next((p for p in live if _is_paragraph(passages[p].text)), live[0])
    _read_title(passages, [p for p in live if p < first], article)
    whole = " ".join(passages[p].text for p in live)
    _read_document(whole, article)
    _complete_issuer(passages, article)
    if not article.title and (found := _SUBJECT.search(whole)):
        article.title = found["title"][0].upper() + found["title"][1:].strip()
    headline = next(iter(article.roles), -1)
    article.preamble += [p for p in live if p < headline]  # what a page shows above its text promises nothing
    _read_parts(passages, [p for p in live if p > headline], article)
    article.findings.append(
        Remark(
            "article",
            "Đây là bài viết thuật lại kế hoạch, không phải toàn văn. Đối chiếu với văn bản gốc trước khi "
            "dùng.",
            Weight.DOUBT,
        )
    )
    return article


def _is_paragraph(text: str) -> bool:
    return len(text) >= 2 * LONG or (len(text) >= LONG and is_finished(text))


def _read_title(passages: tuple[Passage, ...], before: list[int], article: Article) -> None:
    """The headline: the last line before the text that is long enough and is no sentence about a day."""
    candidates = [
        p
        for p in before
        if len(passages[p].text.split()) >= LEAST_WORDS_OF_TITLE
        and not passages[p].text.startswith("Ngày ")
        and not is_finished(passages[p].text)
    ]
    if candidates:
        title = candidates[-1]
        article.roles[title] = PassageRole.TITLE
        article.title = passages[title].whole


def _read_document(text: str, article: Article) -> None:
    found = _DOCUMENT.search(text)
    if found:
        number, _, symbol = tidy_number(found["number"]).partition("/")
        article.number, article.symbol = number, symbol
        article.kind = _KINDS.get(search_key(found["kind"]), "CV")
        article.date = day_in(found["date"])
    issued = _ISSUED.search(text)
    if issued and article.date is None:
        article.date = day_in(issued["date"])
    issuer = issued or _ISSUER.search(text)
    if issuer:
        name = issuer["who"] if issued else issuer["name"]
        article.issuer = re.split(r",\s", name)[-1].strip() if len(name) > 90 else name.strip(" ,")


def _complete_issuer(passages: tuple[Passage, ...], article: Article) -> None:
    """ "UBND huyện" alone: the name that follows "huyện" most often on the page, menus included."""
    bare = _BARE.fullmatch(article.issuer)
    if not bare:
        return
    name = re.compile(rf"\b{bare['level']} ((?:[{CAPITALS}][^\W\d_]+)(?: [{CAPITALS}][^\W\d_]+){{0,3}})")
    seen = Counter(
        found[1] for passage in passages for found in name.finditer(passage.text) if not is_capitals(found[1])
    )
    if seen:
        article.issuer = f"{article.issuer} {seen.most_common(1)[0][0]}"
        article.findings.append(
            Remark(
                "issuer_guessed",
                f"Cơ quan ban hành được suy ra từ trang: “{article.issuer}”. Sửa lại nếu chưa đúng.",
                Weight.DOUBT,
            )
        )


def _read_parts(passages: tuple[Passage, ...], places: list[int], article: Article) -> None:
    for place in places:
        kind = _kind(passages[place].text)
        if kind is PartKind.PROSE and not article.parts:
            article.preamble.append(place)
        elif article.parts and (article.parts[-1].kind is kind or kind is PartKind.PROSE):
            article.parts[-1].passages.append(place)
        else:
            article.parts.append(Part(None, [place], kind=kind))


def _kind(text: str) -> PartKind:
    key = search_key(text)
    if _PLAIN.match(key) and not find(text):
        return PartKind.PROSE
    if any(item.certain or item.statement.unit == PERCENT for item in find(text)) or (
        inline_groups(text) and _GOALS.search(key[:200])
    ):
        return PartKind.OBJECTIVES
    return PartKind.TASKS if _TASKS.search(key[:160]) else PartKind.PROSE
