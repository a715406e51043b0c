"""Sao y, trích sao, sao lục: what must hold, the number, and the pages (NĐ 30/2020, Điều 25–27, Phụ lục I, Phần II).

A copy is printed, signed by hand and sealed. Its pages are those of the issued bytes, never set anew.
"""

import re
from collections.abc import Iterator

from childlabour.core.clock import now, today
from childlabour.core.errors import Problem, Refusal
from childlabour.core.steps import Act, Noted
from childlabour.units.models import Unit
from plans.models import CertifiedCopy, CopyForm, Document, Issue
from plans.paper.certified import block_of
from plans.paper.nd30 import LAYOUT, MILLIMETRE
from plans.signatures.pdf_pages import count_of, with_block_below

GAP = 12  # points between the copied words and the rule
_PAGES = re.compile(r"\d{1,4}(?:-\d{1,4})?(?:,\d{1,4}(?:-\d{1,4})?)*")


def fit_to_copy(act: Act) -> Iterator[Problem]:
    """Everything is asked at once; the hash of what is copied is read under the lock."""
    told, issue = act.told, _issue_of(act.row)
    if issue is None:
        yield Problem("Văn bản này không có bản ban hành lưu trên hệ thống nên không sao từ đây được.")
        return
    if act["copy_form"] == CopyForm.OF_A_COPY and not _is_a_whole_copy(act):
        yield Problem("Sao lục là sao từ bản sao y: chọn một bản sao y của văn bản này.", "source")
    if act["copy_form"] == CopyForm.EXTRACT:
        yield from _faults_of_pages(str(told.get("pages", "")), count_of(bytes(issue.pdf)))
    if act["copied_on"] and act["copied_on"] > today():
        yield Problem("Ngày sao không thể sau hôm nay.", "copied_on")
    elif act["copied_on"] and act.row.issued_on and act["copied_on"] < act.row.issued_on:
        yield Problem("Ngày sao không thể trước ngày của văn bản.", "copied_on")


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
    """The next number of the agency's copies of the year; whoever else takes one waits for this row of the unit."""
    unit = Unit.objects.select_for_update(of=("self",)).get(pk=act.row.unit_id)
    day = act["copied_on"] or today()
    form = CopyForm(act["copy_form"])
    last = CertifiedCopy.objects.filter(unit=unit, year=day.year).order_by("-number").first()
    issue = _issue_of(act.row)
    assert issue, "asked of by the guard"
    copy = CertifiedCopy.objects.create(
        document=act.row,
        form=form,
        source=act["source"] if form == CopyForm.OF_A_COPY else None,
        unit=unit,
        agency="\n".join(unit.letterhead_lines),
        number=(last.number if last else 0) + 1,
        year=day.year,
        symbol=f"{form}-{unit.symbol}",
        copied_on=day,
        seat=unit.seat,
        pages=act["pages"] if form == CopyForm.EXTRACT else "",
        authority=act["authority"],
        signer=act["copy_signer"],
        recipients=act["recipients"],
        of_sha256=issue.sha256,
        made_by=act.officer,
        made_by_name=str(act.officer),
        made_at=now(),
    )
    act.facts = (*act.facts, Noted(f"{form.label.capitalize()} số {copy.code}."))


def _issue_of(document: Document) -> Issue | None:
    return Issue.objects.filter(document=document).first()


def _pages_kept(copy: CertifiedCopy) -> list[int]:
    try:
        return pages_in(copy.pages)
    except ValueError as fault:  # written past the guard
        raise Refusal(
            f"Trang được sao ghi trong sổ (“{copy.pages}”) không đọc được: lập bản sao khác."
        ) from fault


def pages_of_copy(copy: CertifiedCopy) -> bytes:
    """The copied pages and the block below them, ready to be printed. Two queries, one more for a copy of a copy."""
    issue = _issue_of(copy.document)
    if issue is None:
        raise Refusal("Văn bản này không có bản ban hành lưu trên hệ thống nên không sao từ đây được.")
    original = pages_of_copy(copy.source) if copy.source else bytes(issue.pdf)
    pages = [number - 1 for number in _pages_kept(copy)] if copy.pages else range(count_of(original))
    margin = LAYOUT.margin_bottom_mm * MILLIMETRE
    return with_block_below(original, pages, block_of(copy), margin=margin, gap=GAP)
