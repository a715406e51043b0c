"""How dear the reading of files is: Word files of 3, 10, 50 and 200 pages and a PDF, beside ten pages."""

import io

import docx

from childlabour.core.vietnamese import _kept_key
from plans.reading import read
from targets.statements import find
from tests.bench.measuring import cpu_ms, tell
from tests.reading.corpus.as_word import word
from tests.reading.corpus.printing import woven
from tests.reading.corpus.upper import DISTRICT

# What the same files cost before keys were kept and PDF asked line by line, in the work of `of_plain_python`.
BEFORE = {"Word, 10 pages": 2.40, "PDF, 4 pages": 0.98}
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
    plain = cpu_ms(of_plain_python)
    with capsys.disabled():
        tell("Reading a file", figures, base="Word, 10 pages")
        for name, before in BEFORE.items():
            print(f"  {figures[name] / plain / before:>7.2f} of what it cost before: {name}")


def _cost(data: bytes) -> float:
    """As a process meets the file for the first time: nothing of it is remembered."""

    def once() -> None:
        find.cache_clear()
        _kept_key.cache_clear()
        read(data)

    return cpu_ms(once, runs=3)


def of_plain_python() -> int:
    """Work that only the machine decides about, as the yardstick between two of them."""
    seen: dict[int, int] = {}
    for number in range(300_000):
        seen[number % 1000] = seen.get(number % 1000, 0) + len(str(number))
    return len(seen)
