"""One door for foreign bytes: what a person sent in is opened behind the airlock and nowhere else.

A library that opens files is named by the rooms below alone, each with its reason; the functions of those rooms that
open a file are called by the worker, or on papers that the system made itself, again each with its reason.
"""

import ast
from collections.abc import Iterator

import pytest

from childlabour.airlock.questions import QUESTIONS
from tests.laws.imports import Import, Sources, within

OPENERS = (
    "PIL",
    "asn1crypto",
    "cryptography.hazmat.primitives.serialization.pkcs12",
    "docx",
    "gzip",
    "lxml",
    "odf",
    "openpyxl",
    "pyhanko",
    "pyhanko_certvalidator",
    "pypdfium2",
    "tarfile",
    "xml",
    "zipfile",
)
BEHIND = {
    "plans.edxml.reading": "edXML files of other systems",
    "plans.reading.sources": "lines of a file to be read; called by `plans.reading.read`",
    "plans.reporting.sheets.reading": "workbooks of figures that units send back",
    "plans.signatures.key_files": "files of keys",
    "plans.signatures.pades.additions": "what was added to a file handed out",
    "plans.signatures.pades.judging": "the signatures of a file",
    "plans.signatures.pades.preparing": "room for a signature in a file",
    "plans.signatures.pades.tools": "loads the modules of pyHanko for its neighbours",
    "plans.signatures.pdf_pages": "pages of papers, put together for a copy",
    "plans.signatures.pdf_files": "pages, attachments and lines of PDF files, ours among them (see OWN)",
    "plans.signatures.pictures": "pictures of signatures and seals",
}
OPENS_NOTHING_FOREIGN = {
    "childlabour.core.spreadsheet": "writes lists as workbooks; reads none",
    "childlabour.keeping.archive": "backups, named by the keeper on the command line",
    "plans.edxml.writing": "writes edXML; reads none",
    "plans.issuing.register_book": "writes the register as a workbook; reads none",
    "plans.paper.docx": "writes Word files; reads none",
    "plans.paper.docx_blank": "as above",
    "plans.paper.docx_notes": "as above",
    "plans.paper.docx_parts": "as above",
    "plans.paper.docx_styles": "as above",
    "plans.paper.docx_tables": "as above",
    "plans.paper.files": "packs papers of ours",
    "plans.paper.many": "as above",
    "plans.reporting.sheets.writing": "writes the workbook of figures; reads none",
    "plans.signatures.pades.making": "makes a signature over a digest",
    "plans.signatures.pades.timestamps": "asks the service that the keeper named",
}
# Function that opens a file → who outside of its room calls it, and on what.
OWN = {
    "plans.reading.read": {"plans.reading.answering": "behind the airlock"},
    "plans.reading.read_pasted": {"plans.reading.answering": "behind the airlock"},
    "plans.reading.sources.pasted": {"plans.reading": "as `read`"},
    "plans.reading.sources.read_source": {"plans.reading": "as `read`"},
    "plans.signatures.covering.covered_lines": {"plans.signatures.pades.taking_back": "behind the airlock"},
    "plans.signatures.pades.additions.faults_of_added": {
        "plans.signatures.pades.taking_back": "behind the airlock"
    },
    "plans.signatures.pades.additions.is_whole": {"plans.signatures.pades.judging": "behind the airlock"},
    "plans.signatures.pades.judging.signatures_in": {
        "plans.signatures.pades.taking_back": "behind the airlock"
    },
    "plans.signatures.pdf_files.attachments_of": {
        "plans.issuing.checking": "issued papers that nobody signed with a tool of his own; others by `attachments_in`"
    },
    "plans.signatures.pdf_files.boxes_of_fields": {"plans.signatures.covering": "behind the airlock"},
    "plans.signatures.pdf_files.lines_of_text": {
        "plans.issuing.appearance": "the signing copy as it was rendered here, before anybody signed",
        "plans.signatures.covering": "behind the airlock",
    },
    "plans.signatures.pdf_files.opened": {"plans.signatures.pdf_pages": "behind the airlock"},
    "plans.signatures.pdf_files.measured_page": {"plans.signatures.pdf_pages": "as above"},
    "plans.signatures.pdf_files.pages_of": {
        "plans.issuing.appearance": "the file of an annex as it was rendered here, before anybody signed",
        "plans.issuing.scans": "the signing copy, as above",
        "plans.web.views.issuing.signatures": "the signing copy, as above",
    },
    "plans.signatures.pdf_files.read_pages_of": {
        "plans.issuing.checking": "issued papers, as with attachments; others by `read_pages_in`"
    },
    "plans.signatures.pdf_files.picture_of": {
        "plans.web.views.issuing.signatures": "the signing copy, as above; a scan through `scanned_page`"
    },
    "plans.signatures.pictures.opened": {"plans.signatures.pades.preparing": "behind the airlock"},
}
NO_FILES = {  # modules of the rooms behind the airlock whose functions open nothing
    "plans.reading.sources.contact",
    "plans.reading.sources.lines",
    "plans.reading.sources.limits",
    "plans.reading.sources.refusing",
    "plans.signatures.pades.tools",
}
# Rooms of entrances that name no library themselves.
ENTRANCES = ("plans.reading", "plans.signatures.covering")


def openers_elsewhere(sources: Sources) -> list[str]:
    return [
        str(found)
        for found in sources.imports
        if within(found.target, *OPENERS)
        and not within(found.module, *BEHIND, *OPENS_NOTHING_FOREIGN, "tests")
    ]


def openings(sources: Sources) -> Iterator[tuple[str, str]]:
    """(function that opens a file, module that takes it)."""
    for found in sources.from_imports():
        name = found.target.rpartition(".")[2]
        if (
            name.islower()
            and found.target not in sources.trees
            and _opens(found.target)
            and not _is_test(found)
        ):
            yield found.target, found.module


def _is_test(found: Import) -> bool:
    return within(found.module, "tests")


def _opens(function: str) -> bool:
    home = function.rpartition(".")[0]
    if home in ENTRANCES:
        return function in OWN
    return within(home, *BEHIND) and home not in NO_FILES


def outside(sources: Sources) -> list[str]:
    return [
        f"{module} opens files by {function}"
        for function, module in openings(sources)
        if module not in OWN.get(function, {}) and not _is_of_the_room(module, function)
    ]


def _is_of_the_room(module: str, function: str) -> bool:
    room = function.rpartition(".")[0]
    return within(module, room) or (
        within(room, "plans.reading.sources") and within(module, "plans.reading.sources")
    )


@pytest.fixture(scope="module")
def house() -> Sources:
    return Sources.of_the_house()


def test_only_these_rooms_name_a_library_that_opens_files(house):
    assert openers_elsewhere(house) == []


def test_only_the_worker_calls_them_on_what_a_person_sent(house):
    assert outside(house) == []


def test_the_lists_name_nothing_that_is_gone(house):
    assert not [room for room in (*BEHIND, *OPENS_NOTHING_FOREIGN) if room not in house.trees]
    used = set(openings(house))
    assert [
        (function, module)
        for function, modules in OWN.items()
        for module in modules
        if (function, module) not in used
    ] == []


def test_every_question_is_answered_behind_the_airlock(house):
    for name, question in QUESTIONS.items():
        module, _, function = question.answered_by.rpartition(".")
        assert function in {
            node.name for node in ast.walk(house.trees[module]) if isinstance(node, ast.FunctionDef)
        }
        assert within(module, *BEHIND) or module in {
            "plans.reading.answering",
            "plans.signatures.pades.taking_back",
        }
        importers = {found.module for found in house.imports if found.target == f"{module}.{function}"}
        assert not importers - {"tests"}, name


@pytest.mark.parametrize(
    ("law", "line"),
    [
        (openers_elsewhere, "from PIL import Image"),
        (openers_elsewhere, "import pypdfium2.raw as raw"),
        (openers_elsewhere, "def f():\n    import openpyxl"),
        (openers_elsewhere, "from cryptography.hazmat.primitives.serialization import pkcs12"),
        (openers_elsewhere, "from xml.etree import ElementTree"),
        (outside, "from plans.signatures.pdf_files import measured"),
        (outside, "from plans.signatures.pades.judging import signatures_in"),
        (outside, "from plans.reading import read"),
        (outside, "from plans.reading.sources.word import read_word"),
    ],
)
def test_a_breach_is_seen(law, line):
    assert law(Sources({"plans/web/views/public.py": line}))
