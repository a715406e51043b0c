"""PDF by three producers. LibreOffice and Chromium need programs that not every machine has: their files are kept.

`python -m tests.reading.corpus.printing` makes them again.
"""

import subprocess
import tempfile
from pathlib import Path

from weasyprint import HTML

from .as_page import page
from .as_word import word
from .communes import AFTER_REFORM, LONG_ROAD, SLASHES
from .facts import Paper
from .upper import DISTRICT, PROVINCE, UNION

SECONDS = 180  # the first run of a program makes its profile
PRINTED = Path(__file__).parent / "printed"
BY_LIBREOFFICE = (LONG_ROAD, DISTRICT, UNION)
BY_CHROMIUM = (AFTER_REFORM, PROVINCE, SLASHES)


def woven(paper: Paper, *, is_ruled: bool = True) -> bytes:
    return HTML(string=page(paper, is_ruled=is_ruled)).write_pdf()


def print_again() -> None:
    PRINTED.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for paper in BY_LIBREOFFICE:
            (PRINTED / f"libreoffice--{paper.name}.pdf").write_bytes(converted(folder, paper, "pdf"))
        (PRINTED / f"word97--{SLASHES.name}.doc").write_bytes(converted(folder, SLASHES, "doc"))
        for paper in BY_CHROMIUM:
            (PRINTED / f"chromium--{paper.name}.pdf").write_bytes(printed_by_chromium(folder, paper))


def converted(folder: Path, paper: Paper, form: str) -> bytes:
    """What LibreOffice makes of the Word file."""
    return word_converted(folder, word(paper), form)


def word_converted(folder: Path, data: bytes, form: str) -> bytes:
    source = folder / "paper.docx"
    source.write_bytes(data)
    _run(["soffice", "--headless", "--convert-to", form, "--outdir", str(folder), str(source)], folder)
    return (folder / f"paper.{form}").read_bytes()


def printed_by_chromium(folder: Path, paper: Paper, *, is_ruled: bool = True) -> bytes:
    source, target = folder / f"{paper.name}.html", folder / f"{paper.name}.chromium.pdf"
    source.write_text(page(paper, is_ruled=is_ruled), encoding="utf-8")
    switches = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer")
    _run(["chromium", *switches, f"--print-to-pdf={target}", source.as_uri()], folder)
    return target.read_bytes()


def _run(command: list[str], folder: Path) -> None:
    surroundings = {"HOME": str(folder), "PATH": "/usr/bin:/bin"}
    subprocess.run(command, check=True, capture_output=True, timeout=SECONDS, env=surroundings)


if __name__ == "__main__":
    print_again()
