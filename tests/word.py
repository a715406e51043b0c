"""Prints the exported Word files with LibreOffice (`make check-word`): same words, same page count ±1, same rules.

Not part of `make test`: LibreOffice is half a gigabyte. Every sample, and every kind of paper that the layout
test measures; the decree's rules are measured on what LibreOffice makes of the Word file.
"""

import re
import subprocess
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from plans.paper.compose import paper_of
from plans.paper.document import Paper
from plans.paper.docx import to_docx
from plans.paper.pdf import to_pdf
from plans.paper.sheet import sheet_of
from tests.paper import papers
from tests.paper.rules import check
from tests.sweep.hostile_papers import hostile_paper

# Where a page ends behind a hyphen, the reader puts what comes next, the number of a page, on the same line.
_NUMBER_OF_PAGE = re.compile("(?m)(?:^|(?<=\ufffe))\\d{1,3}\\s*$")
PATIENCE = 300  # seconds for all files of one run
TOGETHER = 25  # hostile papers a run
WORDS_OWN_WAY = {"TORN", "EDGE", "RIVER"}  # Word parts symbols and stretches blanks as it will


@pytest.mark.parametrize("name", papers.ALL)
def test_every_kind_of_paper_prints_alike_from_word(name, tmp_path):
    assert_prints_alike(name, papers.ALL[name](), tmp_path)


def test_every_sample_prints_alike_from_word(samples, tmp_path):
    for name, document in samples.items():
        assert_prints_alike(name, paper_of(document), tmp_path)


@pytest.fixture(scope="module")
def from_word(tmp_path_factory) -> Callable[[int], bytes]:
    """What LibreOffice prints of a hostile paper; it takes longer to start than to print, so it prints many at once."""
    printed: dict[int, bytes] = {}

    def print_of(number: int) -> bytes:
        if number not in printed:
            together = range(number, number + TOGETHER)
            words = [to_docx(as_handed_out(hostile_paper(one))) for one in together]
            folder = tmp_path_factory.mktemp("hostile")
            printed.update(zip(together, printed_by_libreoffice(words, folder), strict=True))
        return printed[number]

    return print_of


@pytest.mark.parametrize("number", range(200))
def test_papers_nobody_would_write_print_alike_from_word(number, from_word):
    """The decree's rules are not asked of LibreOffice's own lines here; a page may end in a table on one side alone, so
    the titles of its columns are counted once.
    """
    pages, words = read_ours(as_handed_out(hostile_paper(number)))
    pages_of_word, words_of_word = read(from_word(number))
    assert set(words_of_word) == set(words)
    assert abs(pages_of_word - pages) <= 1


def assert_prints_alike(name: str, paper: Paper, folder: Path) -> None:
    paper = as_handed_out(paper)
    (theirs,) = printed_by_libreoffice([to_docx(paper)], folder)
    (pages, words), (pages_of_word, words_of_word) = read_ours(paper), read(theirs)
    print(f"{name}: {pages} pages as PDF, {pages_of_word} from Word, {words.total()} words")
    assert words_of_word == words, f"{name}: lost {words - words_of_word}, gained {words_of_word - words}"
    assert abs(pages_of_word - pages) <= 1
    assert [breach for breach in check(theirs, paper) if breach.rule not in WORDS_OWN_WAY] == []


def as_handed_out(paper: Paper) -> Paper:
    """An editable copy bears no code of what was issued."""
    return replace(paper, verification="")


def read_ours(paper: Paper) -> tuple[int, Counter]:
    """A mark that an office wrote for a note LibreOffice prints twice, before the note and where it is called."""
    pages, words = read(to_pdf(paper))
    for foot in sheet_of(paper).feet:
        words.update(2 * re.findall(r"\w+", foot.marker))
    return pages, words


def printed_by_libreoffice(files: list[bytes], folder: Path) -> list[bytes]:
    """The PDFs that LibreOffice makes of Word files; its profile lives in `folder`, so that runs do not meet."""
    named = [folder / f"{number}.docx" for number in range(len(files))]
    for path, file in zip(named, files, strict=True):
        path.write_bytes(file)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, *named]
    subprocess.run(list(map(str, command)), check=True, capture_output=True, timeout=PATIENCE)
    return [path.with_suffix(".pdf").read_bytes() for path in named]


def read(pdf: bytes) -> tuple[int, Counter]:
    """Pages, and how often each word stands on them; page numbers aside."""
    document = pypdfium2.PdfDocument(pdf)
    texts = [page.get_textpage().get_text_range() for page in document]
    document.close()
    words = Counter()
    for text in texts:
        words.update(re.findall(r"\w+", _NUMBER_OF_PAGE.sub("", text)))
    return len(texts), words
