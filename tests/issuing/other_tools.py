"""Signatures as the tools of other makers put them, outside of this system."""

from io import BytesIO

from asn1crypto.x509 import Certificate
from cryptography.hazmat.primitives.serialization import Encoding
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko.sign.timestamps import HTTPTimeStamper
from pyhanko_certvalidator import ValidationContext

from childlabour.core.clock import now
from tests.issuing.certificates import PASS_PHRASE, authority


def signed_without_a_zone(pdf: bytes, held) -> bytes:
    """As some tools sign: the time is that of the table it stands on, and nobody says which."""

    class Tool(signers.PdfSigner):
        def init_signing_session(self, *args, **kwargs):
            session = super().init_signing_session(*args, **kwargs)
            session.system_time = now().replace(tzinfo=None)
            return session

    kind = signers.PdfSignatureMetadata(field_name="Signature1", subfilter=fields.SigSeedSubFilter.PADES)
    tool = Tool(kind, signer=signers.SimpleSigner.load_pkcs12_data(held.file, [], PASS_PHRASE.encode()))
    return tool.sign_pdf(IncrementalPdfFileWriter(BytesIO(pdf))).getvalue()


def only(*names: str) -> fields.FieldMDPSpec:
    """A lock on these fields and no others."""
    return fields.FieldMDPSpec(fields.FieldMDPAction.INCLUDE, fields=list(names))


LOCKS = (
    fields.FieldMDPSpec(fields.FieldMDPAction.ALL),
    fields.FieldMDPSpec(fields.FieldMDPAction.EXCLUDE, fields=["Signature1"]),
)


def certified(pdf: bytes, held, lock: fields.FieldMDPSpec | None = None) -> bytes:
    """Signed as an author certifies: no change, not even another signature, is allowed any more. With `lock` it is
    a signature like any other, after which the fields named there must stay as they are."""
    signer = signers.SimpleSigner.load_pkcs12_data(held.file, [], PASS_PHRASE.encode())
    kind = signers.PdfSignatureMetadata(
        field_name="Signature1",
        certify=lock is None,
        docmdp_permissions=fields.MDPPerm.NO_CHANGES,
        subfilter=fields.SigSeedSubFilter.PADES,
    )
    field = fields.SigFieldSpec("Signature1", field_mdp_spec=lock) if lock else None
    return signers.sign_pdf(
        IncrementalPdfFileWriter(BytesIO(pdf)), kind, signer, new_field_spec=field
    ).getvalue()


def signed_to_last(pdf: bytes, held, address: str, kept) -> bytes:
    trusted = ValidationContext(
        trust_roots=[Certificate.load(authority().certificate.public_bytes(Encoding.DER))], crls=[kept]
    )
    kind = signers.PdfSignatureMetadata(
        field_name="Signature1",
        subfilter=fields.SigSeedSubFilter.PADES,
        validation_context=trusted,
        embed_validation_info=True,
        use_pades_lta=True,
    )
    tool = signers.PdfSigner(
        kind,
        signer=signers.SimpleSigner.load_pkcs12_data(held.file, [], PASS_PHRASE.encode()),
        timestamper=HTTPTimeStamper(address),
    )
    return tool.sign_pdf(IncrementalPdfFileWriter(BytesIO(pdf))).getvalue()
