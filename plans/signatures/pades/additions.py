"""Whether what was added to a file is signatures and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any

from .tools import entry, tools

if TYPE_CHECKING:  # loaded late: see tools
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
    from pyhanko.sign.validation.status import PdfSignatureStatus

REPLACED = (
    "Tệp nhận về không phải bản đã giao đi: nội dung bị thay đổi hoặc đã được lưu lại bằng phần mềm khác. "
    "Tải lại bản trình ký và ký đúng tệp đó."
)
CHANGED = "Ngoài chữ ký, tệp còn bị thay đổi chỗ khác: chỉ nhận bản trình ký có thêm chữ ký số."
UNREADABLE_ADDED = "Phần thêm vào tệp không đọc được: ký lại bản trình ký."
ACTIONS = ("/A", "/AA")  # scripts and links that start with a click, or by themselves


def faults_of_added(ours: bytes, theirs: bytes) -> list[str]:
    """Why `theirs`, which begins with `ours`, is not that with signatures added and nothing else; empty when it is."""
    try:
        before = tools().reader.PdfFileReader(BytesIO(ours), strict=False)
        after = tools().reader.PdfFileReader(BytesIO(theirs), strict=False)
        return list(_said(before, after, theirs))
    except Exception:  # a spoilt file can break any assumption of a parser
        return [UNREADABLE_ADDED]


def _said(before: PdfFileReader, after: PdfFileReader, theirs: bytes) -> Iterator[str]:
    if not _goes_on_from(before, after):
        yield REPLACED
        return
    last = before.xrefs.total_revisions - 1
    review = tools().diff_analysis.DEFAULT_DIFF_POLICY.review_file(after, last)
    if (
        isinstance(review, tools().diff_analysis.SuspiciousModification)
        or review.modification_level > tools().diff_analysis.ModificationLevel.FORM_FILLING
        or _acts(after, last)
        or _is_retitled(after, last)
    ):
        yield CHANGED
    if _unsigned_since(after, last):
        yield "Tệp có thêm ô chữ ký chưa ai ký: ký lại bản trình ký, không để ô trống."
    if "/Perms" in after.root and "/Perms" not in before.root:
        yield "Chữ ký thuộc kiểu chứng nhận (certify), khóa cả văn bản: chọn kiểu ký thông thường rồi ký lại."
    if not theirs.rstrip().endswith(b"%%EOF"):
        yield "Sau chữ ký cuối, tệp còn bị nối thêm: tải lên đúng tệp mà công cụ ký đã lưu."


def _goes_on_from(before: PdfFileReader, after: PdfFileReader) -> bool:
    """The later file leads back, update by update, to the places where the earlier one keeps its objects.

    Bytes of ours at the head of a file say nothing when its own table of places never leads to them.
    """
    return all(
        after.xrefs.get_startxref_for_revision(number) == before.xrefs.get_startxref_for_revision(number)
        for number in range(before.xrefs.total_revisions)
    )


def is_whole(pdf: bytes, signature: EmbeddedPdfSignature, status: PdfSignatureStatus) -> bool:
    """`signature` covers all of the file but itself, or only signatures followed."""
    if not _leaves_out_only_itself(pdf, signature):
        return False
    if status.coverage == tools().status.SignatureCoverageLevel.ENTIRE_FILE:
        return True
    level, revision = status.modification_level, signature.signed_revision
    return bool(
        revision < signature.reader.xrefs.total_revisions - 1  # what follows is an update, not loose bytes
        and level is not None
        and level <= tools().diff_analysis.ModificationLevel.FORM_FILLING
        and status.docmdp_ok
        and not _unsigned_since(signature.reader, revision)
        and not _acts(signature.reader, revision)
        and not _is_retitled(signature.reader, revision)
    )


def _leaves_out_only_itself(pdf: bytes, signature: EmbeddedPdfSignature) -> bool:
    """The gap in what is signed holds the signature and not one byte more, so nothing can hide in it."""
    start, end = signature.byte_range[1], signature.byte_range[2]
    gap = pdf[start:end]
    if not (gap.startswith(b"<") and gap.endswith(b">")):
        return False
    held = signature.pkcs7_content
    padding = held[len(tools().cms.ContentInfo.load(held).dump()) :]
    return bytes.fromhex(gap[1:-1].decode("ascii")) == held and not padding.strip(b"\0")


def _unsigned_since(reader: PdfFileReader, revision: int) -> bool:
    """A field for a signature was added later and never signed: its picture can show anything, anywhere."""
    return any(value is None for _name, value, _field in _fields_since(reader, revision))


def _acts(reader: PdfFileReader, revision: int) -> bool:
    """A field for a signature that was added later does more than show a signature."""
    for _name, _value, reference in _fields_since(reader, revision):
        field = reference.get_object()
        parts = [field, *(kid.get_object() for kid in entry(field, "/Kids", ()))]
        if any(action in part for part in parts for action in ACTIONS):
            return True
    return False


def _is_retitled(reader: PdfFileReader, revision: int) -> bool:
    """Signing tools note the day and their own name in a file's description; its title, which readers show above
    the page, is not theirs to change."""
    before = reader.get_historical_resolver(revision)
    return str(before.document_meta_view.title) != str(reader.document_meta_view.title)


def _fields_since(reader: PdfFileReader, revision: int) -> Iterator[tuple[str, Any, Any]]:
    fields = tools().fields.enumerate_sig_fields
    before = {name for name, _value, _field in fields(reader.get_historical_resolver(revision))}
    return (field for field in fields(reader) if field[0] not in before)
