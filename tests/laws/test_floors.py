"""The house stands: a room imports only what is below it, nothing goes in circles, nothing hides."""

import os
import subprocess
import sys

import pytest

from tests.laws.imports import HOUSE, Import, Sources, circle, within

# From the ground up. Rooms of one floor do not know each other; an inner folder without a line of its own stands
# on the floor of the folder around it.
FLOORS: tuple[tuple[str, ...], ...] = (
    ("childlabour.core",),
    ("childlabour.airlock",),
    ("childlabour.units",),
    ("childlabour.jobs",),
    ("childlabour.notices",),
    ("childlabour.accounts",),
    ("targets.language",),
    ("targets.statements",),
    ("targets.catalogue", "targets.migrations"),
    ("targets.validation",),
    ("targets.models",),
    ("targets.filling",),
    ("targets.reckoning",),
    ("targets.measuring",),
    ("targets",),  # its API and its admin
    ("plans.law",),
    ("plans.models", "plans.migrations"),
    ("plans.citing", "plans.signatures"),
    ("plans.content",),
    ("plans.paper", "plans.privacy"),
    ("plans.checking", "plans.delivery", "plans.edxml"),
    ("plans.issuing", "plans.followup", "plans.reporting"),
    ("plans.takedown",),
    ("plans.drafting",),
    ("plans.reading",),
    ("plans.pages",),
    ("plans.web", "plans.admin", "plans.management", "plans.templatetags", "plans"),
    ("childlabour",),  # the roof: settings, addresses, server, samples
)
ROOF = ("manage", "tests")
DEEPEST = 3  # folders; a room and its own inner room are two rooms

# Module → what it may import inside a function, because loading it is dear and seldom needed.
LOOKS_AT_EVERY_MODULE = {"tests.laws.test_regexes"}
LATE = {
    "childlabour.jobs.queues": {"django_rq", "django_tasks_rq", "redis", "rq"},
    "plans.paper.pdf": {"pydyf", "weasyprint"},
    "plans.signatures.pades.tools": {"asn1crypto", "pyhanko", "pyhanko_certvalidator"},
    "plans.signatures.keys": {"pkcs11"},
}
# Module → why it may name what it imports by a text: the table of `questions` names functions of rooms above.
BY_NAME = {"childlabour.airlock.worker"}
# What takes a star and why: Django's settings can only be continued by taking all of them.
STARS = {("tests.settings", "childlabour.settings")}
# Heavy or telling libraries → the only rooms that may name them.
KEPT_TO = {
    "django_tasks": ("childlabour.jobs",),
    "django_tasks_db": ("childlabour.jobs",),
    "rq": ("childlabour.jobs.queues",),
    "weasyprint": ("plans.paper.pdf",),
    "docx": (
        "plans.paper.docx",
        "plans.paper.docx_blank",
        "plans.paper.docx_notes",
        "plans.paper.docx_parts",
        "plans.paper.docx_styles",
        "plans.paper.docx_tables",
        "plans.reading",
    ),
    "segno": ("childlabour.core.qr",),
    "django_otp": ("childlabour.accounts.second_factor", "childlabour.accounts.admin"),
    "pyhanko": ("plans.signatures.pades",),
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
    """By the longest name that fits; None for what is not ours."""
    if within(module, *ROOF):
        return len(FLOORS)
    fitting = [
        (len(name), level) for level, names in enumerate(FLOORS) for name in names if within(module, name)
    ]
    return max(fitting)[1] if fitting else None


def named(module: str) -> str:
    """The room on the floors that a module belongs to: `plans.paper`, `targets.models`."""
    return max((name for names in FLOORS for name in names if within(module, name)), key=len, default="")


def folder(module: str, packages: set[str]) -> str:
    """The folder that a module lies in, three deep: `plans.reading` and `plans.reading.sources` are two.

    A module that lies in no room (`targets.statements`) is one by itself.
    """
    home = module if module in packages else module.rpartition(".")[0]
    return ".".join(home.split(".")[:DEEPEST]) if "." in home else module


def upward(sources: Sources) -> list[str]:
    """Imports from a floor above, or from another room of the same floor."""
    wrong = []
    for found in sources.imports:
        here, there = floor(found.module), floor(found.target)
        if here is None or there is None or within(found.module, *ROOF):
            continue
        if there > here or (there == here and named(found.module) != named(found.target)):
            wrong.append(str(found))
    return wrong


def circles(sources: Sources) -> list[str]:
    ours = {(found.module, found.target) for found in sources.imports if found.target in sources.trees}
    inside = {(start, end) for start, end in ours if not within(start, *ROOF)}
    between = {(folder(start, sources.packages), folder(end, sources.packages)) for start, end in inside}
    return circle(ours) + circle({(start, end) for start, end in between if start != end})


def late(sources: Sources) -> list[str]:
    def is_allowed(found: Import) -> bool:
        return found.target.split(".")[0] in LATE.get(found.module, ())

    hidden = [str(found) for found in sources.imports if found.late and not is_allowed(found)]
    dynamic = [
        f"{module}:{line} calls {name}"
        for module in sources.trees.keys() - BY_NAME
        for name, line in sources.calls(module)
        if name in {"import_module", "__import__"} and module not in LOOKS_AT_EVERY_MODULE
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
    (upward, {"targets/language/words.py": "from targets.models import Target", "targets/models.py": ""}),
    (upward, {"plans/issuing/steps.py": "from plans.followup import steps", "plans/followup/steps.py": ""}),
    (upward, {"plans/reading/a.py": "from childlabour.samples import loading"}),
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
    (
        circles,
        {
            "plans/reading/__init__.py": "from .sources import files",
            "plans/reading/limits.py": "",
            "plans/reading/sources/__init__.py": "",
            "plans/reading/sources/files.py": "from plans.reading import limits",
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
