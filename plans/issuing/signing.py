"""Signing the copy that was prepared when the number was given: here with a key, or elsewhere and taken back."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from childlabour.core import lengths
from childlabour.core.clock import now
from childlabour.core.errors import Problem
from childlabour.core.vietnamese import short_date
from childlabour.units.models import Officer
from plans.models import Capacity, Document, Signature, SigningCopy
from plans.signatures.certificate_names import names_agency, names_person
from plans.signatures.keys import Key, name_of
from plans.signatures.pades.asking import signatures_in, taken_back
from plans.signatures.pades.making import sign
from plans.signatures.pades.seen import Seen, SeenSignature, Stamp, UnreadableSignature
from plans.signatures.pdf_files import Box

from . import appearance, freezing

FIELD = {Capacity.PERSON: "NguoiKy", Capacity.AGENCY: "CoQuan"}


def order_of(document: Document) -> tuple[Capacity, ...]:
    """Who signs, one after the other: the agency signs what its leader has signed (NĐ 30/2020, Điều 32.2d)."""
    beside = (Capacity.BESIDE,) if document.beside_signer else ()
    return Capacity.PERSON, *beside, Capacity.AGENCY


def name_of_signer(document: Document, capacity: Capacity) -> str:
    """The person who signs in that capacity, as the paper names him."""
    return document.beside_signer if capacity == Capacity.BESIDE else document.signer


@dataclass(frozen=True)
class Added:
    """What a signed file adds to the copy on file."""

    signatures: tuple[tuple[Capacity, SeenSignature], ...]
    problems: tuple[Problem, ...]
    to: str = ""  # sha256 of the copy that it was held against

    @property
    def doubt(self) -> str:
        """Why the seal may not be the agency's; the clerk can lay it to rest (docs/decisions, 12)."""
        return " ".join(seen.doubt for _capacity, seen in self.signatures if seen.doubt)


def signed_by_leader(document: Document, key: Key, image: bytes = b"") -> bytes:
    """The copy of `document` with the leader's signature: blue, between post and name."""
    copy = freezing.copy_to_sign(document)
    box = appearance.place_of_signature(bytes(copy.pdf), freezing.paper_in(copy.snapshot))
    words = b"" if image else _words(key, box, appearance.BLUE)
    return sign(copy.current, key, FIELD[Capacity.PERSON], box, image=image, words=words)


def sealed_by_agency(document: Document, key: Key, image: bytes = b"") -> bytes:
    """The copy with the agency's seal: red, over a third of the leader's signature at its left."""
    copy = freezing.copy_to_sign(document)
    paper = freezing.paper_in(copy.snapshot)
    box = appearance.place_of_seal(appearance.place_of_signature(bytes(copy.pdf), paper))
    words = b"" if image else _words(key, box, appearance.RED)
    return sign(copy.current, key, FIELD[Capacity.AGENCY], box, image=image, words=words)


def _words(key: Key, box: Box, ink: appearance.Ink) -> bytes:
    return appearance.stamp_in_words(name_of(key.certificate), now(), box, ink)


def added_to(document: Document, signed: bytes) -> Added:
    """What `signed` adds to the copy on file, and why it cannot be taken (empty when it can).

    Half a second: asked before the document is locked, so that nobody waits.
    """
    copy = freezing.signing_copy_of(document)
    if copy is None:
        return Added((), (Problem("Văn bản chưa có bản trình ký: cấp số trước."),))
    looked_at = taken_back(copy.current, signed, appearance.touchable(freezing.paper_in(copy.snapshot)))
    if looked_at.faults:
        return Added((), tuple(Problem(fault, "file") for fault in looked_at.faults))
    earlier = list(document.signatures.values_list("capacity", flat=True))
    every = list(looked_at.signatures)
    new = every[len(earlier) :]
    open_capacities = [capacity for capacity in order_of(document) if capacity not in earlier]
    added = tuple(zip(open_capacities, with_doubts(document, new, open_capacities), strict=False))
    problems = [problem for capacity, seen in added for problem in problems_of(document, capacity, seen)]
    if not all(seen.intact and seen.whole for seen in every[: len(earlier)]):
        problems.append(
            Problem("Chữ ký trước đó không còn giá trị trong tệp này: ký lại đúng bản đã giao.", "file")
        )
    if not new:
        problems.append(Problem("Tệp chưa có chữ ký số nào: ký rồi tải lên.", "file"))
    if len(new) > len(open_capacities):
        problems.append(
            Problem("Tệp có nhiều chữ ký hơn cần: chỉ người đứng tên trên văn bản và cơ quan ký.", "file")
        )
    if looked_at.covered:
        problems.append(
            Problem(
                f"Hình của chữ ký che chữ trên văn bản (“{looked_at.covered[0]}”): đặt chữ ký vào khoảng giữa "
                "chức vụ và họ tên người ký rồi ký lại (NĐ 30/2020, Phụ lục I, II.7d).",
                "file",
            )
        )
    readable = ((capacity, seen) for capacity, seen in added if isinstance(seen, SeenSignature))
    return Added(tuple(readable), tuple(problems), freezing.sha256(copy.current))


def problems_of(document: Document, capacity: Capacity, seen: Seen) -> Iterator[Problem]:
    """Why a signature of that capacity cannot be taken."""
    if isinstance(seen, UnreadableSignature):
        yield Problem("Có chữ ký trong tệp không đọc được: ký lại bản trình ký.", "file")
        return
    if not seen.intact or not seen.whole:
        yield Problem(f"Chữ ký của {seen.signer} không khớp với nội dung: ký lại bản trình ký.", "file")
    if seen.in_time is False:
        yield Problem(f"Chứng thư của {seen.signer} không còn hiệu lực lúc ký.", "file")
    if seen.is_revoked and seen.revoked_at:
        yield Problem(
            f"Chứng thư của {seen.signer} đã bị thu hồi ngày {short_date(seen.revoked_at.date())}: "
            "ký bằng chứng thư còn hiệu lực.",
            "file",
        )
    if seen.stamp == Stamp.BROKEN:
        yield Problem(f"Dấu thời gian trong chữ ký của {seen.signer} không khớp: ký lại.", "file")
    if capacity != Capacity.AGENCY:
        yield from _problems_of_person(name_of_signer(document, capacity), seen)
    elif names_person(seen.signer, document.signer):
        yield Problem("Chữ ký cơ quan phải dùng chứng thư của cơ quan, không phải của người ký.", "file")


def _problems_of_person(name: str, seen: SeenSignature) -> Iterator[Problem]:
    if seen.locks:
        yield Problem(
            "Chữ ký khóa văn bản, cơ quan không đóng dấu số được nữa: trong công cụ ký, bỏ chọn khóa văn bản "
            "sau khi ký rồi ký lại.",
            "file",
        )
    if seen.doubt:
        yield Problem(
            f"Chữ ký là của {seen.signer}, còn người ký ghi trên văn bản là {name}: "
            "người đứng tên trên văn bản phải tự ký.",
            "file",
        )


def with_doubts(document: Document, seen: list[Seen], capacities: list[Capacity]) -> list[Seen]:
    """The signatures, each with why its name may not be the one that the paper asks for; "" when it is."""
    asked = [*capacities, *[None] * (len(seen) - len(capacities))]
    return [
        replace(one, doubt=_doubt(document, capacity, one)) if isinstance(one, SeenSignature) else one
        for one, capacity in zip(seen, asked, strict=False)
    ]


def _doubt(document: Document, capacity: Capacity | None, seen: SeenSignature) -> str:
    if capacity in (Capacity.PERSON, Capacity.BESIDE):
        name = name_of_signer(document, capacity)
        is_named = names_person(seen.signer, name)
        return "" if is_named else f"Chứng thư ghi tên {seen.signer}, người ký trên văn bản là {name}."
    if capacity == Capacity.AGENCY and not any(
        names_agency(seen.signer, seen.organisation, name)
        for name in (document.unit.name, document.unit.short_name)
    ):
        said = ", ".join(filter(None, (seen.signer, seen.organisation)))
        return f"Chứng thư ghi tên {said}, cơ quan ban hành là {document.unit.name}."
    return ""


def signatures_on(document: Document, pdf: bytes, held_since: datetime) -> list[Seen]:
    """The signatures on an issued paper, held against the names that it bears; nobody opens one signed by hand."""
    made = list(document.signatures.exclude(means="hand").values_list("capacity", flat=True))
    if not made:
        return []
    return with_doubts(
        document, signatures_in(pdf, held_since=held_since), [Capacity(capacity) for capacity in made]
    )


def is_still_to(document: Document, added: Added) -> bool:
    """Nobody signed or prepared the copy anew since the file was held against it."""
    copy = SigningCopy.objects.filter(document=document).first()
    return copy is not None and freezing.sha256(copy.current) == added.to


def keep(document: Document, signed: bytes, added: Added, means: str, officer: Officer) -> None:
    """Put the signed bytes and who signed on file. The caller holds the transaction and the plan's lock."""
    SigningCopy.objects.filter(document=document).update(signed_pdf=signed)
    for capacity, seen in added.signatures:
        Signature.objects.create(
            document=document,
            capacity=capacity,
            means=means,
            signer=seen.signer[: lengths.FULL_NAME],
            certificate_issuer=seen.issuer[: lengths.ISSUER],
            certificate_sha256=seen.certificate_sha256,
            signed_at=seen.signed_at,
            recorded_by_name=str(officer),
            recorded_at=now(),
        )
