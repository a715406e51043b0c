"""What a screen reader is told of each kind of paper (PDF/A-3u with tags)."""

import io
from dataclasses import replace
from pathlib import Path

import pdfplumber
import pypdfium2
import pytest
from pdfminer.pdftypes import resolve1

from childlabour.core.vietnamese import roman
from plans.law.blocks import BlockType
from plans.paper.apart import annex_papers
from plans.paper.compose import paper_of
from plans.paper.document import Paper
from plans.paper.pdf import annex_to_pdf, to_pdf
from plans.paper.setting import Text
from plans.paper.sheet import sheet_of
from plans.reading import read
from plans.reading.review.saving import save
from tests.paper import papers
from tests.paper.tags import Tag, marked_on_pages, tree_of
from tests.paper.test_sample_papers import NAMES, with_annexes_made_from_marks

HEADINGS = ("H1", "H2", "H3")
TEXTS = sorted((Path(__file__).parents[3] / "shared" / "samples").rglob("*.txt"))  # as offices wrote them


def assert_every_mark_is_a_tag_or_an_artefact(pdf: bytes, tree: Tag) -> None:
    drawn = marked_on_pages(pdf)
    tagged = sum(len(tag.says) for tag in tree.all())
    assert tagged == sum(number is not None for _, number in drawn)
    assert {name for name, number in drawn if number is None} <= {"Artifact"}


def assert_well_formed(tree: Tag) -> None:
    for made in tree.all("L"):
        assert made.below == {"LI"}
    for item in tree.all("LI"):
        assert item.below <= {"Lbl", "LBody"}
    for made in tree.all("Table"):
        assert made.below <= {"THead", "TBody", "TR"}
        heads = [head.attributes["ID"] for head in made.all("TH")]
        assert all(set(cell.attributes.get("Headers", ())) <= set(heads) for cell in made.all("TD"))
        assert all("Headers" in cell.attributes for cell in made.all("TD"))
    for rows in tree.all("THead", "TBody"):
        assert rows.below == {"TR"}
    for row in tree.all("TR"):
        assert row.below <= {"TH", "TD"}
    for head in tree.all("TH"):
        assert head.attributes["Scope"].name == "Column"


def assert_only_tables_of_the_words_are_tables(tree: Tag, paper: Paper) -> None:
    """The heads, the addressees and the end are none; one that goes on over pages is one, with each cell once."""
    cells = [cell for row in paper.blocks if row.type == BlockType.ROW for cell in row.cells]
    tables = sum(block.type == BlockType.TABLE for block in paper.blocks)
    assert sum(1 for _ in tree.all("Table")) == tables
    assert sum(1 for _ in tree.all("TD", "TH")) == len(cells)


def assert_is_known_by_name(pdf: bytes, paper: Paper) -> None:
    """Language and title, and a bookmark for each heading, in order."""
    sheet = sheet_of(paper)
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        catalog, facts = document.doc.catalog, document.metadata
    assert resolve1(catalog["Lang"]) == b"vi"
    assert resolve1(catalog["ViewerPreferences"])["DisplayDocTitle"] is True
    assert facts["Title"] == sheet.name
    marks = [mark.get_title() for mark in pypdfium2.PdfDocument(pdf).get_toc()]
    headings = [f"{text.marker} {text.text}".strip() for text in sheet.blocks if is_heading(text)]
    assert squeezed("".join(headings)) in squeezed("".join(marks))
    for annex in sheet.annexes:
        assert not annex.label or annex.label in marks


def is_heading(block) -> bool:
    return isinstance(block, Text) and block.tag != "p"


def squeezed(text: str) -> str:
    return "".join(text.split())


def assert_speaks(paper: Paper, pdf: bytes) -> None:
    tree = tree_of(pdf)
    assert_every_mark_is_a_tag_or_an_artefact(pdf, tree)
    assert_well_formed(tree)
    assert_only_tables_of_the_words_are_tables(tree, paper)
    assert_is_known_by_name(pdf, paper)


@pytest.mark.parametrize("name", papers.ALL)
def test_every_kind_of_paper_tells_a_screen_reader_what_it_is(name, pdf_of):
    assert_speaks(papers.ALL[name](), pdf_of(name))


@pytest.mark.parametrize("name", NAMES)
def test_so_does_every_document_of_the_samples(samples, name):
    paper = paper_of(samples[name])
    assert_speaks(paper, to_pdf(paper))


@pytest.mark.parametrize("name", NAMES)
def test_so_do_their_annexes_in_the_document_and_in_files_of_their_own(samples, name):
    paper = with_annexes_made_from_marks(samples[name])
    assert_speaks(paper, to_pdf(paper))
    for number, annex in enumerate(annex_papers(replace(paper, annexes_apart=True)), start=1):
        pdf = annex_to_pdf(annex)
        tree = tree_of(pdf)
        assert_every_mark_is_a_tag_or_an_artefact(pdf, tree)
        assert_well_formed(tree)
        assert_only_tables_of_the_words_are_tables(tree, annex)
        with pdfplumber.open(io.BytesIO(pdf)) as document:
            assert resolve1(document.doc.catalog["Lang"]) == b"vi"
            assert document.metadata["Title"].startswith(f"Phụ lục {roman(number)}")


@pytest.mark.django_db
@pytest.mark.parametrize("file", TEXTS, ids=lambda file: file.stem)
def test_so_does_every_text_that_is_read_and_laid_as_a_draft(office, file):
    paper = paper_of(save(read(file.read_bytes(), "a"), office.lan, office.committee))
    assert_speaks(paper, to_pdf(paper))


@pytest.mark.parametrize(
    ("name", "tables", "headings"),
    [("commune_draft", 0, 11), ("with_annexes", 1, 13), ("with_tables", 2, None), ("official_letter", 0, 0)],
)
def test_only_what_is_a_table_is_tagged_as_one(name, tables, headings, pdf_of):
    tree = tree_of(pdf_of(name))
    assert sum(1 for _ in tree.all("Table")) == tables
    assert all(any(table.all("TH")) or any(table.all("TD")) for table in tree.all("Table"))
    if headings is not None:
        assert sum(1 for _ in tree.all(*HEADINGS)) == headings


def test_dashes_are_items_of_lists(pdf_of):
    assert any(tree_of(pdf_of("commune_draft")).all("LI"))


def test_the_number_of_a_page_is_no_word_of_the_document(pdf_of):
    drawn = marked_on_pages(pdf_of("forty_pages"))
    assert ("Artifact", None) in drawn


def test_the_code_says_what_it_is():
    paper = replace(papers.signing_copy(), verification="https://a.vn/tra-cuu/ABCDEFGH23456789/")
    (figure,) = tree_of(to_pdf(paper)).all("Figure")
    assert figure.attributes["Alt"]
