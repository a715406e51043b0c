"""Annexes in files of their own: the agency signs each, at the top right of its first page, together with the document.

NĐ 30/2020, Phụ lục I, II.8b and III.1đ. The leader signs the document alone: it says what is enclosed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from childlabour.core.clock import now
from childlabour.core.errors import Problem
from childlabour.core.steps import Act
from plans.models import AnnexFile, Capacity, Document, Means
from plans.signatures.keys import Key
from plans.signatures.pades.asking import taken_back
from plans.signatures.pades.making import sign
from plans.signatures.pades.seen import Seen, SeenSignature

from . import appearance, freezing, signing

FIELD = "annexes"  # of the forms that take the files


@dataclass(frozen=True)
class SealedAnnexes:
    """The files that came with a signed document, each held against the annex that it is."""

    files: tuple[tuple[int, bytes], ...]  # by the id of the annex
    seen: tuple[SeenSignature, ...]
    missing: tuple[str, ...]  # names of annexes
    problems: tuple[Problem, ...]


def sealed_by_agency(document: Document, key: Key) -> tuple[bytes, ...]:
    """Each annex with the agency's signature: words, no picture. Half a second each."""
    return tuple(_sealed(document, annex, key) for annex in freezing.annex_files_of(document))


def _sealed(document: Document, annex: AnnexFile, key: Key) -> bytes:
    box = appearance.place_of_annex_signature(bytes(annex.pdf))
    words = appearance.annex_signature_in_words(document.code, now(), box)
    return sign(bytes(annex.pdf), key, signing.FIELD[Capacity.AGENCY], box, words=words)


def looked_at(document: Document, files: Sequence[bytes]) -> SealedAnnexes:
    """Half a second each: asked before the document is locked."""
    waiting = freezing.annex_files_of(document)
    kept: list[tuple[int, bytes]] = []
    seen: list[SeenSignature] = []
    problems: list[Problem] = []
    for number, file in enumerate(files, start=1):
        annex = next((annex for annex in waiting if file.startswith(bytes(annex.pdf))), None)
        if annex is None:
            problems.append(Problem(_is_none(number, files), FIELD))
            continue
        waiting.remove(annex)
        added, faults = _added(document, annex, file)
        problems += faults
        seen += added
        kept.append((annex.pk, file))
    return SealedAnnexes(tuple(kept), tuple(seen), tuple(annex.label for annex in waiting), tuple(problems))


def _is_none(number: int, files: Sequence[bytes]) -> str:
    which = f"Tệp phụ lục thứ {number}" if len(files) > 1 else "Tệp phụ lục"
    return f"{which} không phải tệp hệ thống đã giao, hoặc chọn hai lần: ký đúng tệp phụ lục đã tải về."


def _added(
    document: Document, annex: AnnexFile, file: bytes
) -> tuple[tuple[SeenSignature, ...], list[Problem]]:
    back = taken_back(bytes(annex.pdf), file, ())
    faults = [*back.faults, *(problem.message for problem in _problems(document, back.signatures))]
    if not back.faults and len(back.signatures) != 1:
        faults.append("chỉ cơ quan ký, một chữ ký.")
    if back.covered:
        faults.append(f"chữ ký che chữ (“{back.covered[0]}”): đặt ở góc trên, bên phải trang đầu rồi ký lại.")
    readable = tuple(one for one in back.signatures if isinstance(one, SeenSignature))
    return readable, [Problem(f"{annex.label}: {fault}", FIELD) for fault in faults]


def _problems(document: Document, seen: Sequence[Seen]) -> Iterator[Problem]:
    for one in seen:
        yield from signing.problems_of(document, Capacity.AGENCY, one)


def sealed_with_the_document(act: Act) -> Iterator[Problem]:
    """All of them or none: by the certificate that sealed the document, when it is sealed."""
    annexes, added = act.fact(SealedAnnexes), act.fact(signing.Added)
    yield from annexes.problems
    seals = {seen.certificate_sha256 for capacity, seen in added.signatures if capacity == Capacity.AGENCY}
    if not seals:
        if annexes.files:
            yield Problem(
                "Cơ quan chưa ký văn bản: nộp tệp phụ lục cùng với văn bản có chữ ký cơ quan.", FIELD
            )
        return
    for name in annexes.missing:
        yield Problem(f"Chưa có tệp {name} với chữ ký số của cơ quan: tải lên cùng với văn bản.", FIELD)
    if any(seen.certificate_sha256 not in seals for seen in annexes.seen):
        yield Problem(
            "Phụ lục phải do chính chứng thư đã ký văn bản cho cơ quan ký: ký lại bằng khóa đó.", FIELD
        )


def all_sealed(document: Document) -> Iterator[Problem]:
    """Of a document that is signed by hand nobody signs a file."""
    if document.signatures.filter(capacity=Capacity.AGENCY).exclude(means=Means.HAND).exists():
        for annex in freezing.annex_files_of(document):
            if annex.signed_pdf is None:
                yield Problem(f"Tệp {annex.label} chưa có chữ ký số của cơ quan: ký lại cùng văn bản.")


def keep(act: Act) -> None:
    for pk, file in act.fact(SealedAnnexes).files:
        AnnexFile.objects.filter(pk=pk).update(signed_pdf=file, sha256=freezing.sha256(file))
