"""What a forger does to a signed paper, each in a way of its own. The files open in every reader."""

import re
from datetime import UTC
from io import BytesIO

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, StreamObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import PageObject, copy_into_new_writer

OVER_THE_TEXT = b"1 1 1 rg 60 600 470 120 re f 0 0 0 rg 80 640 400 40 re f"


def _updated(pdf: bytes, change) -> bytes:
    """`pdf` with an incremental update, made by `change(writer)`."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf), strict=False)
    change(writer)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _first_page(writer):
    reference, _resources = writer.find_page_for_modification(0)
    return reference


def drawn_over(pdf: bytes) -> bytes:
    """An update that draws over the text of the first page."""
    return _updated(
        pdf, lambda w: w.add_stream_to_page(0, w.add_object(StreamObject(stream_data=OVER_THE_TEXT)))
    )


def page_rewritten(pdf: bytes) -> bytes:
    """An update that puts other words in place of the first page's content."""

    def change(writer):
        page = _first_page(writer).get_object()
        page["/Contents"] = writer.add_object(StreamObject(stream_data=OVER_THE_TEXT))
        writer.update_container(page)

    return _updated(pdf, change)


def with_hidden_words(pdf: bytes) -> bytes:
    """The first half of a shadow attack, before anybody signs: other words for the page, shown nowhere yet."""
    return _updated(pdf, lambda writer: writer.add_object(StreamObject(stream_data=OVER_THE_TEXT)))


def hidden_words_brought_out(pdf: bytes) -> bytes:
    """The second half, after the signature: nothing is added, the page only points at the hidden words."""
    reader = PdfFileReader(BytesIO(pdf), strict=False)
    added = reader.xrefs.explicit_refs_in_revision(1)
    hidden = next(ref for ref in added if _is_words(reader, ref))

    def change(writer):
        page = _first_page(writer).get_object()
        page["/Contents"] = generic.IndirectObject(hidden.idnum, 0, writer)
        writer.update_container(page)

    return _updated(pdf, change)


def _is_words(reader, ref) -> bool:
    found = reader.get_object(ref)
    return isinstance(found, StreamObject) and found.data == OVER_THE_TEXT


def saved_anew(pdf: bytes) -> bytes:
    """Opened and saved by another program: every object and the table of their places written anew."""
    writer = copy_into_new_writer(PdfFileReader(BytesIO(pdf), strict=False))
    page = writer.root["/Pages"]["/Kids"][0]
    page["/Contents"] = writer.add_object(StreamObject(stream_data=OVER_THE_TEXT))
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def signature_taken_out(pdf: bytes) -> bytes:
    """An update whose form has no fields any more."""

    def change(writer):
        form = writer.root["/AcroForm"]
        form["/Fields"] = ArrayObject()
        writer.update_container(form)

    return _updated(pdf, change)


def last_update_cut_off(pdf: bytes) -> bytes:
    """The file as it was before its last signature."""
    ends = [found.end() for found in re.finditer(rb"%%EOF\s*", pdf)]
    return pdf[: ends[-2]]


def signatures_swapped(pdf: bytes) -> bytes:
    """The leader's signature where the agency's was, and the other way round."""
    first, second = list(re.finditer(rb"/Contents <([0-9a-fA-F]{1000,})>", pdf))[:2]
    return (
        pdf[: first.start(1)]
        + second.group(1)
        + pdf[first.end(1) : second.start(1)]
        + first.group(1)
        + pdf[second.end(1) :]
    )


def noted(pdf: bytes) -> bytes:
    """A note laid over the text."""

    def change(writer):
        note = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Annot"),
                NameObject("/Subtype"): NameObject("/FreeText"),
                NameObject("/Rect"): ArrayObject(map(NumberObject, (60, 600, 530, 720))),
                NameObject("/Contents"): generic.pdf_string("Số: 99/KH-UBND"),
                NameObject("/F"): NumberObject(4),
            }
        )
        writer.register_annotation(_first_page(writer), writer.add_object(note))

    return _updated(pdf, change)


def given_a_script(pdf: bytes) -> bytes:
    """JavaScript that runs when the file is opened."""

    def change(writer):
        writer.root["/OpenAction"] = writer.add_object(_script())
        writer.update_root()

    return _updated(pdf, change)


def _script() -> DictionaryObject:
    return DictionaryObject(
        {
            NameObject("/S"): NameObject("/JavaScript"),
            NameObject("/JS"): generic.pdf_string("app.alert('x')"),
        }
    )


def page_added(pdf: bytes) -> bytes:
    """One page more at the end."""

    def change(writer):
        content = writer.add_object(StreamObject(stream_data=OVER_THE_TEXT))
        writer.insert_page(PageObject(contents=content, media_box=(0, 0, 595, 842)))

    return _updated(pdf, change)


def attachment_replaced(pdf: bytes) -> bytes:
    """Other data in the attached file."""

    def change(writer):
        file = writer.root["/AF"][0]["/EF"].raw_get("/F").get_object()
        file._data, file._encoded_data = b'{"number": "99"}', None
        writer.update_container(file)

    return _updated(pdf, change)


def _field(name: str, appearance, box=(60, 600, 530, 720)) -> DictionaryObject:
    return DictionaryObject(
        {
            NameObject("/FT"): NameObject("/Sig"),
            NameObject("/T"): generic.pdf_string(name),
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject("/Widget"),
            NameObject("/F"): NumberObject(132),
            NameObject("/Rect"): ArrayObject(map(NumberObject, box)),
            NameObject("/AP"): DictionaryObject({NameObject("/N"): appearance}),
        }
    )


def _drawing(writer):
    return writer.add_object(
        StreamObject(
            {
                NameObject("/Type"): NameObject("/XObject"),
                NameObject("/Subtype"): NameObject("/Form"),
                NameObject("/BBox"): ArrayObject(map(NumberObject, (0, 0, 600, 842))),
            },
            stream_data=OVER_THE_TEXT,
        )
    )


def _add_field(writer, field):
    page = _first_page(writer)
    field[NameObject("/P")] = page
    reference = writer.add_object(field)
    writer.register_annotation(page, reference)
    form = writer.root["/AcroForm"]
    form["/Fields"].append(reference)
    writer.update_container(form["/Fields"])


def empty_field_over_the_text(pdf: bytes) -> bytes:
    """A field for one signature more that nobody signs; its picture lies over the text."""
    return _updated(pdf, lambda w: _add_field(w, _field("Signature9", _drawing(w))))


def signature_of_nobody_over_the_text(pdf: bytes, name: str = "Signature9", kind: str = "/Sig") -> bytes:
    """As above, with something in the place of a signature that is none."""

    def change(writer):
        field = _field(name, _drawing(writer))
        signature = {
            "/Type": NameObject(kind),
            "/SubFilter": NameObject("/ETSI.CAdES.detached"),
            "/ByteRange": ArrayObject(map(NumberObject, (0, 10, 20, 10))),
            "/Contents": generic.ByteStringObject(bytes(40)),
        }
        value = DictionaryObject({NameObject(name): said for name, said in signature.items()})
        field[NameObject("/V")] = writer.add_object(value)
        _add_field(writer, field)

    return _updated(pdf, change)


def stamp_of_nobody_over_the_text(pdf: bytes) -> bytes:
    """As above, said to be a time stamp of the whole file, such as archives add."""
    return signature_of_nobody_over_the_text(pdf, kind="/DocTimeStamp")


def field_with_a_script(pdf: bytes) -> bytes:
    """An empty field for a signature, with JavaScript behind it."""

    def change(writer):
        field = _field("Signature9", _drawing(writer), (0, 0, 0, 0))
        field[NameObject("/A")] = _script()
        _add_field(writer, field)

    return _updated(pdf, change)


def other_picture_of_a_signature(pdf: bytes) -> bytes:
    """The leader's own field shows something else, larger, after he has signed."""

    def change(writer):
        field = writer.root["/AcroForm"]["/Fields"][0]
        field["/AP"] = DictionaryObject({NameObject("/N"): _drawing(writer)})
        writer.update_container(field)

    return _updated(pdf, change)


def moved_box_of_a_signature(pdf: bytes) -> bytes:
    def change(writer):
        field = writer.root["/AcroForm"]["/Fields"][0]
        field["/Rect"] = ArrayObject(map(NumberObject, (60, 600, 530, 720)))
        writer.update_container(field)

    return _updated(pdf, change)


def words_after_the_end(pdf: bytes) -> bytes:
    return pdf + b"\n%" + b"x" * 2000 + b"\n"


def title_changed(pdf: bytes) -> bytes:
    """Another title in the file's own description."""

    def change(writer):
        writer.set_info(DictionaryObject({NameObject("/Title"): generic.pdf_string("Kế hoạch khác")}))

    return _updated(pdf, change)


def contents_emptied(pdf: bytes) -> bytes:
    """The signature's own bytes are gone: "no signature, no fault"."""
    found = re.search(rb"/Contents <([0-9a-fA-F]{1000,})>", pdf)
    return pdf[: found.start(1)] + b"0" * len(found.group(1)) + pdf[found.end(1) :]


def range_spoilt(pdf: bytes) -> bytes:
    """The range of bytes that the signature covers is made unreadable."""
    return pdf.replace(b"/ByteRange", b"/BxteRange")


def value_replaced(pdf: bytes) -> bytes:
    """The field points at something that is no signature."""

    def change(writer):
        field = writer.root["/AcroForm"]["/Fields"][0]
        field["/V"] = generic.pdf_string("đã ký")
        writer.update_container(field)

    return _updated(pdf, change)


def one_byte_changed(pdf: bytes) -> bytes:
    changed = bytearray(pdf)
    changed[pdf.index(b"stream", 2000) + 40] ^= 1
    return bytes(changed)


def another_paper_behind(ours: bytes, other: bytes) -> bytes:
    """`ours`, then a whole other paper; its table of places never leads back to `ours`."""
    moved = len(ours)
    writer = copy_into_new_writer(
        PdfFileReader(BytesIO(other), strict=False), writer_kwargs={"stream_xrefs": False}
    )
    out = BytesIO()
    writer.write(out)
    written = out.getvalue()
    table = int(re.search(rb"startxref\s+(\d+)", written).group(1))
    head, tail = written[:table], written[table:]
    tail = re.sub(
        rb"(\d{10}) (\d{5}) n", lambda m: b"%010d %s n" % (int(m.group(1)) + moved, m.group(2)), tail
    )
    tail = re.sub(rb"startxref\s+\d+", b"startxref\n%d" % (table + moved), tail)
    return ours + head + tail


def wrapped(pdf: bytes) -> bytes:
    """Signature wrapping: every signed byte is kept, but the end moves away, and into the gap for the signature
    go other words, a table of places that leads to them, and a copy of the signature that makes up the sum."""
    reader = PdfFileReader(BytesIO(pdf), strict=False)
    signature = reader.embedded_regular_signatures[0]
    _, first, second, rest = signature.byte_range
    revision = signature.signed_revision
    table_at = reader.xrefs.get_startxref_for_revision(revision)
    places = {
        ref.idnum: reader.xrefs.get_historical_ref(ref, revision)
        for ref in reader.xrefs.explicit_refs_in_revision(revision)
    }
    words = reader.root["/Pages"]["/Kids"][0].raw_get("/Contents").idnum
    value = signature.sig_field.raw_get("/V").idnum
    gap = 2 * (table_at - first) + 8000
    hidden = bytearray(b"<00>\n")

    def hide(number: int, body: bytes):
        places[number] = first + len(hidden)
        hidden.extend(b"%d 0 obj\n%s\nendobj\n" % (number, body))

    hide(words, b"<</Length %d>>\nstream\n%s\nendstream" % (len(OVER_THE_TEXT), OVER_THE_TEXT))
    contents = signature.pkcs7_content.rstrip(b"\0").ljust((gap - 2) // 2, b"\0")
    escaped = b"".join(b"\\%03o" % byte if byte in b"()\\\r\n" else bytes([byte]) for byte in contents)
    value_body = (
        b"<</Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /M (D:%s+00'00') "
        b"/ByteRange [0 %d %d %d] /Contents (%s)>>"
    )
    day = signature.self_reported_timestamp.astimezone(UTC).strftime("%Y%m%d%H%M%S").encode()
    later = b"%d 0 obj\n%s\nendobj\n" % (value, value_body % (day, first, first + gap, rest, escaped))
    room = table_at - first - len(hidden)
    table_size = 20 * len(places) + 400
    places[value] = table_at + table_size
    table = b"xref\n" + b"".join(b"%d 1\n%010d 00000 n \n" % place for place in sorted(places.items()))
    table += b"trailer\n<</Size 99 /Root %d 0 R /Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (
        reader.root_ref.idnum,
        reader.xrefs.get_startxref_for_revision(revision - 1),
        table_at,
    )
    filled = bytes(hidden) + b" " * room + table.ljust(table_size) + later
    assert len(filled) <= gap, (len(filled), gap)
    return pdf[:first] + filled.ljust(gap) + pdf[second:]


def loose_bytes_at_the_end(pdf: bytes) -> bytes:
    return pdf + b"\n%" + b"x" * 200 + b"\n"


def last_signature_garbled(pdf: bytes) -> bytes:
    """The last signature is still a signature in form; its number is another."""
    found = list(re.finditer(rb"/Contents <([0-9a-fA-F]{1000,})>", pdf))[-1]
    digits = found.group(1).rstrip(b"0")
    changed = digits[:-40] + b"0123456789abcdef" + digits[-24:]
    return pdf[: found.start(1)] + changed.ljust(len(found.group(1)), b"0") + pdf[found.end(1) :]
