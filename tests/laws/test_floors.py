"""The house stands: a room imports only what is below it, nothing goes in circles, nothing hides."""

import os
import subprocess
import sys

import pytest

from tests.laws.imports import HOUSE, Import, Sources, circle, within

# From the ground up; what is not listed under childlabour is the roof, which may import anything.
FLOORS = ("childlabour.core", "childlabour.units", "targets", "plans", "childlabour")
ROOF = ("manage", "tests")

# Module → what it may import inside a function, because loading it is dear and seldom needed.
LATE = {
    "plans.paper.pdf": {"pydyf", "weasyprint"},
    "plans.issuing.pades.tools": {"asn1crypto", "pyhanko", "pyhanko_certvalidator"},
    "plans.issuing.keys": {"pkcs11"},
}
# What takes a star and why: Django's settings can only be continued by taking all of them.
STARS = {("tests.settings", "childlabour.settings")}
# Heavy or telling libraries → the only rooms that may name them.
KEPT_TO = {
    "weasyprint": ("plans.paper.pdf",),
    "docx": ("plans.paper.docx", "plans.paper.docx_parts", "plans.paper.docx_styles", "plans.reading"),
    "segno": ("plans.paper.qr",),
    "pyhanko": ("plans.issuing.pades",),
}
SIGNALS = (
    "django.dispatch",
    "django.db.models.signals",
    "django.core.signals",
    "django.contrib.auth.signals",
    "simple_history.signals",
)
VAGUE = {"utils", "helpers", "common", "manager", "managers", "handler", "handlers", "misc"}


def floor(module: str) -> int | None:
    if within(module, *ROOF):
        return len(FLOORS)
    return next((level for level, name in enumerate(FLOORS) if within(module, name)), None)


def room(module: str) -> str:
    """The part of the house that a module belongs to: `plans.paper`, `targets`, `childlabour.core`."""
    depth = 2 if within(module, "plans", "childlabour") else 1
    return ".".join(module.split(".")[:depth])


def upward(sources: Sources) -> list[str]:
    wrong = []
    for found in sources.imports:
        here, there = floor(found.module), floor(found.target)
        if there is not None and here is not None and there > here:
            wrong.append(str(found))
    return wrong


def circles(sources: Sources) -> list[str]:
    ours = {(found.module, found.target) for found in sources.imports if found.target in sources.trees}
    between_rooms = {(room(start), room(end)) for start, end in ours if not within(start, *ROOF)}
    return circle(ours) + circle(between_rooms)


def late(sources: Sources) -> list[str]:
    def is_allowed(found: Import) -> bool:
        return found.target.split(".")[0] in LATE.get(found.module, ())

    hidden = [str(found) for found in sources.imports if found.late and not is_allowed(found)]
    dynamic = [
        f"{module}:{line} calls {name}"
        for module in sources.trees
        for name, line in sources.calls(module)
        if name in {"import_module", "__import__"}
    ]
    return hidden + dynamic


def stars(sources: Sources) -> list[str]:
    return [str(f) for f in sources.imports if f.star and (f.module, f.target) not in STARS]


def signals(sources: Sources) -> list[str]:
    return [str(found) for found in sources.imports if within(found.target, *SIGNALS)]


def strayed(sources: Sources) -> list[str]:
    return [
        str(found)
        for found in sources.imports
        for library, rooms in KEPT_TO.items()
        if within(found.target, library) and not within(found.module, *rooms, "tests")
    ]


def vague(sources: Sources) -> list[str]:
    return [module for module in sources.trees if VAGUE & set(module.split("."))]


LAWS = (upward, circles, late, stars, signals, strayed, vague)


@pytest.fixture(scope="module")
def house() -> Sources:
    return Sources.of_the_house()


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
def test_the_house_keeps_the_law(law, house):
    assert not law(house)


BREACHES = [
    (upward, {"targets/models.py": "from plans.models import Plan", "plans/models.py": ""}),
    (upward, {"childlabour/core/words.py": "import childlabour.units.access"}),
    (upward, {"plans/views.py": "from childlabour.settings import DEBUG"}),
    (upward, {"plans/views.py": "from tests.cast import clerk"}),
    (circles, {"targets/a.py": "from targets.b import x", "targets/b.py": "from . import a"}),
    (
        circles,
        {
            "plans/paper/a.py": "from plans.issuing import b",
            "plans/issuing/b.py": "",
            "plans/issuing/c.py": "from plans.paper import d",
            "plans/paper/d.py": "",
        },
    ),
    (late, {"plans/views.py": "def show():\n    from plans import models"}),
    (late, {"plans/views.py": "import importlib\nimportlib.import_module('plans.models')"}),
    (late, {"plans/paper/pdf.py": "def pdf():\n    from plans import views"}),
    (stars, {"plans/models/__init__.py": "from .plan import *", "plans/models/plan.py": ""}),
    (signals, {"plans/apps.py": "from django.db.models.signals import post_save"}),
    (signals, {"plans/apps.py": "from django.db.models import signals"}),
    (signals, {"plans/apps.py": "from django.dispatch import receiver"}),
    (strayed, {"plans/views/public.py": "import weasyprint"}),
    (strayed, {"plans/paper/html.py": "from docx.shared import Cm"}),
    (vague, {"plans/utils.py": ""}),
]


@pytest.mark.parametrize(("law", "files"), BREACHES)
def test_a_breach_is_seen(law, files):
    assert law(Sources(files))


def test_what_the_house_does_is_no_breach():
    sources = Sources(
        {
            "plans/paper/__init__.py": "",
            "plans/paper/pdf.py": "from plans.paper.document import Paper\n"
            "def pdf(paper):\n    from weasyprint import HTML",
            "plans/paper/document.py": "from targets.statements import parse",
            "targets/statements.py": "from childlabour.core import vietnamese",
            "childlabour/core/vietnamese.py": "import re",
            "childlabour/urls.py": "from plans.paper import pdf",
        }
    )
    assert [law(sources) for law in LAWS] == [[]] * len(LAWS)


def test_weasyprint_is_loaded_only_when_a_pdf_is_made():
    opened = (
        "import sys, django; django.setup();"
        "from django.urls import get_resolver; get_resolver().url_patterns;"
        "print('weasyprint' in sys.modules)"
    )
    run = subprocess.run(
        [sys.executable, "-c", opened],
        cwd=HOUSE,
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "tests.settings"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout == "False\n"
