"""What the holder of a paper is told first: one verdict and three marks, each of what was really looked at. Pure.

"Còn hiệu lực" is said of a plan in its years alone, written here, signed, of an agency that still works, which nothing
here replaces or revokes. Of everything else it is said what is known, and what nobody has checked.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from childlabour.core.vietnamese import short_date
from plans.models import Document, Signature, Status
from plans.signatures.pades.seen import Seen

from .old_papers import OldPaper


@dataclass(frozen=True)
class Mark:
    """`shape` goes with the words, never colour alone: "yes" ✓, "doubt" !, "no" ✕."""

    name: str
    words: str
    shape: str = "yes"
    more: str = ""


@dataclass(frozen=True)
class Attestation:
    tone: str  # "success" | "waiting" | "seal"
    title: str
    words: str


@dataclass(frozen=True)
class Evidence:
    """What was looked at."""

    today: date
    is_whole: bool  # the stored bytes have the hash that was kept at issue
    seen: Sequence[Seen] | None  # digital signatures; None where the stored file could not be looked at now
    by_hand: Sequence[Signature]
    is_shorter: bool = False  # words were taken out of the stored copy
    old_paper: OldPaper | None = None
    heirs: Collection[str] = ()  # who took the place of the issuer


def marks_of(document: Document, evidence: Evidence) -> tuple[Mark, Mark, Mark]:
    """In the register · in force or its period past · signatures."""
    return _registered(document, evidence.old_paper), standing_of(document, evidence.today), _signed(evidence)


def verdict_of(document: Document, evidence: Evidence) -> Attestation:
    """One answer: the worst that is known comes first."""
    if not evidence.is_whole:
        return Attestation("seal", "Tệp lưu không còn nguyên vẹn", f"Xin báo ngay cho {document.unit.name}.")
    standing, signed = standing_of(document, evidence.today), _signed(evidence)
    if signed.shape == "no":
        return Attestation("seal", "Chữ ký không khớp với tệp lưu", f"Xin báo ngay cho {document.unit.name}.")
    if document.is_of_old_times:
        return _verdict_of_old(document, evidence, standing)
    if standing.shape != "yes":
        return _verdict_of_past(document, evidence, standing)
    if signed.shape != "yes":
        words = f"{signed.words}{f': {signed.more}' if signed.more else ''}."
        return Attestation("waiting", "Văn bản có trong sổ, chữ ký chưa xác thực được", words)
    compare = "Đối chiếu với bản giấy đang cầm: số, ngày, trích yếu dưới đây phải giống hệt"
    compare += ", trừ chữ đã lược." if evidence.is_shorter else "."
    return Attestation("success", f"Văn bản thật, {standing.words[:1].lower()}{standing.words[1:]}", compare)


def _verdict_of_old(document: Document, evidence: Evidence, standing: Mark) -> Attestation:
    """Nobody followed it since it was issued, and nobody signed it here."""
    ends = {Status.REPLACED: ", đã được thay thế", Status.REVOKED: ", đã bị thu hồi"}
    told = [evidence.old_paper.words if evidence.old_paper else ""]
    if document.status in ends:
        title = f"Văn bản nhập lại{ends[Status(document.status)]}"
    else:
        title = "Văn bản nhập lại từ bản giấy"
        told.append(f"{standing.words}: {standing.more}." if standing.more else f"{standing.words}.")
    told.append("Hệ thống không xác thực chữ ký của văn bản này.")
    tone = "seal" if document.status == Status.REVOKED else "waiting"
    return Attestation(tone, title, " ".join(filter(None, told)))


def _verdict_of_past(document: Document, evidence: Evidence, standing: Mark) -> Attestation:
    if document.status == Status.REVOKED:
        return Attestation("seal", "Văn bản thật, đã bị thu hồi", "Không còn hiệu lực.")
    if document.status == Status.REPLACED:
        return Attestation("waiting", "Văn bản thật, đã được thay thế", "Không còn hiệu lực; chỉ để tra cứu.")
    if is_past(document, evidence.today):
        words = f"Lập cho {document.period}; nay để tra cứu."
        return Attestation("waiting", "Văn bản thật, kỳ kế hoạch đã hết", words)
    heirs = f"nay là {', '.join(evidence.heirs)}" if evidence.heirs else "chưa ghi cơ quan nào kế thừa"
    words = f"{document.unit.name} {standing.more}; {heirs}: hỏi nơi đó văn bản còn áp dụng hay không."
    return Attestation("waiting", "Văn bản thật, cơ quan ban hành đã kết thúc hoạt động", words)


def _registered(document: Document, old_paper: OldPaper | None) -> Mark:
    """Where it comes from, its number and its day."""
    number = f"số {document.code}" if document.code else "không rõ số"
    day = f"ngày {short_date(document.issued_on)}" if document.issued_on else "không rõ ngày"
    if not document.is_of_old_times:
        return Mark("Sổ văn bản đi", "Có trong sổ", more=f"{number}, {day}")
    compared = old_paper.compared_on if old_paper else None
    by = f"đã đối chiếu ngày {short_date(compared)}" if compared else "chưa đối chiếu với bản quét"
    return Mark("Nguồn", "Nhập lại từ văn bản đã có", "doubt", f"{number}, {day}; không phải bản chính, {by}")


def standing_of(document: Document, today: date) -> Mark:
    """Whether it is in force, as far as that is known here."""
    name, ended = "Hiệu lực", document.unit.valid_to
    if document.status == Status.REVOKED:
        return Mark(name, "Đã bị thu hồi", "no")
    if document.status == Status.REPLACED:
        return Mark(name, "Đã được thay thế", "no")
    if is_past(document, today):
        return Mark(name, "Đã hết kỳ", "doubt", document.period)
    if document.is_of_old_times:
        return Mark(
            name,
            "Chưa rõ hiệu lực",
            "doubt",
            "hệ thống không biết văn bản đã bị thay thế, thu hồi trên giấy hay chưa",
        )
    if ended and ended < today:
        more = f"đã kết thúc hoạt động ngày {short_date(ended)}"
        return Mark(name, "Cơ quan ban hành không còn", "doubt", more)
    if not document.facts.for_years:
        return Mark(name, "Chưa bị thay thế, thu hồi", more="theo sổ của hệ thống đến hôm nay")
    return Mark(name, "Còn hiệu lực", more=f"{document.period}; chưa bị thay thế, thu hồi")


def is_past(document: Document, today: date) -> bool:
    """Whether the years that it is made for are over; what holds for no years of its own does not go past."""
    return document.facts.for_years and document.period_to < today.year


def _signed(evidence: Evidence) -> Mark:
    name, seen = "Chữ ký", evidence.seen
    if evidence.is_shorter:
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
    if evidence.by_hand:
        return Mark(name, "Ký tay, đóng dấu", more="văn thư đã đối chiếu bản quét")
    return Mark(name, "Không kiểm tra được", "doubt", "chữ ký ở trên bản giấy")
