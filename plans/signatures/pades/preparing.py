"""A file laid out for one signature more, the signature itself left blank. Runs behind the airlock, without the key."""

from __future__ import annotations

import asyncio
from base64 import b64decode, b64encode
from datetime import datetime
from io import BytesIO
from itertools import chain, count
from typing import TYPE_CHECKING, Any

from childlabour.core.errors import Problem, Refusal
from plans.signatures.pdf_files import Box
from plans.signatures.pictures import opened

from .tools import tools

if TYPE_CHECKING:  # loaded late: see tools
    from pyhanko.pdf_utils.content import PdfContent
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.pdf_utils.writer import BasePdfFileWriter
    from pyhanko.sign.fields import SigFieldSpec
    from pyhanko.sign.signers.pdf_signer import PdfSigner, PdfSigningSession
    from pyhanko.stamp import StaticStampStyle

UNSIGNABLE = "Không thêm được chữ ký vào tệp này: tải lại bản trình ký và ký lại từ đầu."


def prepared(
    data: bytes,
    *,
    field: str,
    box: dict[str, Any] | None,
    image: str,
    words: str,
    certificate: str,
    name: str,
    moment: str,
    room: int,
) -> dict[str, Any]:
    """What is added to `data`, and from where to where of the whole the signature is to stand, with its brackets."""
    try:
        writer = tools().incremental_writer.IncrementalPdfFileWriter(BytesIO(data))
        kind = tools().signers.PdfSignatureMetadata(
            field_name=_free_name(writer, field),
            md_algorithm="sha256",
            subfilter=tools().fields.SigSeedSubFilter.PADES,
            name=name,
        )
        signer = _signer_at(datetime.fromisoformat(moment))(
            kind,
            signer=tools().signers.ExternalSigner(
                tools().asn1.Certificate.load(b64decode(certificate)), None
            ),
            stamp_style=_style(b64decode(image), b64decode(words)),
            new_field_spec=_field(kind.field_name, Box(**box) if box else None),
        )
        laid_out = BytesIO()
        blank, *_ = asyncio.run(
            signer.async_digest_doc_for_signing(writer, bytes_reserved=room, output=laid_out)
        )
    except Exception as fault:  # a spoilt file can break any assumption of a parser
        raise Refusal(Problem(UNSIGNABLE, "file")) from fault
    whole = laid_out.getvalue()
    assert whole.startswith(data), "what was there stays byte for byte"
    return {
        "added": b64encode(whole[len(data) :]).decode(),
        "start": blank.reserved_region_start,
        "end": blank.reserved_region_end,
    }


def _signer_at(moment: datetime) -> type[PdfSigner]:
    class SignerThen(tools().signers.PdfSigner):  # type: ignore[misc] # loaded late
        """Writes the moment it was told, in the project's zone, +07:00, wherever the server stands."""

        def init_signing_session(
            self, pdf_out: BasePdfFileWriter, existing_fields_only: bool = False
        ) -> PdfSigningSession:
            session = super().init_signing_session(pdf_out, existing_fields_only)
            session.system_time = moment
            return session

    return SignerThen


def _style(image: bytes, words: bytes) -> StaticStampStyle | None:
    if image:
        drawn = tools().images.PdfImage(opened(image))
    elif words:
        drawn = _page_of(words)
    else:
        return None
    return tools().stamp.StaticStampStyle(background=drawn, background_opacity=1, border_width=0)


def _page_of(pdf: bytes) -> PdfContent:
    """The first page of a PDF; the library's own takes a name of a file, and here none can be written."""

    class Page(tools().content.PdfContent):  # type: ignore[misc] # loaded late
        def render(self) -> bytes:
            page = self.writer.import_page_as_xobject(tools().reader.PdfFileReader(BytesIO(pdf)))
            self.resources.xobject["/Words"] = page
            left, bottom, right, top = page.get_object()["/BBox"]
            self.box = tools().layout.BoxConstraints(width=abs(right - left), height=abs(top - bottom))
            return b"/Words Do"

    return Page()


def _free_name(writer: IncrementalPdfFileWriter, field: str) -> str:
    """`field`, or with a number behind it where another tool has taken that name."""
    taken = {name for name, _value, _field in tools().fields.enumerate_sig_fields(writer)}
    names = chain([field], (f"{field}{number}" for number in count(2)))
    return next(name for name in names if name not in taken)


def _field(field: str, box: Box | None) -> SigFieldSpec:
    if box is None:
        return tools().fields.SigFieldSpec(field)
    corners = tuple(round(value) for value in (box.left, box.bottom, box.right, box.top))
    return tools().fields.SigFieldSpec(field, on_page=box.page, box=corners)
