"""Sao y, trích sao, sao lục: what must hold, the number, and the pages (NĐ 30/2020, Điều 25–27, Phụ lục I, Phần II).

A copy is printed, signed by hand and sealed. Its pages are those of the issued bytes, never set anew, annexes in files
of their own behind the document; of a paper that was signed by hand they are those of its scan, for only there are
signature and seal.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from childlabour.core.clock import now, today
from childlabour.core.errors import Problem, Refusal
from childlabour.core.steps import Act, Noted
from childlabour.core.vietnamese import short_date
from childlabour.units.models import Unit
from plans.law.belonging import rows_of
from plans.models import AnnexFile, Capacity, CertifiedCopy, CopyForm, Document, Issue, Means, Scan, TakeDown
from plans.paper.certified import block_of
from plans.paper.nd30 import LAYOUT, MILLIMETRE
from plans.signatures.asking import copied_pages, count_of_pages

GAP = 12  # points between the copied words and the rule
_PAGES = re.compile(r"\d{1,4}(?:-\d{1,4})?(?:,\d{1,4}(?:-\d{1,4})?)*")


NOT_KEPT = "Văn bản này không có bản ban hành lưu trên hệ thống nên không sao từ đây được."
SHORTENED = "Bản lưu là bản lược: không còn chữ ký, con dấu. Sao từ bản gốc ở văn thư, lưu trữ."
UNSIGNED = (
    "Bản lưu trên hệ thống không có chữ ký số và con dấu của cơ quan, cũng không có bản quét đã đối chiếu: sao từ bản "
    "gốc ở văn thư, lưu trữ."
)
CHANGED = "Bản lưu của văn bản vừa được thay bằng bản khác: xem lại văn bản rồi lập bản sao."


@dataclass(frozen=True)
class Original:
    """The bytes that bear signature and seal: of one file, or of the document's and those of its annexes."""

    kept_as: type[Issue] | type[Scan]
    document: int
    sha256: str

    @property
    def files(self) -> tuple[bytes, ...]:
        """In the order of the paper; a scan has annexes and all in one. Two queries.

        Raises Refusal when other bytes took their place.
        """
        kept = self.kept_as.objects.filter(document=self.document, sha256=self.sha256)
        pdf = kept.values_list("pdf", flat=True).first()
        if pdf is None:
            raise Refusal(CHANGED)
        annexes = rows_of(AnnexFile, self.document).order_by("place") if self.kept_as is Issue else ()
        return (bytes(pdf), *(annex.current for annex in annexes))


def original_of(document: Document) -> Original:
    """Four queries at most. Raises Refusal when nothing here bears signature and seal."""
    issued = Issue.objects.filter(document=document).values_list("sha256", flat=True).first()
    if issued is None:
        raise Refusal(NOT_KEPT)
    if TakeDown.objects.that_changed_a_paper().filter(document=document).exists():
        raise Refusal(SHORTENED)
    if document.signatures.filter(capacity=Capacity.AGENCY).exclude(means=Means.HAND).exists():
        return Original(Issue, document.pk, issued)
    compared = Scan.objects.filter(document=document, confirmed_at__isnull=False)
    scanned = compared.values_list("sha256", flat=True).first()
    if scanned is None:
        raise Refusal(UNSIGNED)
    return Original(Scan, document.pk, scanned)


def look_at_copy(act: Act) -> Iterator[Problem | Original]:
    """Beforehand, while no number is spent: everything is asked at once, and the pages are made once."""
    original = original_of(act.row)
    faults = [*_faults_of_form(act, original), *_faults_of_day(act)]
    yield from faults
    if not faults:
        _with_block(_copy(act, original, number=1), original)
    yield original


def is_still_to_copy(act: Act) -> Iterator[Problem]:
    """Numbers follow days; whoever else takes one waits for this row of the unit."""
    if original_of(act.row) != act.fact(Original):
        yield Problem(CHANGED)
    Unit.objects.select_for_update(of=("self",)).get(pk=act.row.unit_id)
    last = _last_of(act)
    if last and _day(act) < last.copied_on:
        yield Problem(
            f"Ngày sao không thể trước ngày {short_date(last.copied_on)} của bản sao số {last.code} lập trước đó.",
            "copied_on",
        )


def _faults_of_form(act: Act, original: Original) -> Iterator[Problem]:
    if act["copy_form"] == CopyForm.OF_A_COPY and not _is_a_whole_copy(act):
        yield Problem("Sao lục là sao từ bản sao y: chọn một bản sao y của văn bản này.", "source")
    if act["copy_form"] == CopyForm.EXTRACT:
        yield from _faults_of_pages(str(act["pages"]), sum(map(count_of_pages, original.files)))


def _faults_of_day(act: Act) -> Iterator[Problem]:
    day = _day(act)
    if day > today():
        yield Problem("Ngày sao không thể sau hôm nay.", "copied_on")
    elif act.row.issued_on and day < act.row.issued_on:
        yield Problem("Ngày sao không thể trước ngày của văn bản.", "copied_on")


def _day(act: Act) -> date:
    day: date = act["copied_on"] or today()
    return day


def _last_of(act: Act) -> CertifiedCopy | None:
    """Of the agency's copies of that year."""
    of_the_year = CertifiedCopy.objects.filter(unit=act.row.unit_id, year=_day(act).year)
    return of_the_year.order_by("-number").first()


def _is_a_whole_copy(act: Act) -> bool:
    source = act["source"]
    return source is not None and source.document_id == act.row.pk and source.form == CopyForm.WHOLE


def _faults_of_pages(typed: str, count: int) -> Iterator[Problem]:
    try:
        chosen = pages_in(typed)
    except ValueError:
        yield Problem("Ghi trang được trích: “2”, “1, 3” hoặc “1, 3-4”.", "pages")
        return
    if beyond := [number for number in chosen if not 1 <= number <= count]:
        yield Problem(f"Văn bản có {count} trang, không có trang {beyond[0]}.", "pages")


def pages_in(typed: str) -> list[int]:
    """ "1, 3-4" → [1, 3, 4]. Raises ValueError."""
    text = re.sub(r"\s", "", typed.replace("–", "-"))
    if not _PAGES.fullmatch(text):
        raise ValueError(typed)
    chosen: list[int] = []
    for part in text.split(","):
        first, _, last = part.partition("-")
        if int(last or first) < int(first):
            raise ValueError(typed)
        chosen += range(int(first), int(last or first) + 1)
    return sorted(set(chosen))


def keep_copy(act: Act) -> None:
    """The next number of the agency's copies of the year; the guard holds the row of the unit."""
    last = _last_of(act)
    copy = _copy(act, act.fact(Original), number=(last.number if last else 0) + 1)
    copy.save()
    act.facts = (*act.facts, Noted(f"{CopyForm(copy.form).label.capitalize()} số {copy.code}."))


def _copy(act: Act, original: Original, number: int) -> CertifiedCopy:
    """As it is asked for, not yet on record."""
    unit, day, form = act.row.unit, _day(act), CopyForm(act["copy_form"])
    return CertifiedCopy(
        document=act.row,
        form=form,
        source=act["source"] if form == CopyForm.OF_A_COPY else None,
        unit=unit,
        agency="\n".join(unit.letterhead_lines),
        number=number,
        year=day.year,
        symbol=f"{form}-{unit.symbol}",
        copied_on=day,
        seat=unit.seat,
        pages=act["pages"] if form == CopyForm.EXTRACT else "",
        authority=act["authority"],
        signer=act["copy_signer"],
        recipients=act["recipients"],
        of_sha256=original.sha256,
        made_by=act.officer,
        made_by_name=str(act.officer),
        made_at=now(),
    )


def _pages_kept(copy: CertifiedCopy) -> list[int]:
    try:
        return pages_in(copy.pages)
    except ValueError as fault:  # written past the guard
        raise Refusal(
            f"Trang được sao ghi trong sổ (“{copy.pages}”) không đọc được: lập bản sao khác."
        ) from fault


def pages_of_copy(copy: CertifiedCopy) -> bytes:
    """The copied pages and the block below them, ready to be printed. Six queries, as many more for a copy of a copy.

    Raises Refusal when what was copied is no longer kept.
    """
    original = original_of(copy.document)
    if original.sha256 != copy.of_sha256:
        raise Refusal(f"Bản lưu đã khác bản được sao theo số {copy.code}: lập bản sao mới.")
    return _with_block(copy, original)


def _with_block(copy: CertifiedCopy, original: Original) -> bytes:
    below = (pages_of_copy(copy.source),) if copy.source else original.files
    pages = [number - 1 for number in _pages_kept(copy)] if copy.pages else None
    margin = LAYOUT.margin_bottom_mm * MILLIMETRE
    return copied_pages(below, pages, block_of(copy), margin=margin, gap=GAP)
