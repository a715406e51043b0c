"""A paper as offices keep it: header in a table without lines, numbers counted by Word, signature in a table."""

from io import BytesIO

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

from .facts import Grid, Paper, Row

DEPTHS = {"part": 0, "clause": 1, "point": 2, "dash": 3, "plus": 4}


def word(paper: Paper, *, counted: bool = False, boxed: bool = False, tracked: bool = False) -> bytes:
    """`counted`: Word numbers parts, clauses and dashes; `boxed`: date in a text box; `tracked`: changes kept."""
    document = docx.Document()
    document.styles["Normal"].font.name = "Times New Roman"
    document.styles["Normal"].font.size = Pt(14)
    _letterhead(document, paper, boxed)
    if paper.kind != "CV":
        _centred(document, paper.kind_line)
        _centred(document, paper.title)
        _centred(document, "_____________", bold=False)
    else:
        _line(document, f"Kính gửi: {'; '.join(paper.addressees)}.")
    for text in (*paper.basis, *paper.opening):
        _line(document, text, italic=text in paper.basis)
    lists = _lists(document) if counted else None
    for row in paper.body:
        if isinstance(row, Grid):
            _grid(document, row)
        else:
            _row(document, row, lists)
    if paper.closing:
        _line(document, paper.closing)
    if tracked:
        _track(document)
    _foot(document, paper)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _line(holder, text: str, *, bold: bool = False, italic: bool = False, centred: bool = False):
    paragraph = holder.add_paragraph()
    run = paragraph.add_run(text)
    run.bold, run.italic = bold, italic
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if centred else WD_ALIGN_PARAGRAPH.JUSTIFY
    return paragraph


def _centred(holder, text: str, bold: bool = True):
    return _line(holder, text, bold=bold, centred=True)


def _letterhead(document, paper: Paper, boxed: bool):
    table = document.add_table(rows=2, cols=2)
    left, right = table.rows[0].cells
    for text in paper.superior:
        _line(left, text, centred=True)
    for text in paper.agency:
        _centred(left, text)
    _line(left, "_______", centred=True)
    _centred(right, "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    _centred(right, "Độc lập – Tự do – Hạnh phúc")
    left, right = table.rows[1].cells
    _line(left, paper.number_line, centred=True)
    if paper.kind == "CV":
        _line(left, f"V/v {paper.title}", centred=True)
    if boxed:
        right.paragraphs[0]._p.append(_box(paper.date_line))
    else:
        _line(right, paper.date_line, italic=True, centred=True)


def _box(text: str):
    """A text box given twice, for new and for old readers, as Word saves it."""
    content = f"<w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent>"
    return parse_xml(
        f"<w:r {nsdecls('w')} xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'"
        " xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'"
        " xmlns:v='urn:schemas-microsoft-com:vml'><mc:AlternateContent>"
        f"<mc:Choice Requires='wps'><w:drawing><wps:txbx>{content}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{content}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def _row(document, row: Row, lists: str | None):
    counted = lists is not None and row.kind in DEPTHS and _is_countable(row)
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    text = row.text if counted or not row.mark else f"{row.mark} {row.text}"
    # Word breaks a paragraph into runs wherever somebody once typed.
    middle = text.find(" ", len(text) // 2)
    for piece in (text[:middle], text[middle:]) if middle > 0 else (text,):
        paragraph.add_run(piece).bold = row.bold
    if counted:
        paragraph._p.get_or_add_pPr().append(
            parse_xml(
                f"<w:numPr {nsdecls('w')}><w:ilvl w:val='{DEPTHS[row.kind]}'/><w:numId "
                f"w:val='{lists}'/></w:numPr>"
            )
        )


def _is_countable(row: Row) -> bool:
    """Marks that a list of Word would print so: "I." "1." "a)" "-" "+"."""
    return (
        row.mark.endswith((".", ")")) and "." not in row.mark[:-1] and row.mark not in ("A.", "B.")
    ) or row.mark in "-+"


def _lists(document) -> str:
    numbering = document.part.numbering_part.element
    styles = (
        ("upperRoman", "%1."),
        ("decimal", "%2."),
        ("lowerLetter", "%3)"),
        ("bullet", "-"),
        ("bullet", "+"),
    )
    levels = "".join(
        f"<w:lvl w:ilvl='{depth}'><w:start w:val='1'/><w:numFmt w:val='{style}'/><w:lvlText "
        f"w:val='{text}'/></w:lvl>"
        for depth, (style, text) in enumerate(styles)
    )
    numbering.insert(
        0, parse_xml(f"<w:abstractNum {nsdecls('w')} w:abstractNumId='77'>{levels}</w:abstractNum>")
    )
    numbering.append(parse_xml(f"<w:num {nsdecls('w')} w:numId='77'><w:abstractNumId w:val='77'/></w:num>"))
    return "77"


def _grid(document, grid: Grid):
    table = document.add_table(rows=0, cols=len(grid.rows[0]))
    table.style = "Table Grid"
    for cells in grid.rows:
        for cell, text in zip(table.add_row().cells, cells, strict=True):
            cell.text = text


def _foot(document, paper: Paper):
    left, right = document.add_table(rows=1, cols=2).rows[0].cells
    label = _line(left, "Nơi nhận:", bold=True, italic=True)
    label.alignment = WD_ALIGN_PARAGRAPH.LEFT
    for text in paper.recipients[:-1]:
        _line(left, f"- {text};")
    _line(left, f"- {paper.recipients[-1]}.")
    # Officials break the lines of the post with Shift+Enter.
    post = right.add_paragraph()
    for place, text in enumerate(paper.authority):
        run = post.add_run(text)
        run.bold = True
        if place + 1 < len(paper.authority):
            run.add_break()
    for text in ("", "(Đã ký)", "", paper.signer):
        _centred(right, text)


def _track(document):
    """Somebody struck a word out and wrote another one, with "track changes" on."""
    paragraph = next(p for p in document.paragraphs if p.text.startswith("Trên đây"))
    paragraph._p.append(
        parse_xml(
            f"<w:del {nsdecls('w')} w:id='1' w:author='x'><w:r><w:delText xml:space='preserve'> "
            f"77%</w:delText></w:r></w:del>"
        )
    )
    run = paragraph.runs[0]._r
    inserted = parse_xml(f"<w:ins {nsdecls('w')} w:id='2' w:author='x'/>")
    run.addprevious(inserted)
    inserted.append(run)
    assert paragraph._p.find(qn("w:ins")) is not None
