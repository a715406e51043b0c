"""Files of bad will or bad luck: each refused in time, with the reason, and the site lives on."""

import io
import os
import resource
import struct
import time
import zipfile
import zlib
from dataclasses import replace
from pathlib import Path

import pytest
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import copy_into_new_writer

from childlabour.airlock import asking, questions
from plans.reading import Unreadable, read
from plans.reading.asking import read_apart
from plans.reading.review.deciding import as_proposed, decided
from plans.reading.review.readings import reading_of
from plans.reading.sources.refusing import SENTENCES
from tests.airlock import attacks

from .corpus.as_text import pasted
from .corpus.as_word import word
from .corpus.communes import LONG_ROAD
from .corpus.printing import woven

TYPES = b'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def docx(document: bytes, **others: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", TYPES)
        packed.writestr("word/document.xml", document)
        for name, data in others.items():
            packed.writestr(name.replace("__", "/").replace("_dot_", "."), data)
    return file.getvalue()


def wide_pdf(pages: int) -> bytes:
    kids = " ".join("3 0 R" for _ in range(pages))
    parts = [
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n",
        f"2 0 obj<</Type/Pages/Count {pages}/Kids[{kids}]>>endobj\n".encode(),
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj\n",
    ]
    at, body = [], b""
    for part in parts:
        at.append(len(body) + part.find(b" 0 obj") - 1)
        body += part
    table = b"".join(b"%010d 00000 n \n" % offset for offset in at)
    start = len(body)
    return (
        body
        + b"xref\n0 4\n0000000000 65535 f \n"
        + table
        + b"trailer<</Root 1 0 R/Size 4>>\nstartxref\n%d\n%%%%EOF" % start
    )


def nested(depth: int) -> bytes:
    opened = "<w:tbl><w:tr><w:tc>" * depth
    closed = "</w:tc></w:tr></w:tbl>" * depth
    return f"<w:document {W}><w:body>{opened}<w:p><w:r><w:t>x</w:t></w:r></w:p>{closed}</w:body></w:document>".encode()


LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True))
    + f"]><w:document {W}><w:body><w:p><w:r><w:t>&j;</w:t></w:r></w:p></w:body></w:document>"
).encode()
OUTSIDE = (
    f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document {W}><w:body><w:p><w:r>'
    "<w:t>&x;</w:t></w:r></w:p></w:body></w:document>"
).encode()
FLAT = f"<w:document {W}><w:body>".encode() + b" " * 60_000_000 + b"</w:body></w:document>"


def locked_pdf() -> bytes:
    locked = copy_into_new_writer(PdfFileReader(io.BytesIO(woven(LONG_ROAD))))
    locked.encrypt(owner_pass="chu", user_pass="khach")
    file = io.BytesIO()
    locked.write(file)
    return file.getvalue()


def bare_pdf(*objects: bytes) -> bytes:
    """A catalogue, its pages, and what else is numbered from 3 on."""
    parts = (b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1/Kids[3 0 R]>>", *objects)
    body, places = b"%PDF-1.7\n", []
    for number, part in enumerate(parts, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%b\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 %d\n0000000000 65535 f \n%btrailer<</Root 1 0 R/Size %d>>\n"
    return body + end % (len(parts) + 1, table, len(parts) + 1) + b"startxref\n%d\n%%%%EOF" % len(body)


def pressed_twice(letters: int) -> bytes:
    """Five kilobytes on one page that become a gigabyte."""
    once = zlib.compress(b"BT /F 12 Tf 9 9 Td (Ke hoach) Tj ET\n" * letters, 9)
    content = zlib.compress(once, 9)
    facts = b"<</Filter[/FlateDecode/FlateDecode]/Length %d>>stream\n%b\nendstream" % (len(content), content)
    return bare_pdf(b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>", facts)


DRAWS_ITSELF = bare_pdf(
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources 6 0 R>>",
    b"<</Length 6>>stream\n/X Do \nendstream",
    b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources 6 0 R/Length 12>>stream\n/X Do /X Do \nendstream",
    b"<</XObject<</X 5 0 R>>>>",
)


def table_of(rows: int, columns: int) -> bytes:
    row = f"<w:tr>{'<w:tc><w:p><w:r><w:t>ô</w:t></w:r></w:p></w:tc>' * columns}</w:tr>"
    head = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in ("KẾ HOẠCH", "I. MỤC TIÊU"))
    return docx(f"<w:document {W}><w:body>{head}<w:tbl>{row * rows}</w:tbl></w:body></w:document>".encode())


HOSTILE = {
    "nothing": (b"", "a.docx", "empty"),
    "blanks": (b" \n\t" * 50, "a.txt", "empty"),
    "fifty megabytes": (b"x" * 50_000_000, "a.txt", "too_large"),
    "a bomb": (docx(FLAT), "a.docx", "bomb"),
    "many parts": (docx(b"<x/>", **{f"p{n}": b"" for n in range(5_100)}), "a.docx", "bomb"),
    "laughing entities": (docx(LAUGHS), "a.docx", "entities"),
    "an outside entity": (docx(OUTSIDE), "a.docx", "entities"),
    "tables in tables": (docx(nested(30)), "a.docx", "nested"),
    "tables without end": (docx(nested(400)), "a.docx", "nested"),
    "a macro by name": (word(LONG_ROAD), "a.docm", "macros"),
    "a macro inside": (docx(b"<x/>", word__vbaProject_dot_bin=b"x"), "a.docx", "macros"),
    "a cut Word file": (word(LONG_ROAD)[:9_000], "a.docx", "damaged_word"),
    "Word without its text": (docx(b"<x/>"), "a.docx", "damaged_word"),
    "an encrypted Word file": (OLE + "EncryptedPackage".encode("utf-16-le"), "a.docx", "encrypted"),
    "an old workbook": (OLE + "Workbook".encode("utf-16-le"), "a.doc", "spreadsheet"),
    "a broken .doc": (OLE + "WordDocument".encode("utf-16-le"), "a.doc", "damaged_old_word"),
    "two thousand pages": (wide_pdf(2_000), "a.pdf", "too_many_pages"),
    "a bomb of a PDF": (attacks.exploding_scan(), "a.pdf", "pressed_pdf"),
    "a PDF pressed twice": (pressed_twice(1_000_000), "a.pdf", "pressed_pdf"),
    "an exploding table of places": (attacks.exploding_table_of_places(), "a.pdf", "pressed_pdf"),
    "200 × 200 cells": (table_of(200, 200), "a.docx", "too_many_cells"),
    "pages in a circle": (bare_pdf(b"<</Type/Pages/Count 3/Kids[2 0 R 3 0 R]>>"), "a.pdf", "damaged_pdf"),
    "a scan": (wide_pdf(3), "a.pdf", "scan"),
    "a cut PDF": (b"%PDF-1.7\n1 0 obj<<", "a.pdf", "damaged_pdf"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + b"\0" * 99, "ke hoach.docx", "picture"),
    "a gzip file": (b"\x1f\x8b" + zlib.compress(b"x" * 99), "ke hoach.docx", "archive"),
    "rich text": (b"{\\rtf1 x}", "a.doc", "other_document"),
    "bytes of nothing": (struct.pack("<300I", *range(1, 301)), "a.txt", "unknown_type"),
    "old fonts": (
        "KÕ ho¹ch phßng ngõa trÎ em lao ®éng tr¸i quy ®Þnh n¨m".encode("cp1252"),
        "a.txt",
        "old_encoding",
    ),
    "a contract": ("HỢP ĐỒNG LAO ĐỘNG\nBên A thuê bên B làm việc.".encode(), "a.txt", "other_kind"),
    "a recipe": (("Phở bò nấu trong tám giờ với quế, hồi và gừng. " * 20).encode(), "a.txt", "not_a_plan"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_refused_with_its_reason_and_in_time(name: str):
    data, file, reason = HOSTILE[name]
    before, peak = time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(Unreadable) as refused:
        read(data, file)
    assert refused.value.reason == reason
    assert str(refused.value) == SENTENCES[reason]
    assert time.process_time() - before < 5
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - peak < 400_000  # kB


@pytest.mark.parametrize(
    "name", ["a bomb", "laughing entities", "two thousand pages", "a cut PDF", "a recipe"]
)
def test_the_reader_in_its_own_process_says_the_same(name: str):
    data, file, reason = HOSTILE[name]
    with pytest.raises(Unreadable) as refused:
        read_apart(data, file)
    assert refused.value.reason == reason


def test_a_page_that_draws_itself_ends_for_want_of_memory_and_says_so():
    """Never "dừng đột ngột": a library in C++ that gets no more memory ends its process by itself."""
    with pytest.raises(Unreadable) as refused:
        read_apart(DRAWS_ITSELF, "a.pdf")
    assert refused.value.reason in ("too_heavy", "too_slow")


def test_a_large_table_that_cannot_be_saved_says_so_on_the_page_of_the_review():
    doubts = reading_of(read(table_of(2_600, 1), "a.docx")).doubts
    assert any("tách phần chi tiết thành văn bản khác" in doubt.message for doubt in doubts)


@pytest.mark.parametrize("made", [word, lambda paper: pasted(paper).encode()], ids=["word", "pasted"])
def test_marks_of_direction_are_named_whatever_the_file(made):
    turned = replace(LONG_ROAD, title=LONG_ROAD.title.replace("trẻ em", "\u202eme ẻrt\u202c"))
    assert any("đảo chiều chữ" in doubt.message for doubt in reading_of(read(made(turned), "a")).doubts)
    assert not any("đảo chiều" in doubt.message for doubt in reading_of(read(made(LONG_ROAD), "a")).doubts)


def test_marks_of_direction_and_full_width_figures_are_read_or_named():
    text = pasted(LONG_ROAD).replace("trẻ em", "\u202etrẻ\u202c em").replace("85%", "８５％")
    reading = reading_of(read(text.encode(), "a.txt"))
    assert not set(reading.content.title) & {"\u202e", "\u202c"}
    assert any("đảo chiều chữ" in doubt.message for doubt in reading.doubts)
    assert 85 in [mark.statement.value for _, mark in reading.content.targets]
    slip = next(slip for slip in reading.slips if slip.words == "８５％")
    assert slip.suggestion == "85%"
    taken = replace(as_proposed(reading), slips=frozenset({slip.id}))
    assert "85% hộ nghèo" in " ".join(block.text for block in decided(reading, taken).blocks)


def test_the_reader_in_its_own_process_reads_the_same():
    data = word(LONG_ROAD)
    assert read_apart(data, "a.docx") == read(data, "a.docx")


def test_a_reading_that_is_wanted_no_more_ends_with_its_process(monkeypatch):
    monkeypatch.setattr(asking, "LOOK", 0.01)
    readers = []

    def wanted_no_more() -> None:
        readers.extend(forked_readers())
        raise InterruptedError

    with pytest.raises(InterruptedError):
        read_apart(word(LONG_ROAD), "a.docx", wanted_no_more)
    assert readers
    assert not set(readers) & set(forked_readers())


def forked_readers() -> list[str]:
    """Children of our children: a nursery forks its workers."""
    return [reader for nursery in children_of(os.getpid()) for reader in children_of(nursery)]


def children_of(process: int | str) -> list[str]:
    return Path(f"/proc/{process}/task/{process}/children").read_text().split()


def test_a_reading_that_takes_too_long_is_ended_with_its_reason(monkeypatch):
    monkeypatch.setattr(asking, "LOOK", 0.01)
    hasty = replace(questions.QUESTIONS["read_file"], clock=0)
    monkeypatch.setitem(questions.QUESTIONS, "read_file", hasty)
    with pytest.raises(Unreadable) as refused:
        read_apart(word(LONG_ROAD), "a.docx")
    assert refused.value.reason == "too_slow"


def test_a_name_is_never_an_option_or_a_path():
    assert read_apart(word(LONG_ROAD), "../../--pasted").title == LONG_ROAD.title


def test_a_locked_pdf_is_refused():
    with pytest.raises(Unreadable) as refused:
        read(locked_pdf(), "a.pdf")
    assert refused.value.reason == "encrypted"


def test_every_refusal_is_a_vietnamese_sentence_that_says_what_to_do():
    for sentence in SENTENCES.values():
        assert sentence.endswith((".", "…")) and len(sentence) > 40
