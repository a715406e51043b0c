"""One text in every form that offices keep it in, a paragraph a line: the words are the same in all of them.

LibreOffice and Chromium are asked where the machine has them.
"""

import html
import re
import shutil
import subprocess
import tempfile
import textwrap
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from weasyprint import HTML

from plans.reading.text.markers import place_of, split_mark

from .as_text import WIDTH, apart

SECONDS = 120
_CELLS = re.compile(r"\|(.+)\|\s*$")
_RULE = re.compile(r"[|\s:-]+")
# Marks that a list of Word counts, each with how it is counted and printed.
_COUNTED = (
    (re.compile(r"[IVX]{1,5}\."), "upperRoman", "%1."),
    (re.compile(r"\d{1,2}\."), "decimal", "%1."),
    (re.compile(r"[a-z]\)"), "lowerLetter", "%1)"),
    (re.compile(r"-"), "bullet", "-"),
)


def forms_of(text: str) -> Iterator[tuple[str, str, bytes]]:
    """(form, name of the file, bytes), the text itself first."""
    yield "text", "a.txt", text.encode()
    yield "nfd", "a.txt", apart(text).encode()
    yield "wrapped", "a.txt", wrapped(text).encode()
    yield "word", "a.docx", word(text)
    yield "word-counted", "a.docx", word(text, counted=True)
    yield "weasyprint", "a.pdf", HTML(string=page(text)).write_pdf()
    with tempfile.TemporaryDirectory() as folder:
        yield from printed(text, Path(folder))


def wrapped(text: str) -> str:
    """Broken at the width of a page; a row of a table stays a line."""
    lines = (
        [line] if line.startswith("|") else textwrap.wrap(line, WIDTH, break_on_hyphens=False)
        for line in text.splitlines()
    )
    return "\n".join(line for broken in lines for line in (*broken, "") if line or not broken)


def word(text: str, *, counted: bool = False) -> bytes:
    """Rows drawn with bars are a table, everything else is a paragraph; `counted`: Word numbers them."""
    document = docx.Document()
    numbering = document.part.numbering_part.element
    table = None
    for line in filter(str.strip, text.splitlines()):
        if _RULE.fullmatch(line) and "|" in line:
            continue
        row = _CELLS.match(line.strip())
        if row is None:
            table = None
            _paragraph(document, line.strip(), numbering if counted else None)
            continue
        cells = [cell.strip() for cell in row[1].split("|")]
        if table is None or len(table.columns) != len(cells):
            table = document.add_table(rows=0, cols=len(cells))
        for cell, said in zip(table.add_row().cells, cells, strict=True):
            cell.text = said
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _paragraph(document, line: str, numbering) -> None:
    mark, words, rank = split_mark(line)
    style = next((kind for kind in _COUNTED if kind[0].fullmatch(mark)), None)
    if numbering is None or style is None:
        document.add_paragraph(line)
        return
    number = _listed(numbering, style[1], style[2], place_of(mark, rank) or 1)
    document.add_paragraph(words)._p.get_or_add_pPr().append(
        parse_xml(f"<w:numPr {nsdecls('w')}><w:ilvl w:val='0'/><w:numId w:val='{number}'/></w:numPr>")
    )


def _listed(numbering, style: str, pattern: str, start: int) -> int:
    """A list of its own that begins with this number."""
    number = 1000 + len(numbering)
    level = f"<w:start w:val='{start}'/><w:numFmt w:val='{style}'/><w:lvlText w:val='{pattern}'/>"
    numbering.insert(
        0,
        parse_xml(
            f"<w:abstractNum {nsdecls('w')} w:abstractNumId='{number}'><w:lvl w:ilvl='0'>{level}</w:lvl>"
            "</w:abstractNum>"
        ),
    )
    numbering.append(
        parse_xml(f"<w:num {nsdecls('w')} w:numId='{number}'><w:abstractNumId w:val='{number}'/></w:num>")
    )
    return number


def page(text: str) -> str:
    """Justified paragraphs, as a page that is printed."""
    lines = "".join(f"<p>{html.escape(line)}</p>" for line in text.splitlines() if line.strip())
    style = (
        "@page{size:A4;margin:2cm} body{font:14pt serif;text-align:justify} p{margin:6pt 0;text-indent:1cm}"
    )
    return f"<html lang=vi><meta charset=utf-8><style>{style}</style><body>{lines}</body></html>"


def printed(text: str, folder: Path) -> Iterator[tuple[str, str, bytes]]:
    """What other programs make of it."""
    if shutil.which("soffice"):
        source = folder / "a.docx"
        source.write_bytes(word(text))
        for form, name in (("libreoffice", "a.pdf"), ("word97", "a.doc")):
            command = [
                "soffice",
                "--headless",
                "--convert-to",
                name[2:],
                "--outdir",
                str(folder),
                str(source),
            ]
            _run(command, HOME=str(folder))
            yield form, name, (folder / name).read_bytes()
    if shutil.which("chromium"):
        source, target = folder / "a.html", folder / "chromium.pdf"
        source.write_text(page(text), encoding="utf-8")
        switches = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer")
        _run(["chromium", *switches, f"--print-to-pdf={target}", source.as_uri()], HOME=str(folder))
        yield "chromium", "a.pdf", target.read_bytes()


def _run(command: list[str], **environment: str) -> None:
    surroundings = {"PATH": "/usr/bin:/bin", **environment}
    subprocess.run(command, check=True, capture_output=True, timeout=SECONDS, env=surroundings)
