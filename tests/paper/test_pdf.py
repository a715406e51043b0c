"""The PDF as a file: archival, self-contained, with the plan's data inside."""

import gc
import io
import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pdfplumber
import pytest
from pdfminer.pdftypes import resolve1

from plans.paper.pdf import Press, to_pdf
from tests.paper import papers


@pytest.fixture
def catalog(pdf_of):
    with pdfplumber.open(io.BytesIO(pdf_of("commune_draft"))) as document:
        yield document.doc.catalog


def test_it_is_pdf_a_3u(pdf_of, catalog):
    metadata = resolve1(catalog["Metadata"]).get_data().decode()
    assert 'part="3"' in metadata or "<pdfaid:part>3<" in metadata
    assert 'conformance="U"' in metadata or "<pdfaid:conformance>U<" in metadata
    assert resolve1(catalog["OutputIntents"][0])["S"].name == "GTS_PDFA1"
    assert pdf_of("commune_draft").startswith(b"%PDF-1.7")


def test_it_says_its_language_and_shows_its_title(catalog):
    metadata = resolve1(catalog["Metadata"]).get_data().decode()
    assert catalog["Lang"] == b"vi"
    assert resolve1(catalog["ViewerPreferences"])["DisplayDocTitle"] is True
    assert "Kế hoạch (dự thảo): Thực hiện Chương trình phòng ngừa" in metadata


def test_fonts_are_embedded_and_only_the_letters_used(pdf_of):
    with pdfplumber.open(io.BytesIO(pdf_of("commune_draft"))) as document:
        fonts = {
            str(ref): resolve1(ref)
            for page in document.pages
            for ref in resolve1(resolve1(page.page_obj.resources)["Font"]).values()
        }
    assert fonts
    for font in fonts.values():
        descriptor = resolve1(resolve1(resolve1(font["DescendantFonts"])[0])["FontDescriptor"])
        assert {"FontFile2", "FontFile3"} & set(descriptor)
        assert descriptor["FontName"].name[6] == "+"
        assert "ToUnicode" in font


def test_the_plans_own_data_are_attached_as_its_source(catalog):
    files = [resolve1(ref) for ref in resolve1(catalog["AF"])]
    assert len(files) == 1
    assert files[0]["AFRelationship"].name == "Source"
    assert files[0]["UF"] == b"ke-hoach-4.json"
    stream = resolve1(files[0]["EF"]["F"])
    assert stream.attrs["Subtype"].name == "application/json"
    assert json.loads(stream.get_data()) == papers.commune_draft().source


def test_a_paper_without_data_has_no_attachment():
    with pdfplumber.open(io.BytesIO(to_pdf(replace(papers.short_letter(), source=None)))) as document:
        assert "AF" not in document.doc.catalog


def test_the_reader_can_jump_to_the_parts(pdf_of):
    with pdfplumber.open(io.BytesIO(pdf_of("with_annexes"))) as document:
        titles = [title for _, title, *_ in document.doc.get_outlines()]
    assert "I. MỤC ĐÍCH, YÊU CẦU" in titles
    assert "Phụ lục II" in titles


def test_four_threads_at_once_print_what_one_prints():
    paper = replace(papers.sixty_lines(), source=None)
    with ThreadPoolExecutor(4) as pool:
        assert len({*pool.map(lambda _: to_pdf(paper), range(4)), to_pdf(paper)}) == 1


def test_nothing_prints_a_warning(caplog):
    to_pdf(papers.with_annexes())
    assert [record.getMessage() for record in caplog.records if record.levelname != "DEBUG"] == []


def test_the_pdf_engine_is_loaded_by_the_first_pdf_and_not_before():
    code = (
        "import sys, django; django.setup();"
        "from plans.paper import docx, html, pdf;"
        "from tests.paper import papers;"
        "html.to_html(papers.short_letter()); docx.to_docx(papers.short_letter());"
        "assert 'weasyprint' not in sys.modules;"
        "pdf.to_pdf(papers.short_letter());"
        "assert 'weasyprint' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def of_a_paper() -> list[str]:
    """Names of what lives that belongs to one paper: boxes, lines set by Pango, the document."""
    rooms = ("weasyprint.formatting_structure", "weasyprint.text.line_break", "weasyprint.document")
    return sorted({type(x).__name__ for x in gc.get_objects() if str(type(x).__module__).startswith(rooms)})


def test_what_pango_lent_is_given_back_before_another_thread_could_do_it(monkeypatch):
    to_pdf(papers.short_letter())  # warm
    gc.disable()
    try:
        to_pdf(papers.with_annexes())
        assert of_a_paper() == []
        assert not gc.isenabled()  # as it was found
        monkeypatch.setattr(Press, "_finish", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            to_pdf(papers.with_annexes())
        assert of_a_paper() == []
    finally:
        gc.enable()
