"""How dear the reading of files is: Word files of 3, 10, 50 and 200 pages and a PDF, beside ten pages."""

import io

import docx

from plans.reading import read
from tests.bench.measuring import cpu_ms, tell
from tests.reading.corpus.as_word import word
from tests.reading.corpus.printing import woven
from tests.reading.corpus.upper import DISTRICT

PARAGRAPHS_A_PAGE = 12  # of two and a half lines each, at size 14


def word_of_pages(pages: int) -> bytes:
    """The district's plan made longer with duties, as an annex of work would."""
    document = docx.Document(io.BytesIO(word(DISTRICT)))
    closing = next(p for p in document.paragraphs if p.text.startswith("Trên đây"))
    for number in range(max(0, pages - 4) * PARAGRAPHS_A_PAGE):
        closing.insert_paragraph_before(
            f"- Rà soát, lập danh sách trẻ em có nguy cơ ở thôn thứ {number % 90 + 1}, hỗ trợ gia đình có hoàn cảnh "
            "khó khăn, vận động các em trở lại trường, báo cáo kết quả hằng tháng về Ủy ban nhân dân xã."
        )
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def test_what_reading_costs(capsys):
    figures = {f"Word, {pages} pages": _cost(word_of_pages(pages)) for pages in (3, 10, 50, 200)}
    figures["PDF, 4 pages"] = _cost(woven(DISTRICT))
    with capsys.disabled():
        tell("Reading a file", figures, base="Word, 10 pages")


def _cost(data: bytes) -> float:
    return cpu_ms(lambda: read(data), runs=3)
