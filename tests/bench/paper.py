"""What a paper costs: the warm renderer beside WeasyPrint called plainly, and the other ways out."""

import subprocess
import sys
import time

import pytest
import weasyprint

from childlabour.samples.loading import load
from plans.models import Plan
from plans.paper.compose import paper_of
from plans.paper.docx import to_docx
from plans.paper.html import to_html
from plans.paper.pdf import to_pdf
from tests.bench.measuring import cpu_ms, tell
from tests.cast import long_plan

pytestmark = pytest.mark.django_db


def ways_out(plan: Plan) -> dict[str, float]:
    paper = paper_of(plan)
    html = to_html(paper)
    return {
        "PDF, warm renderer": cpu_ms(lambda: to_pdf(paper)),
        "PDF, plain HTML(string).write_pdf()": cpu_ms(lambda: weasyprint.HTML(string=html).write_pdf()),
        "Word": cpu_ms(lambda: to_docx(paper)),
        "HTML": cpu_ms(lambda: to_html(paper)),
        "Plan → Paper": cpu_ms(lambda: paper_of(plan)),
    }


def test_a_sample(capsys):
    load(people=False)
    plan = Plan.objects.get(number=192, number_year=2023)
    figures = ways_out(plan)
    with capsys.disabled():
        tell(f"One paper: {plan}", figures, base="PDF, warm renderer")


def test_a_long_plan(capsys):
    figures = ways_out(long_plan(200))
    with capsys.disabled():
        tell("One paper of 200 targets and 200 tasks", figures, base="PDF, warm renderer")


def test_the_first_pdf_of_a_process(capsys):
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
