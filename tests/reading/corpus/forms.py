"""A plan that came as a text, in every form that offices keep plans in.

What was read of the text is set anew, head and foot in two columns, rows of tables as tables. LibreOffice and Chromium
are asked where the machine has them.
"""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from plans.reading import ReadDraft, read
from plans.reading.parts.draft import PassageRole
from plans.reading.sources.lines import LinePlace
from plans.reading.text.markers import Rank
from plans.reading.text.passages import Passage

from .as_text import apart, markdown, pasted, wrapped
from .as_word import word
from .facts import Grid, Paper, Row
from .printing import converted, printed_by_chromium, woven

_KINDS = {
    Rank.NONE: "para",
    Rank.DIVISION: "part",
    Rank.CAPITAL: "part",
    Rank.ROMAN: "part",
    Rank.NUMBER: "clause",
    Rank.DECIMAL: "clause",
    Rank.LETTER: "point",
    Rank.DASH: "dash",
    Rank.PLUS: "plus",
}
_BODY = (PassageRole.HEADING, PassageRole.TEXT)


def forms_of(text: str) -> Iterator[tuple[str, str, bytes]]:
    """(form, name of the file, bytes), the text itself first."""
    yield from own_forms_of(text)
    paper = paper_of(read(text.encode(), "a.txt"))
    if not (paper.agency and paper.recipients):
        return
    with tempfile.TemporaryDirectory() as folder:
        if shutil.which("soffice"):
            yield "libreoffice", "a.pdf", converted(Path(folder), paper, "pdf")
            yield "word97", "a.doc", converted(Path(folder), paper, "doc")
        if shutil.which("chromium"):
            yield "chromium", "a.pdf", printed_by_chromium(Path(folder), paper)


def own_forms_of(text: str) -> Iterator[tuple[str, str, bytes]]:
    """Those that need no program of the machine."""
    yield "as it came", "a.txt", text.encode()
    yield "nfd", "a.txt", apart(text).encode()
    paper = paper_of(read(text.encode(), "a.txt"))
    if not (paper.agency and paper.recipients):
        return  # a news item, or a body alone: there is no paper to be set
    yield "pasted", "a.txt", pasted(paper).encode()
    yield "wrapped", "a.txt", wrapped(paper).encode()
    yield "markdown", "a.md", markdown(paper).encode()
    yield "word", "a.docx", word(paper)
    yield "word-counted", "a.docx", word(paper, counted=True)
    yield "weasyprint", "a.pdf", woven(paper)


def paper_of(draft: ReadDraft) -> Paper:
    """What was read, as its author would set it; what stands behind the signature is not set."""

    def lines(role: PassageRole) -> tuple[str, ...]:
        pairs = zip(draft.passages, draft.roles, strict=True)
        return tuple(passage.whole for passage, said in pairs if said is role)

    return Paper(
        name="text",
        agency=lines(PassageRole.ISSUER),
        superior=lines(PassageRole.SUPERIOR),
        number=draft.number,
        symbol=draft.symbol,
        place=draft.place,
        day=draft.date,
        title=" ".join(lines(PassageRole.TITLE)),
        kind=draft.kind,
        kind_line=" ".join(lines(PassageRole.KIND)),
        basis=lines(PassageRole.CITATION),
        opening=lines(PassageRole.PREAMBLE),
        body=tuple(_rows(draft)),
        closing="\n".join(lines(PassageRole.CLOSING)),
        recipients=draft.recipients,
        authority=draft.signer.lines,
        signer=draft.signer.name,
        addressees=draft.addressees,
    )


def _rows(draft: ReadDraft) -> Iterator[Row | Grid]:
    cells: list[Passage] = []
    for passage, role in zip(draft.passages, draft.roles, strict=True):
        if cells and passage.table != cells[0].table:
            yield _grid(cells)
            cells = []
        if role not in _BODY or passage.place is LinePlace.NOTE:
            continue
        if passage.table > 0:
            cells.append(passage)
            continue
        bold = passage.bold or role is PassageRole.HEADING
        yield Row(_KINDS[passage.rank], passage.text, passage.mark, bold)
    if cells:
        yield _grid(cells)


def _grid(cells: list[Passage]) -> Grid:
    last = max(cell.column for cell in cells)
    rows: dict[int, list[str]] = {}
    for cell in cells:
        row = rows.setdefault(cell.row, [""] * last)
        row[cell.column - 1] = f"{row[cell.column - 1]} {cell.whole}".strip()
    return Grid(tuple(tuple(row) for row in rows.values()))
