"""What the holder of a paper is told first: three marks, each of what was really looked at. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from childlabour.core.vietnamese import short_date
from plans.models import Document, Signature, Status
from plans.signatures.pades.seen import Seen


@dataclass(frozen=True)
class Mark:
    """`shape` goes with the words, never colour alone: "yes" ✓, "doubt" !, "no" ✕."""

    name: str
    words: str
    shape: str = "yes"
    more: str = ""


def marks_of(
    document: Document,
    seen: Sequence[Seen] | None,
    by_hand: Sequence[Signature],
    today: date,
    *,
    is_shorter: bool,
) -> tuple[Mark, Mark, Mark]:
    """In the register · in force or its period past · signatures.

    `seen`: None where the stored file could not be looked at; `is_shorter`: words were taken out of the stored copy.
    """
    return _registered(document), _in_force(document, today), _signed(document, seen, by_hand, is_shorter)


def _registered(document: Document) -> Mark:
    name = "Sổ văn bản đi"
    if document.is_of_old_times:
        return Mark(name, "Nhập lại từ văn bản đã có", "doubt", "không phải bản chính")
    return Mark(name, "Có trong sổ", more=f"số {document.code}" if document.code else "")


def _in_force(document: Document, today: date) -> Mark:
    name = "Hiệu lực"
    if document.status == Status.REVOKED:
        return Mark(name, "Đã bị thu hồi", "no")
    if document.status == Status.REPLACED:
        return Mark(name, "Đã được thay thế", "no")
    if is_past(document, today):
        return Mark(name, "Đã hết kỳ", "doubt", document.period)
    ended = document.unit.valid_to
    more = (
        f"cơ quan ban hành đã kết thúc hoạt động ngày {short_date(ended)}" if ended and ended < today else ""
    )
    return Mark(name, "Còn hiệu lực", "doubt" if more else "yes", more)


def is_past(document: Document, today: date) -> bool:
    """Whether the years that it is made for are over; what holds for no years of its own does not go past."""
    return document.facts.for_years and document.period_to < today.year


def _signed(
    document: Document,
    seen: Sequence[Seen] | None,
    by_hand: Sequence[Signature],
    is_shorter: bool,
) -> Mark:
    name = "Chữ ký"
    if is_shorter:
        return Mark(name, "Ở trên bản gốc", "doubt", "bản đang lưu đã lược một phần")
    if seen is None:
        return Mark(name, "Chưa kiểm tra được", "doubt")
    if seen:
        good = sum(signature.is_good for signature in seen)
        if good == len(seen):
            return Mark(name, "Hợp lệ", more=f"{good} chữ ký số")
        if any(not (signature.intact and signature.whole) for signature in seen):
            return Mark(name, "Đã bị sửa", "no", "xem từng chữ ký bên dưới")
        return Mark(name, "Chưa kiểm tra được đầy đủ", "doubt", "xem từng chữ ký bên dưới")
    if by_hand:
        return Mark(name, "Ký tay", more="văn thư đã đối chiếu bản quét")
    return Mark(name, "Không kiểm tra được", "doubt", "chữ ký ở trên bản giấy")
