"""A news item that retells a plan: no head, no foot, paragraphs in place of parts. Pure."""

import datetime
import re
from collections import Counter
from dataclasses import dataclass, field

from childlabour.core.vietnamese import search_key
from plans.citing.acts import DATE, NUMBER, day_in, tidy_number
from targets.statements import find

from .marks.groups import inline_groups
from .parts.draft import Finding, Role, SectionKind, Weight
from .parts.outline import Part
from .text.passages import Passage
from .text.words import is_capitals, is_finished

LONG = 180  # characters: a paragraph of a text rather than a caption or a menu
LEAST_WORDS_OF_TITLE = 6
LEAST_HITS = 6  # of the twelve kinds of words below
LEAST_HITS_WITH_TARGETS = 1

_U = "A-ZĐÀ-ÝĂĨŨƠƯẠ-Ỹ"
_DOCUMENT = re.compile(
    rf"(?P<kind>[Kk]ế hoạch|[Cc]ông văn|[Vv]ăn bản|[Qq]uyết định|[Bb]áo cáo)\s+(?:số\s*:?\s*)?(?P<number>{NUMBER})"
    rf"(?:\s*,?\s*(?P<date>{DATE}))?"
)
_ISSUER = re.compile(
    r"(?P<name>(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Sở|Phòng(?!,| chống| ngừa)"
    r"|Ban [Cc]hỉ đạo|Liên đoàn|Hội|Bộ|Tỉnh đoàn"
    r"|Công đoàn)\b"
    r"(?:(?! tổ chức | phối hợp | đề nghị )[^.;:]){0,120}?)\s*,?\s+(?:đã |vừa |mới |có )*(?:ban hành"
    r"|triển khai|xây dựng|phát động)\b"
)
_ISSUED = re.compile(
    rf"[Nn]gày\s*(?P<date>\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{4}}),?\s+(?P<who>[{_U}][^.;:]{{0,120}}?)\s+"
    rf"(?:đã\s+)?ban hành"
)
_SUBJECT = re.compile(
    r"(?:ban hành|triển khai|xây dựng)\s+(?:kế hoạch|Kế hoạch)\s+(?P<title>(?:thực hiện|triển khai|về"
    r"|hành động|phòng)[^.;]{20,300})"
)
_LEVEL = r"(?:huyện|quận|thị xã|thành phố|tỉnh|xã|phường|thị trấn)"
_BARE = re.compile(rf"(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân)\s+(?P<level>{_LEVEL})$")
_TASKS = re.compile(
    r"nhiem vu|giai phap|tang cuong|xay dung va trien khai|huy dong|de thuc hien|noi dung thi dua"
    r"|voi cac noi dung"
    r"|(?:mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi) la\b"
)
_GOALS = re.compile(r"muc tieu|chi tieu")
_PLAN_WORDS = (
    "ke hoach", "muc tieu", "nhiem vu", "chuong trinh|de an", "trien khai", "thuc hien", "chi tieu", "tre em",
    "giai phap", "uy ban nhan dan|ubnd", "phoi hop", "to chuc",
)  # fmt: skip


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
    roles: dict[int, Role] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


def looks_like_plan(passages: tuple[Passage, ...]) -> bool:
    """Enough of the words that no plan, and no news of one, does without; fewer where it sets targets."""
    live = [passage for passage in passages if not passage.left_out]
    text = search_key(" ".join(passage.text for passage in live))
    hits = sum(any(word in text for word in words.split("|")) for words in _PLAN_WORDS)
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


_AIMING = re.compile(r"\b(?:muc tieu|phan dau|chi tieu)\b")


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
        Finding(
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
        article.roles[title] = Role.TITLE
        article.title = passages[title].whole


def _read_document(text: str, article: Article) -> None:
    found = _DOCUMENT.search(text)
    if found:
        number, _, symbol = tidy_number(found["number"]).partition("/")
        article.number, article.symbol = number, symbol
        kind = search_key(found["kind"])
        article.kind = {"ke hoach": "KH", "quyet dinh": "QĐ", "bao cao": "BC"}.get(kind, "CV")
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
    name = re.compile(rf"\b{bare['level']} ((?:[{_U}][^\W\d_]+)(?: [{_U}][^\W\d_]+){{0,3}})")
    seen = Counter(
        found[1] for passage in passages for found in name.finditer(passage.text) if not is_capitals(found[1])
    )
    if seen:
        article.issuer = f"{article.issuer} {seen.most_common(1)[0][0]}"
        article.findings.append(
            Finding(
                "issuer_guessed",
                f"Cơ quan ban hành được suy ra từ trang: “{article.issuer}”. Sửa lại nếu chưa đúng.",
                Weight.DOUBT,
            )
        )


def _read_parts(passages: tuple[Passage, ...], places: list[int], article: Article) -> None:
    for place in places:
        kind = _kind(passages[place].text)
        if kind is SectionKind.PROSE and not article.parts:
            article.preamble.append(place)
        elif article.parts and (article.parts[-1].kind is kind or kind is SectionKind.PROSE):
            article.parts[-1].passages.append(place)
        else:
            article.parts.append(Part(None, [place], kind=kind))


def _kind(text: str) -> SectionKind:
    key = search_key(text)
    if key.startswith(("nham ", "ngay ", "theo do")) and not find(text):
        return SectionKind.PROSE
    if any(item.certain or item.statement.unit == "%" for item in find(text)) or (
        inline_groups(text) and _GOALS.search(key[:200])
    ):
        return SectionKind.OBJECTIVES
    return SectionKind.TASKS if _TASKS.search(key[:160]) else SectionKind.PROSE
