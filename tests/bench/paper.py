"""What a paper costs: the warm renderer beside WeasyPrint called plainly, and the other ways out."""

import os
import subprocess
import sys
import time
from dataclasses import replace

import pytest
import weasyprint

from childlabour.samples.loading import load
from plans.models import Document
from plans.paper.compose import paper_of
from plans.paper.docx import to_docx
from plans.paper.html import to_html
from plans.paper.pdf import VARIANT, to_pdf
from tests.bench.measuring import cpu_ms, tell
from tests.cast import long_plan
from tests.content.writing import row, table
from tests.paper import papers

pytestmark = pytest.mark.django_db


def ways_out(document: Document) -> dict[str, float]:
    paper = paper_of(document)
    html = to_html(paper)
    return {
        "PDF, warm renderer": cpu_ms(lambda: to_pdf(paper)),
        "PDF, plain HTML(string).write_pdf()": cpu_ms(lambda: plainly(html)),
        "Word": cpu_ms(lambda: to_docx(paper)),
        "HTML": cpu_ms(lambda: to_html(paper)),
        "Plan → Paper": cpu_ms(lambda: paper_of(document)),
    }


def plainly(html: str) -> bytes:
    """The same page with its style in it, of the same variant and tags: fonts and style are read anew each time."""
    return weasyprint.HTML(string=html).write_pdf(
        pdf_variant=VARIANT, pdf_tags=True, presentational_hints=True
    )


def test_a_sample(capsys):
    load(people=False)
    document = Document.objects.get(number=192, number_year=2023)
    figures = ways_out(document)
    with capsys.disabled():
        tell(f"One paper: {document}", figures, base="PDF, warm renderer")


def test_a_long_plan(capsys):
    figures = ways_out(long_plan(200))
    with capsys.disabled():
        tell("One paper of 200 targets and 200 tasks", figures, base="PDF, warm renderer")


@pytest.mark.parametrize("rows", [30, 300])
def test_a_table(rows, capsys):
    lines = [row(str(number), "Tập huấn cho cộng tác viên", "Các xã", "30/6/2026") for number in range(rows)]
    paper = papers.commune_draft()
    paper = replace(paper, blocks=(*paper.blocks, table(10, 50, 20, 20), *lines))
    figures = {"PDF": cpu_ms(lambda: to_pdf(paper), 3), "Word": cpu_ms(lambda: to_docx(paper), 3)}
    with capsys.disabled():
        tell(f"One paper with a table of {rows} rows", figures, base="PDF")


def test_the_first_pdf_of_a_process(capsys):
    first = (
        "from tests.paper.papers import district_document as d; from plans.paper.pdf import to_pdf; p = d();"
    )
    timed = "import time; t = time.process_time(); to_pdf(p); print((time.process_time() - t) * 1000)"
    warm = "from plans.paper.warming import warm_up; warm_up(); import gc; gc.freeze();"
    figures = {
        "cold": told(f"import django; django.setup(); {first} {timed}"),
        "warmed": told(f"import django; django.setup(); {first} {warm} {timed}"),
    }
    with capsys.disabled():
        tell("The first PDF of a process, CPU", figures, base="cold")


def told(source: str) -> float:
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "tests.settings"}
    command = [sys.executable, "-c", source]
    return float(subprocess.run(command, check=True, capture_output=True, env=environment).stdout)


def test_the_start_of_a_process(capsys):
    figures = {
        "django.setup()": process_ms("import django; django.setup()"),
        "and WeasyPrint": process_ms("import django; django.setup(); import weasyprint"),
    }
    with capsys.disabled():
        tell("Start of a process, by the clock", figures, base="django.setup()")


def process_ms(source: str) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", source], check=True)
    return (time.perf_counter() - start) * 1000
