"""edXML files as other systems write them, sound and to be spoilt."""

import zipfile
from base64 import b64encode
from io import BytesIO

from plans.edxml.shape import SHA256, Namespace

PDF = b"%PDF-1.7 ke hoach"
SHA1 = "http://www.w3.org/2000/09/xmldsig#sha1"


def encoded(data: bytes) -> str:
    return b64encode(data).decode()


def attachment(
    data: bytes = PDF, name: str = "ke-hoach.pdf", kind: str = "application/pdf", more: str = ""
) -> str:
    return (
        f"<Attachment><ContentId>cid:{name}</ContentId><ContentType>{kind}</ContentType>"
        f"<AttachmentName>{name}</AttachmentName>{more}"
        f"<ContentTransferEncoded>{encoded(data)}</ContentTransferEncoded></Attachment>"
    )


def an_edxml(
    *attachments: str,
    head: str = "",
    namespace: str = Namespace.QCVN_102,
    prolog: str = "",
    manifest: str = "",
) -> bytes:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{prolog}<edXML xmlns="{namespace}"><edXMLEnvelope><edXMLHeader>'
        f"<MessageHeader><From><OrganId>H37</OrganId><OrganName>Sở Y tế Lạng Sơn</OrganName></From>"
        f"<To><OrganName>UBND xã Tân Thành</OrganName></To>"
        f"<Code><CodeNumber>15</CodeNumber><CodeNotation>KH-SYT</CodeNotation></Code>"
        f"<PromulgationInfo><PromulgationDate>2026/01/05</PromulgationDate></PromulgationInfo>"
        f"<DocumentType><TypeName>Kế hoạch</TypeName></DocumentType><Subject>Phòng, chống</Subject>"
        f"<DueDate>2026/06/30</DueDate>{head}</MessageHeader></edXMLHeader>"
        f"<edXMLBody><edXMLManifest>{manifest}</edXMLManifest></edXMLBody></edXMLEnvelope>"
        f"<AttachmentEncoded>{''.join(attachments)}</AttachmentEncoded></edXML>"
    ).encode()


def digest(value: bytes, algorithm: str = SHA256) -> str:
    return (
        f'<DigestMethod xmlns="http://www.w3.org/2000/09/xmldsig#" Algorithm="{algorithm}"/>'
        f'<DigestValue xmlns="http://www.w3.org/2000/09/xmldsig#">{encoded(value)}</DigestValue>'
    )


def zipped(*files: tuple[str, bytes]) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files:
            archive.writestr(name, data)
    return packed.getvalue()
