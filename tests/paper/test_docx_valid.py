"""Every Word file keeps the standard to the letter (ISO/IEC 29500): an auditor finds nothing in it."""

import io
import re
import zipfile
from dataclasses import replace

import pytest
from docx.oxml.ns import qn
from docx.shared import Pt
from hypothesis import given, settings
from hypothesis import strategies as st
from openxml_audit import FileFormat, OpenXmlValidator

from childlabour.core import clock
from plans.content.parts import words_alone
from plans.paper import docx_styles as styles
from plans.paper.compose import paper_of
from plans.paper.docx import to_docx
from plans.reading import read
from plans.reading.review.saving import save
from tests.content.making import contents
from tests.content.writing import annex, cell, note, paragraph, row, table
from tests.paper import papers
from tests.paper.test_docx import opened
from tests.paper.test_structure import TEXTS
from tests.sweep.hostile_papers import hostile_paper

MOMENT = "2026-11-28T16:33:23+07:00"


@pytest.fixture
def faults(tmp_path):
    def found(word: bytes) -> list[str]:
        file = tmp_path / "paper.docx"
        file.write_bytes(word)
        return [str(error) for error in OpenXmlValidator(FileFormat.MICROSOFT_365).validate(file).errors]

    return found


@pytest.mark.parametrize("name", papers.ALL)
def test_nothing_is_found_in_any_kind_of_paper(name, faults):
    assert faults(to_docx(papers.ALL[name]())) == []


def test_nothing_is_found_in_the_samples(samples, faults):
    for document in samples.values():
        assert faults(to_docx(paper_of(document))) == []


@pytest.mark.django_db
@pytest.mark.parametrize("file", TEXTS, ids=lambda file: file.stem)
def test_nothing_is_found_in_any_text_that_is_read_and_laid_as_a_draft(office, file, faults):
    document = save(read(file.read_bytes(), "a"), office.lan, office.committee)
    assert faults(to_docx(paper_of(document))) == []


@pytest.mark.parametrize("number", range(0, 220, 10))
def test_nothing_is_found_in_papers_nobody_would_write(number, faults):
    assert faults(to_docx(hostile_paper(number))) == []


@settings(deadline=None, max_examples=15)
@given(contents(), st.booleans())
def test_nothing_is_found_whatever_a_body_holds(tmp_path_factory, content, lying):
    file = tmp_path_factory.mktemp("word") / "paper.docx"
    one, other = annex("Phụ lục I", "Một", key="one"), annex("Phụ lục II", "Hai", key="two")
    blocks = (*words_alone(content.blocks), replace(one, landscape=lying), table(50, 50), row("a", "b"))
    file.write_bytes(to_docx(replace(papers.commune_draft(), blocks=(*blocks, other, paragraph("Hết.")))))
    assert OpenXmlValidator(FileFormat.MICROSOFT_365).validate(file).errors == []


def test_the_auditor_sees_what_offices_met(faults):
    """Twice the numbering of pages in one section, as files once had."""
    good = to_docx(papers.with_annexes())
    spoilt = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(good)) as read, zipfile.ZipFile(spoilt, "w") as written:
        for name in read.namelist():
            data = read.read(name)
            if name == "word/document.xml":
                data = re.sub(rb'(<w:pgNumType w:start="1"/>)', rb"\1\1", data)
            written.writestr(name, data)
    assert faults(spoilt.getvalue())


def test_a_file_holds_only_what_it_uses():
    names = zipfile.ZipFile(io.BytesIO(to_docx(papers.with_tables()))).namelist()
    assert sorted(name for name in names if name.startswith(("word/", "docProps/", "customXml/"))) == [
        *("docProps/app.xml", "docProps/core.xml"),
        *("word/_rels/document.xml.rels", "word/document.xml", "word/fontTable.xml", "word/footnotes.xml"),
        *("word/header1.xml", "word/settings.xml", "word/styles.xml", "word/theme/theme1.xml"),
    ]
    word = opened(papers.with_tables())
    assert {style.name for style in word.styles} == {
        *styles.LOOKS,
        *("Default Paragraph Font", "Normal Table", "No List", "Table Grid"),
    }


@pytest.mark.parametrize(
    "heading", ["Heading 1", "Heading 2", "Heading 3", "Chương, mục", "Trích yếu nội dung"]
)
def test_enter_behind_a_heading_begins_a_paragraph_of_the_text(heading):
    word = opened(papers.district_document())
    assert word.styles[heading].next_paragraph_style.name == "Body Text"


def test_enter_goes_on_with_what_an_office_writes_next():
    all_styles = opened(papers.district_document()).styles
    for style, following in (
        ("Normal", "Body Text"),
        ("Body Text", "Body Text"),
        ("Căn cứ ban hành", "Căn cứ ban hành"),
        ("Nơi nhận", "Danh sách nơi nhận"),
        ("Danh sách nơi nhận", "Danh sách nơi nhận"),
        ("Phụ lục", "Tên phụ lục"),
        ("Tên phụ lục", "Body Text"),
        ("Tên cột", "Nội dung bảng"),
    ):
        assert all_styles[style].next_paragraph_style.name == following, style


def test_annexes_and_chapters_stand_in_the_list_of_headings():
    word = opened(papers.with_annexes())
    for name in ("Phụ lục", "Chương, mục"):
        (rank,) = word.styles[name].element.iter(qn("w:outlineLvl"))
        assert rank.get(qn("w:val")) == "0"


def test_every_style_is_the_offices_and_follows_normal():
    word = opened(papers.district_document())
    assert {
        word.styles[name].base_style.name for name in styles.LOOKS if name not in ("Normal", "Table Grid")
    } == {"Normal"}
    assert word.styles["Normal"].font.size == Pt(14)


def test_the_file_is_in_vietnamese_and_in_todays_word():
    word = opened(papers.district_document())
    (language,) = word.styles.element.iter(qn("w:lang"))
    assert set(language.attrib.values()) == {"vi-VN"}
    settings_of_file = word.settings.element
    assert settings_of_file.find(qn("w:zoom")).get(qn("w:percent")) == "100"
    assert set(settings_of_file.find(qn("w:themeFontLang")).attrib.values()) == {"vi-VN"}
    assert settings_of_file.find(qn("w:decimalSymbol")).get(qn("w:val")) == ","
    (mode,) = settings_of_file.iter(qn("w:compatSetting"))
    assert mode.get(qn("w:val")) == "15"


def test_the_times_are_said_in_utc(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: clock.datetime.fromisoformat(MOMENT))
    core = zipfile.ZipFile(io.BytesIO(to_docx(papers.district_document()))).read("docProps/core.xml").decode()
    assert re.findall(r"W3CDTF\">([^<]+)<", core) == ["2026-11-28T09:33:23Z"] * 2


def test_the_file_says_which_program_wrote_it():
    app = zipfile.ZipFile(io.BytesIO(to_docx(papers.district_document()))).read("docProps/app.xml").decode()
    assert "Microsoft" not in app
    assert "<Application>Kế hoạch trẻ em</Application>" in app


def test_a_file_with_notes_names_the_lines_above_them_and_one_without_names_none():
    def named(paper) -> int:
        return len(list(opened(paper).settings.element.iter(qn("w:footnotePr"))))

    assert (named(papers.with_tables()), named(papers.district_document())) == (1, 0)


def test_cells_that_reach_down_and_rows_that_lack_cells_fill_the_table():
    rows = (
        row(cell("a", down=3), cell("b", across=2), cell("c")),
        row(cell("d", down=2, across=2)),
        row(),
        row("e"),
    )
    paper = replace(
        papers.commune_draft(), blocks=(table(25, 25, 25, 25, head_rows=0), *rows, note("1", "Không gọi."))
    )
    grid = opened(paper).tables[1]
    spans = [
        [
            (int((tc.xpath("./w:tcPr/w:gridSpan/@w:val") or ["1"])[0]), tc.xpath("string(.)"))
            for tc in tr.iterchildren(qn("w:tc"))
        ]
        for tr in grid._tbl.iterchildren(qn("w:tr"))
    ]
    assert [sum(across for across, _ in cells) for cells in spans] == [4, 4, 4, 4]
    assert grid.cell(0, 0)._tc is grid.cell(2, 0)._tc
    assert grid.cell(1, 1)._tc is grid.cell(2, 2)._tc
