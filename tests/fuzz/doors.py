"""The doors that foreign bytes come through: sound files for each, and what the worker answers to a spoilt one."""

import json
from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from hashlib import sha256
from io import BytesIO
from random import Random

from cryptography.hazmat.primitives.serialization import Encoding
from django.db import transaction
from openpyxl import Workbook
from PIL import Image, ImageDraw
from pyhanko.pdf_utils.generic import ArrayObject, DictionaryObject, NumberObject, pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers

from childlabour.core.clock import now
from plans.content.asking import content_of
from plans.content.words import words_of_content
from plans.edxml.reading import letter_in
from plans.edxml.shape import Namespace
from plans.reading import as_json, read
from plans.reading.review.deciding import as_proposed
from plans.reading.review.readings import as_data, from_data, reading_of
from plans.reading.review.saving import lay_reading
from plans.reporting.sheets.layout import COLUMNS, FIGURES, PERIOD
from plans.reporting.sheets.reading import cells_of
from plans.signatures import key_files, pdf_files, pictures
from plans.signatures.pades.judging import judged
from plans.signatures.pades.taking_back import looked_at
from tests.cast import an_office
from tests.edxml.letters import PDF, an_edxml, attachment, digest, zipped
from tests.fuzz import mutations
from tests.issuing.certificates import PASS_PHRASE, authority, given_to
from tests.reading.corpus.communes import LONG_ROAD
from tests.reading.corpus.printing import woven


@dataclass(frozen=True)
class Door:
    mutant: Callable[[int], tuple[bytes, str]]  # number → the bytes and the name of a spoilt file
    answer: Callable[[bytes, str], str]  # in a word; raises Refusal


# ── Sound files ─────────────────────────────────────────────────────────────────────────────────


@cache
def handed_out() -> bytes:
    """A paper with an empty form, as ours all have."""
    written, paper = BytesIO(), IncrementalPdfFileWriter(BytesIO(woven(LONG_ROAD)))
    no_fields = paper.add_object(ArrayObject())
    form = DictionaryObject({pdf_name("/Fields"): no_fields, pdf_name("/SigFlags"): NumberObject(3)})
    paper.root[pdf_name("/AcroForm")] = paper.add_object(form)
    paper.update_root()
    paper.write(written)
    return written.getvalue()


@cache
def letters() -> tuple[bytes, ...]:
    """Whole, with a hash that fits, and with a file in a zip of its own."""
    whole = attachment(more=digest(sha256(PDF).digest()))
    packed = attachment(zipped(("ke-hoach.pdf", PDF)), "ke-hoach.zip", "application/zip")
    return an_edxml(whole), an_edxml(whole, packed), an_edxml(packed, namespace=Namespace.GO_VN)


@cache
def workbooks() -> tuple[bytes, ...]:
    """Filled in, and blank."""
    files = []
    for answers in (((3, 4, "có số liệu"), (None, None, "không phát sinh")), ((None, None, None),)):
        book = Workbook()
        book.active.title = FIGURES
        book.active.append([column.title for column in COLUMNS])
        for number, answer in enumerate(answers):
            book.active.append([7, "UBND xã Tân Thành", f"1.{number}", "Tỷ lệ", *answer])
        book.create_sheet(PERIOD).append(["Mã kỳ", "2024"])
        written = BytesIO()
        book.save(written)
        files.append(written.getvalue())
    return tuple(files)


@cache
def signed() -> tuple[bytes, ...]:
    """Not signed, signed, and sealed as well."""
    files = [handed_out()]
    for number, name in enumerate((LONG_ROAD.signer, "Ủy ban nhân dân xã Tân Thành")):
        signer = signers.SimpleSigner.load_pkcs12_data(given_to(name).file, [], PASS_PHRASE.encode())
        kind = signers.PdfSignatureMetadata(
            field_name=f"Chuky{number}", subfilter=fields.SigSeedSubFilter.PADES
        )
        box = fields.SigFieldSpec(kind.field_name, box=(60, 60, 200, 120))
        writer = IncrementalPdfFileWriter(BytesIO(files[-1]))
        files.append(signers.sign_pdf(writer, kind, signer, new_field_spec=box).getvalue())
    return tuple(files)


@cache
def scans() -> tuple[bytes, ...]:
    """In colour, in grey, of two pages; small, so that thousands of them can be tried."""
    files = []
    for mode, count in (("RGB", 1), ("L", 1), ("1", 2)):
        pages = [Image.new(mode, (420, 594), 255) for _ in range(count)]
        written = BytesIO()
        pages[0].save(written, "PDF", resolution=51, save_all=True, append_images=pages[1:])
        files.append(written.getvalue())
    return (*files, handed_out())


@cache
def drawings() -> tuple[bytes, ...]:
    files = []
    for mode in ("RGBA", "LA", "P", "RGB"):
        drawing = Image.new("RGBA", (120, 60), (0, 0, 0, 0))
        ImageDraw.Draw(drawing).ellipse([5, 5, 115, 55], outline="blue", width=4)
        written = BytesIO()
        drawing.convert(mode).save(written, "PNG")
        files.append(written.getvalue())
    return tuple(files)


@cache
def keys() -> tuple[bytes, ...]:
    return (given_to("Vi Văn Hùng").file,)


# ── Answers ─────────────────────────────────────────────────────────────────────────────────────


@cache
def known() -> dict[str, object]:
    root = b64encode(authority().certificate.public_bytes(Encoding.DER)).decode()
    return {"now": now().isoformat(), "held_since": None, "root_files": [root], "list_files": []}


def _read(data: bytes, name: str) -> str:
    as_json(read(data, name))
    return "draft"


def _saved(data: bytes, name: str) -> str:
    """Through the row that waits and everything taken as proposed, to a draft that says the words that were read."""
    reading = from_data(json.loads(json.dumps(as_data(reading_of(read(data, name))))))
    office = an_office()
    with transaction.atomic():
        document = lay_reading(reading, as_proposed(reading), office.lan, office.committee)
        laid = list(words_of_content(content_of(document)))
        transaction.set_rollback(True)
    if laid != list(words_of_content(reading.content)) and reading.content.title:
        raise AssertionError("other words were saved than were read")
    return "draft"


def _verified(data: bytes, name: str) -> str:
    return f"{len(judged(data, known=known(), is_strangers=True))} signatures"


def _letter(data: bytes, name: str) -> str:
    return f"{len(letter_in(data)['files'])} files"


def _cells(data: bytes, name: str) -> str:
    return f"{len(cells_of(data)['rows'])} rows"


def _measured(data: bytes, name: str) -> str:
    count = pdf_files.measured(data, at_most=20)["count"]
    pdf_files.drawn(data, number=0)
    return f"{count} pages"


def _cleaned(data: bytes, name: str) -> str:
    answer = pictures.cleaned(data)
    return answer.get("fault", "clean")


def _taken_back(data: bytes, name: str) -> str:
    answer = looked_at(data, ours=len(handed_out()), may_touch=[], known=known())
    return answer["faults"][0][:60] if answer["faults"] else f"{len(answer['signatures'])} signatures"


def _opened(data: bytes, name: str) -> str:
    key_files.opened(data, pass_phrase=PASS_PHRASE)
    return "opened"


# ── Both ────────────────────────────────────────────────────────────────────────────────────────


def _paper(number: int) -> tuple[bytes, str]:
    name, data = mutations.mutant(number)
    return data, name


def _of(seeds: Callable[[], tuple[bytes, ...]], number: int) -> tuple[bytes, str]:
    chance = Random(number)
    return mutations.spoilt_file(chance.choice(seeds()), chance, seeds()), ""


def _added(number: int) -> tuple[bytes, str]:
    """Ours at the head, as it must be, and something spoilt behind it."""
    chance, ours = Random(number), len(handed_out())
    tails = tuple(file[ours:] for file in signed()[1:])
    return handed_out() + mutations.spoilt_file(chance.choice(tails), chance, tails), ""


DOORS = {
    "reading": Door(_paper, _read),
    "saving": Door(_paper, _saved),
    "verification": Door(partial(_of, signed), _verified),
    "scan": Door(partial(_of, scans), _measured),
    "picture": Door(partial(_of, drawings), _cleaned),
    "taken back": Door(_added, _taken_back),
    "key": Door(partial(_of, keys), _opened),
    "edxml": Door(partial(_of, letters), _letter),
    "figures": Door(partial(_of, workbooks), _cells),
}
