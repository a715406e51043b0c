"""An issued document as an edXML file: who sends it to whom, what it is, when answers are due, and its files.

Each file stands with its SHA-256 as XML-DSig says it, so that who opens it can tell whether it came whole.
"""

import csv
import hashlib
from base64 import b64encode
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from io import StringIO
from typing import Any

from django.conf import settings
from django.utils.timezone import localtime
from lxml import etree

from childlabour.core.clock import now
from childlabour.core.vietnamese import short_date
from childlabour.units.models import Unit
from plans.law.belonging import to_document
from plans.models import Assignment, Document
from plans.paper.authentic import Authentic, annexes_beside, authentic_bytes, authentic_of, words_of

from .shape import DAY, MOMENT, SHA256, SIGNATURES, TASKS, Namespace

NEW = "0"  # BussinessDocType: a document that was not sent before


@dataclass(frozen=True)
class _File:
    name: str
    description: str
    content_type: str
    data: bytes

    @property
    def content_id(self) -> str:
        return f"cid:{self.name}"


def to_edxml(document: Document, units: Sequence[Unit], namespace: str = Namespace.QCVN_102) -> bytes:
    """`document` issued, with `issue` and `unit__place`; `units` whom it goes to: their tasks, and the first day on
    which one is due. Seven queries.
    """
    given = _given(document, units)
    files = list(_files(document, given))
    root = etree.Element(f"{{{namespace}}}edXML", nsmap={"edXML": namespace, "ds": SIGNATURES})

    def add(parent: Any, name: str, text: object = "") -> Any:
        child = etree.SubElement(parent, f"{{{namespace}}}{name}")
        child.text = str(text) or None
        return child

    envelope = add(root, "edXMLEnvelope")
    header = add(envelope, "edXMLHeader")
    _message(add, header, document, units, _due(given))
    _trace(add, header, document)
    manifest = add(add(envelope, "edXMLBody"), "edXMLManifest")
    encoded = add(root, "AttachmentEncoded")
    for file in files:
        _described(add, add(manifest, "Reference"), file)
        attachment = add(encoded, "Attachment")
        _described(add, attachment, file)
        add(attachment, "ContentTransferEncoded", b64encode(file.data).decode("ascii"))
    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return made


def _message(add: Any, header: Any, document: Document, units: Sequence[Unit], due: date | None) -> None:
    message = add(header, "MessageHeader")
    _organ(add, add(message, "From"), document.unit)
    for unit in units:
        _organ(add, add(message, "To"), unit)
    add(message, "DocumentId", _document_id(document))
    code = add(message, "Code")
    add(code, "CodeNumber", document.written_number)
    add(code, "CodeNotation", document.written_symbol)
    promulgation = add(message, "PromulgationInfo")
    add(promulgation, "Place", document.written_seat)
    add(promulgation, "PromulgationDate", _day(document.issued_on))
    kind = add(message, "DocumentType")
    add(kind, "Type", "2")  # 1: of the law; 2: administrative
    add(kind, "TypeName", document.kind_name)
    add(message, "Subject", " ".join(document.title.split()))
    *competence, position = document.signature_lines.splitlines() or [""]
    signer = add(message, "SignerInfo")
    add(signer, "Competence", " ".join(competence))
    add(signer, "Position", position)
    add(signer, "FullName", document.signer)
    if due:
        add(message, "DueDate", _day(due))
    places = add(message, "ToPlaces")
    for line in document.recipients.values_list("text", flat=True):
        add(places, "Place", line)
    add(message, "SteeringType", "1" if due else "0")


def _organ(add: Any, organ: Any, unit: Unit) -> None:
    add(organ, "OrganId", unit.organ_id)
    add(organ, "OrganizationInCharge", unit.superior_letterhead.replace("\n", " "))
    add(organ, "OrganName", unit.name)
    add(organ, "Email", unit.email)


def _trace(add: Any, header: Any, document: Document) -> None:
    traces = add(header, "TraceHeaderList")
    trace = add(traces, "TraceHeader")
    add(trace, "OrganId", document.unit.organ_id)
    add(trace, "Timestamp", localtime(now()).strftime(MOMENT))
    business = add(traces, "Bussiness")  # the regulation spells it so
    add(business, "BussinessDocType", NEW)
    add(
        business,
        "BussinessDocReason",
        f"Văn bản mới, đọc tại {settings.SITE_ADDRESS}{document.get_absolute_url()}",
    )
    add(business, "DocumentId", _document_id(document))
    add(business, "Paper", "0")


def _described(add: Any, parent: Any, file: _File) -> None:
    add(parent, "ContentId", file.content_id)
    add(parent, "ContentType", file.content_type)
    add(parent, "Description", file.description)
    add(parent, "AttachmentName", file.name)
    digest = etree.SubElement(parent, f"{{{SIGNATURES}}}DigestMethod")
    digest.set("Algorithm", SHA256)
    value = etree.SubElement(parent, f"{{{SIGNATURES}}}DigestValue")
    value.text = b64encode(hashlib.sha256(file.data).digest()).decode("ascii")


def _files(document: Document, given: list[Assignment]) -> Iterable[_File]:
    pdf = "application/pdf"
    if authentic_of(document) == Authentic.SCAN:
        yield _File(f"{document.slug}-ban-quet.pdf", words_of(document), pdf, authentic_bytes(document))
        yield _File(f"{document.slug}.pdf", "Bản điện tử của hệ thống", pdf, bytes(document.issue.pdf))
    else:
        yield _File(
            f"{document.slug}.pdf", words_of(document) or "Bản điện tử", pdf, bytes(document.issue.pdf)
        )
    for annex in annexes_beside(document):
        yield _File(annex.name, annex.label, pdf, annex.pdf)
    if given:
        yield _File(f"{document.slug}-nhiem-vu.csv", TASKS, "text/csv", _listed(given))


def _given(document: Document, units: Sequence[Unit]) -> list[Assignment]:
    rows = Assignment.objects.as_printed().filter(**{to_document(Assignment): document}, unit__in=units)
    return list(
        rows.select_related("task__block", "unit").order_by("unit__place__path", "unit", "task__block__place")
    )


def _due(given: list[Assignment]) -> date | None:
    return min((one.original_due for one in given if one.original_due), default=None)


def _listed(given: list[Assignment]) -> bytes:
    text = StringIO()
    table = csv.writer(text)
    table.writerow(["Đơn vị", "Vai trò", "Nhiệm vụ", "Thời hạn", "Sản phẩm"])
    for one in given:
        due = short_date(one.original_due) if one.original_due else one.task.due_text
        table.writerow([one.unit.name, one.get_role_display(), one.task.name, due, one.task.product])
    return text.getvalue().encode("utf-8-sig")


def _document_id(document: Document) -> str:
    return f"{document.unit.organ_id},{_day(document.issued_on)},{document.code}"


def _day(day: date | None) -> str:
    return day.strftime(DAY) if day else ""
