"""Prints the exported Word files with LibreOffice (`make check-word`): same text, same page count ±1.

Not part of `make test`: LibreOffice is half a gigabyte.
"""

import re
import subprocess
from pathlib import Path

import pypdfium2
import pytest

from plans.models import Plan
from plans.paper.compose import paper_of
from plans.paper.docx import to_docx
from plans.paper.pdf import to_pdf
from plans.samples.documents import DOCUMENTS
from plans.samples.loading import load
from tests.cast import long_plan

pytestmark = pytest.mark.django_db


@pytest.fixture
def samples() -> list[Plan]:
    load(people=False)
    return list(Plan.objects.order_by("pk"))


def printed_by_libreoffice(word: bytes, folder: Path) -> bytes:
    """The PDF that LibreOffice makes of a Word file; its profile lives in `folder`, so that runs do not meet."""
    (folder / "paper.docx").write_bytes(word)
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            str(folder / "paper.docx"),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return (folder / "paper.pdf").read_bytes()


def words_and_pages(pdf: bytes) -> tuple[str, int]:
    """All letters in reading order without blanks and page numbers, and how many pages hold them."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()
    bare = [
        re.sub(rf"^\s*{number}\s*$", "", text, count=1, flags=re.M) for number, text in enumerate(pages, 1)
    ]
    return re.sub(r"\s+", "", "".join(bare)), len(pages)


def assert_prints_alike(plan: Plan, folder: Path) -> None:
    paper = paper_of(plan)
    ours, our_pages = words_and_pages(to_pdf(paper))
    theirs, their_pages = words_and_pages(printed_by_libreoffice(to_docx(paper), folder))
    print(f"{plan}: {our_pages} pages as PDF, {their_pages} from Word")
    assert sorted(theirs) == sorted(ours), f"{plan}: the text differs"
    assert abs(their_pages - our_pages) <= 1


def test_every_sample_prints_alike_from_word(samples, tmp_path):
    assert len(samples) == len(DOCUMENTS)
    for place, plan in enumerate(samples):
        folder = tmp_path / str(place)
        folder.mkdir()
        assert_prints_alike(plan, folder)


def test_a_long_plan_prints_alike_from_word(tmp_path):
    assert_prints_alike(long_plan(60), tmp_path)
