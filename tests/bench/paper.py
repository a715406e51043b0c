"""What a paper costs: `python -m tests.bench.paper`. Ratios, because machines differ; nothing is asserted.

CPU time of this process, the median of several runs, on a plan of three pages unless said otherwise.
"""

import os
import time
from collections.abc import Callable
from statistics import median

import django

from tests.paper import papers

RUNS = 9


def cost(work: Callable[[], object], runs: int = RUNS) -> float:
    """CPU seconds of one run of `work`: the median."""
    spent = []
    for _ in range(runs):
        start = time.process_time()
        work()
        spent.append(time.process_time() - start)
    return median(spent)


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "childlabour.settings")
    django.setup()
    from plans.paper.docx import to_docx
    from plans.paper.html import to_html
    from plans.paper.pdf import to_pdf

    plan, long, tables = papers.district_plan(), papers.forty_pages(), papers.with_annexes()
    cold = cost(lambda: to_pdf(plan), runs=1)

    import weasyprint  # after the cold run, which pays for it

    warm = cost(lambda: to_pdf(plan))
    plain = cost(lambda: weasyprint.HTML(string=to_html(plan)).write_pdf())
    screen, word = cost(lambda: to_html(plan)), cost(lambda: to_docx(plan))
    forty = cost(lambda: to_pdf(long), runs=3)
    annexed = cost(lambda: to_pdf(tables), runs=3)
    pages = {name: _pages(to_pdf(paper)) for name, paper in (("plan", plan), ("long", long))}

    print("Văn bản giấy (thời gian CPU, so với một bản PDF khi máy in đã nóng)")
    for what, spent in (
        ("PDF, máy in đã nóng", warm),
        ("PDF bằng HTML(string).write_pdf()", plain),
        ("PDF đầu tiên của tiến trình", cold),
        ("trang màn hình (HTML)", screen),
        ("tệp Word", word),
        ("PDF có hai phụ lục dạng bảng", annexed),
        (f"PDF {pages['long']} trang", forty),
    ):
        print(f"  {what:36} {spent / warm:7.2f} ×   {spent * 1000:7.0f} ms")
    print(f"  tốc độ: {pages['plan'] / warm:.0f} trang/giây (3 trang), {pages['long'] / forty:.0f} trang/giây (dài)")


def _pages(pdf: bytes) -> int:
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    count = len(document)
    document.close()
    return count


if __name__ == "__main__":
    main()
