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

PRINTED = Path(__file__).parent / "printed"
BY_LIBREOFFICE = (LONG_ROAD, DISTRICT, UNION)
BY_CHROMIUM = (AFTER_REFORM, PROVINCE, SLASHES)


def woven(paper: Paper) -> bytes:
    return HTML(string=page(paper)).write_pdf()


def print_again() -> None:
    PRINTED.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for paper in BY_LIBREOFFICE:
            _convert(Path(folder), paper, "pdf", PRINTED / f"libreoffice--{paper.name}.pdf")
        _convert(Path(folder), SLASHES, "doc", PRINTED / f"word97--{SLASHES.name}.doc")
        for paper in BY_CHROMIUM:
            source = Path(folder) / f"{paper.name}.html"
            source.write_text(page(paper), encoding="utf-8")
            subprocess.run(
                [
                    "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
                    f"--print-to-pdf={PRINTED / f'chromium--{paper.name}.pdf'}", source.as_uri(),
                ],
                check=True,
                capture_output=True,
                timeout=120,
            )  # fmt: skip


def _convert(folder: Path, paper: Paper, form: str, target: Path) -> None:
    source = folder / f"{paper.name}.docx"
    source.write_bytes(word(paper))
    subprocess.run(
        ["soffice", "--headless", "--convert-to", form, "--outdir", str(folder), str(source)],
        check=True,
        capture_output=True,
        timeout=180,
        env={"HOME": str(folder), "PATH": "/usr/bin:/bin"},
    )
    target.write_bytes((folder / f"{paper.name}.{form}").read_bytes())


if __name__ == "__main__":
    print_again()
