"""Are the Word files the paper? LibreOffice prints each one; words, pages and the decree's rules are compared.

Kept out of the suite for LibreOffice's size: `python -m tests.word.check_word`, after apt has brought
`libreoffice-writer`. Exit status 1 and a line for each difference when they are not the same paper.
"""

import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from shutil import which

import django
import pypdfium2

PATIENCE = 300  # seconds for all files


@dataclass(frozen=True)
class Comparison:
    name: str
    pages: int
    pages_of_word: int
    words: int
    missing: Counter
    added: Counter
    breaches: list

    @property
    def is_same_paper(self) -> bool:
        close = abs(self.pages - self.pages_of_word) <= 1
        return close and not self.missing and not self.added and not self.breaches

    def __str__(self) -> str:
        verdict = "giống" if self.is_same_paper else "KHÁC"
        return f"{verdict}  {self.name:16} {self.pages:3} trang PDF, {self.pages_of_word:3} trang Word, {self.words} chữ"

    def differences(self) -> list[str]:
        listed = [f"thiếu: {dict(self.missing)}"] if self.missing else []
        listed += [f"thừa: {dict(self.added)}"] if self.added else []
        return listed + [str(breach) for breach in self.breaches]


def main() -> int:
    office = which("soffice") or which("libreoffice")
    if not office:
        print("Chưa có LibreOffice: apt-get install libreoffice-writer", file=sys.stderr)
        return 2
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "childlabour.settings")
    django.setup()
    from tests.paper import papers  # after django.setup()

    with tempfile.TemporaryDirectory() as folder:
        compared = list(compare(papers.ALL, Path(folder), office))
    for comparison in compared:
        print(comparison)
        for difference in comparison.differences()[:8]:
            print("     ", difference)
    return 0 if all(comparison.is_same_paper for comparison in compared) else 1


def compare(makers: dict[str, Callable], folder: Path, office: str):
    """Prints every paper twice, by ourselves and by LibreOffice from the Word file, and compares."""
    from plans.paper.docx import to_docx
    from plans.paper.pdf import to_pdf
    from tests.paper.rules import check

    made = {name: maker() for name, maker in makers.items()}
    for name, paper in made.items():
        (folder / f"{name}.docx").write_bytes(to_docx(paper))
    _print_with(office, folder)
    for name, paper in made.items():
        ours, theirs = to_pdf(paper), (folder / f"{name}.pdf").read_bytes()
        (pages, words), (pages_of_word, words_of_word) = _read(ours), _read(theirs)
        yield Comparison(
            name=name,
            pages=pages,
            pages_of_word=pages_of_word,
            words=words.total(),
            missing=words - words_of_word,
            added=words_of_word - words,
            breaches=check(theirs, paper),
        )


def _print_with(office: str, folder: Path) -> None:
    files = sorted(map(str, folder.glob("*.docx")))
    home = f"-env:UserInstallation=file://{folder}/profile"  # its own: a running office is left alone
    command = [office, "--headless", home, "--convert-to", "pdf", "--outdir", str(folder), *files]
    subprocess.run(command, check=True, timeout=PATIENCE, capture_output=True)


def _read(pdf: bytes) -> tuple[int, Counter]:
    """Pages, and how often each word stands on them; page numbers and repeated column titles aside."""
    document = pypdfium2.PdfDocument(pdf)
    texts = [page.get_textpage().get_text_range() for page in document]
    document.close()
    words = Counter()
    for text in texts:
        words.update(re.findall(r"\w+", re.sub(r"(?m)^\d+\s*$", "", text)))
    return len(texts), words


if __name__ == "__main__":
    sys.exit(main())
