"""What the site asks about files that people brought: scans, pictures, keys, papers kept since they were signed.

What was uploaded stays foreign for ever, so a stored scan is asked about here like one that just came in.
"""

from base64 import b64decode, b64encode
from collections.abc import Sequence
from dataclasses import dataclass

from childlabour.airlock.asking import ask
from childlabour.airlock.carrying import made
from childlabour.airlock.refusing import Unanswered, Why
from childlabour.core.errors import Problem, Refusal

from .key_files import UNOPENED
from .pdf_files import UNOPENABLE, MeasuredPage, ReadPage
from .pictures import NO_PICTURE, OPAQUE, TOO_WIDE

OTHER_PICTURES = (b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"BM", b"RIFF")  # by their first bytes
TOO_HEAVY = "Ảnh lớn hơn 2 MB: thu nhỏ rồi tải lại."
TOO_MUCH_TO_MEASURE = (
    "Kiểm tra bản quét này cần quá nhiều thời gian hoặc bộ nhớ: quét lại ở 200 dpi rồi nộp lại."
)


@dataclass(frozen=True)
class ScannedPages:
    count: int
    pages: tuple[MeasuredPage, ...]  # none when there are too many


def scanned_pages(data: bytes, at_most: int) -> ScannedPages:
    """Raises Refusal when the file cannot be opened or measured. 0.2 s and a few ms a page."""
    try:
        pages: ScannedPages = made(ScannedPages, ask("pages_of_scan", data, {"at_most": at_most}))
    except Unanswered as fault:
        raise _of_scan(fault) from fault
    return pages


def scanned_page(data: bytes, number: int) -> bytes:
    """Page `number` (from 0) as PNG. Raises Refusal when it cannot be drawn."""
    try:
        return b64decode(ask("page_of_scan", data, {"number": number}))
    except Unanswered as fault:
        raise _of_scan(fault) from fault


def count_of_pages(data: bytes) -> int:
    """Raises Refusal when the file cannot be opened."""
    return scanned_pages(data, at_most=0).count


def copied_pages(
    files: Sequence[bytes], pages: Sequence[int] | None, block: bytes, *, margin: float, gap: float
) -> bytes:
    """`plans.signatures.pdf_pages.with_block_below`. Raises Refusal when the pages cannot be put together."""
    first, *further = files
    told = {
        "further": [b64encode(file).decode() for file in further],
        "pages": pages,
        "block": b64encode(block).decode(),
        "margin": margin,
        "gap": gap,
    }
    try:
        return b64decode(ask("pages_copied", first, told))
    except Unanswered as fault:
        raise _of_scan(fault) from fault


def page_of_issued(data: bytes) -> bytes:
    """The first page as PNG, for whoever looks up a paper. Raises Refusal when it cannot be drawn."""
    try:
        return b64decode(ask("page_of_issued", data, {"number": 0}))
    except Unanswered as fault:
        raise _of_scan(fault) from fault


def _of_scan(fault: Unanswered) -> Refusal:
    if fault.why in (Why.TOO_SLOW, Why.TOO_MUCH):
        return Refusal(Problem(TOO_MUCH_TO_MEASURE, "scan"))
    return Refusal(Problem(UNOPENABLE, "scan")) if fault.why in (Why.OTHER_KIND, Why.CRASHED) else fault


def clean_picture(data: bytes, field: str) -> bytes:
    """A PNG with a transparent background, written anew; raises Refusal with the reason why not."""
    try:
        answer = ask("picture", data)
        fault = answer.get("fault", "")
    except Unanswered as hindered:
        if hindered.why == Why.BUSY:
            raise
        fault = _of_picture(hindered.why, data)
    if fault:
        raise Refusal(Problem(fault, field))
    return b64decode(answer["png"])


def _of_picture(why: Why, data: bytes) -> str:
    if why == Why.OTHER_KIND:
        return OPAQUE if data.startswith(OTHER_PICTURES) else NO_PICTURE
    return {Why.TOO_LARGE: TOO_HEAVY, Why.CRASHED: NO_PICTURE}.get(why, TOO_WIDE)


@dataclass(frozen=True)
class OpenedKey:
    key: bytes  # PKCS#8
    certificate: bytes
    chain: tuple[bytes, ...]


def opened_key(file: bytes, pass_phrase: str) -> OpenedKey:
    """Raises Refusal for a wrong pass phrase, a broken file, or one without key or certificate."""
    try:
        answer = ask("key", file, {"pass_phrase": pass_phrase})
    except Unanswered as fault:
        if fault.why == Why.BUSY:
            raise
        raise Refusal(Problem(UNOPENED, "pass_phrase")) from fault
    chain = tuple(b64decode(other) for other in answer["chain"])
    return OpenedKey(b64decode(answer["key"]), b64decode(answer["certificate"]), chain)


@dataclass(frozen=True)
class _ReadPages:
    every: tuple[ReadPage, ...]


def read_pages_in(pdf: bytes) -> list[ReadPage]:
    """What each page says; nothing when the PDF cannot be opened."""
    try:
        return list(made(_ReadPages, {"every": ask("pages_read", pdf)}).every)
    except Unanswered as fault:
        if fault.why == Why.BUSY:
            raise
        return []


def attachments_in(pdf: bytes) -> list[tuple[str, bytes]]:
    """Name and content of each attached file; nothing when the PDF cannot be opened."""
    try:
        return [(name, b64decode(content)) for name, content in ask("attachments", pdf)]
    except Unanswered as fault:
        if fault.why == Why.BUSY:
            raise
        return []
