"""What this machine has of what the app needs outside Python, and which Debian package brings the rest.

Standard library only: it also runs before anything is installed (`childlabour.install`).
"""

import ctypes
import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

# Widths of Times New Roman, as Nghị định 30/2020, Phụ lục I, I.4 asks; the first one that is there is used.
PAPER_FACES = ("Times New Roman", "Liberation Serif")
PAPER_STYLES = frozenset({"Regular", "Bold", "Italic", "Bold Italic"})


def loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def paper_face() -> str:
    """The face that papers are set in: every letter of Vietnamese, in all four styles. "" when none has."""
    listed = _faces_with_vietnamese()
    return next((face for face in PAPER_FACES if listed.get(face, set()) >= PAPER_STYLES), "")


def _faces_with_vietnamese() -> dict[str, set[str]]:
    """Family → its styles that cover Vietnamese, as fontconfig sees them (15 ms)."""
    faces: dict[str, set[str]] = {}
    for family, style in _fonts("%{family[0]}\t%{style[0]}\n", ":lang=vi"):
        faces.setdefault(family, set()).add(style)
    return faces


def face_files() -> dict[str, Path]:
    """The files of the paper's face by style, "regular", "bold-italic": those that the desk may hand out itself.

    Liberation Serif alone: its licence (OFL) lets it be served, that of Times New Roman does not. {} without it.
    """
    rows = sorted(_fonts("%{style[0]}\t%{file}\n", ":family=Liberation Serif:lang=vi"))
    return {style.lower().replace(" ", "-"): Path(file) for style, file in rows if style in PAPER_STYLES}


def _fonts(columns: str, pattern: str) -> list[tuple[str, str]]:
    """Two columns of what fontconfig lists, font by font. [] without it."""
    if not shutil.which("fc-list"):
        return []
    listed = subprocess.run(
        ["fc-list", "--format", columns, pattern], capture_output=True, text=True, check=False, timeout=60
    )
    rows = (line.partition("\t") for line in listed.stdout.splitlines())
    return [(first, second) for first, _, second in rows]


def chromium() -> str:
    """The browser of the journeys: CHROMIUM, or the first that is installed. "" when there is none."""
    named = (os.environ.get("CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome")
    return next((path for name in named if name and (path := shutil.which(name))), "")


@dataclass(frozen=True)
class Need:
    package: str
    what: str
    is_there: Callable[[], object]


TO_MAKE_AN_ENVIRONMENT = (
    Need("python3-venv", "a virtual environment of Python", lambda: find_spec("ensurepip")),
)
TO_PRINT_PAPERS = (
    Need("libpango-1.0-0", "text in a PDF", lambda: loads("libpango-1.0.so.0")),
    Need("libpangoft2-1.0-0", "text in a PDF", lambda: loads("libpangoft2-1.0.so.0")),
    Need("libharfbuzz-subset0", "PDF in a third of the time", lambda: loads("libharfbuzz-subset.so.0")),
    # Not fonts-liberation 1.07, which lacks 88 of the 90 letters U+1EA0–1EF9.
    Need("fonts-liberation2", "a Vietnamese face for the paper", paper_face),
)
TO_DRIVE_A_BROWSER = (
    Need("chromium", "the journeys of make test", chromium),
    Need("libatomic1", "what Playwright drives it with", lambda: loads("libatomic.so.1")),
)
SOFT_TOKEN = "/usr/lib/softhsm/libsofthsm2.so"  # a PKCS#11 token made of files
TO_CHECK_SIGNATURES = (
    Need("softhsm2", "the tests of signing with a token", lambda: Path(SOFT_TOKEN).exists()),
    Need("poppler-utils", "a second opinion on signatures (pdfsig)", lambda: shutil.which("pdfsig")),
    Need("openssl", "the time stamps of the tests (openssl ts)", lambda: shutil.which("openssl")),
)
TO_READ_OLD_WORD = (Need("antiword", "the tests of reading .doc files", lambda: shutil.which("antiword")),)
TO_QUEUE_IN_REDIS = (
    Need("redis-server", "the tests of the queue in Redis", lambda: shutil.which("redis-server")),
)
TO_CHECK_WORD = (
    Need("libreoffice-writer", "the prints of make check-word", lambda: shutil.which("soffice")),
    Need("poppler-utils", "the prints of make check-word", lambda: shutil.which("pdftotext")),
)


def missing(needs: tuple[Need, ...]) -> list[Need]:
    return [need for need in needs if not need.is_there()]
