"""What a screen reader is told of each kind of paper (PDF/A-3u with tags)."""

from dataclasses import replace

import pytest

from plans.paper.pdf import to_pdf
from tests.paper import papers
from tests.paper.tags import marked_on_pages, tree_of

HEADINGS = ("H1", "H2", "H3")


@pytest.fixture(params=papers.ALL)
def pdf(request, pdf_of):
    return pdf_of(request.param)


def test_every_mark_on_a_page_is_a_tag_or_an_artefact(pdf):
    drawn = marked_on_pages(pdf)
    tagged = sum(len(tag.says) for tag in tree_of(pdf).all())
    assert tagged == sum(number is not None for _, number in drawn)
    assert {name for name, number in drawn if number is None} <= {"Artifact"}


def test_lists_and_tables_are_well_formed_and_layout_tables_are_none(pdf):
    tree = tree_of(pdf)
    for made in tree.all("L"):
        assert made.below == {"LI"}
    for item in tree.all("LI"):
        assert item.below <= {"Lbl", "LBody"}
    for made in tree.all("Table"):
        assert made.below <= {"THead", "TBody", "TR"}
    for rows in tree.all("THead", "TBody"):
        assert rows.below == {"TR"}
    for row in tree.all("TR"):
        assert row.below <= {"TH", "TD"}
    for head in tree.all("TH"):
        assert head.attributes["Scope"].name == "Column"


@pytest.mark.parametrize(
    ("name", "tables", "headings"),
    [("commune_draft", 0, 11), ("with_annexes", 1, 13), ("with_tables", 2, None), ("official_letter", 0, 0)],
)
def test_only_what_is_a_table_is_tagged_as_one(name, tables, headings, pdf_of):
    tree = tree_of(pdf_of(name))
    assert min(tables, 1) <= sum(1 for _ in tree.all("Table")) <= tables * 4  # one a page
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
