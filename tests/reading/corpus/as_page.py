"""A paper as a page for a printer: the HTML that WeasyPrint, Chromium and LibreOffice turn into PDF."""

from html import escape

from .facts import Grid, Paper

STYLE = """
@page { size: A4; margin: 20mm 15mm 20mm 30mm; @top-center { content: counter(page) } }
body { font: 14pt/1.25 'Liberation Serif', 'Times New Roman', serif; text-align: justify; margin: 0 }
table { width: 100%; border-collapse: collapse } td { vertical-align: top }
.head td, .foot td { text-align: center } .foot td:first-child { text-align: left; font-size: 11pt }
p { margin: 6pt 0; text-indent: 10mm } .c { text-align: center; text-indent: 0 }
.head p, .foot p { margin: 0; text-indent: 0 }
.grid td { border: 1px solid; padding: 2pt; text-align: left } .grid p { text-indent: 0; margin: 0 }
"""


def page(paper: Paper, *, is_ruled: bool = True) -> str:
    """`is_ruled`: with the borders of its tables."""
    left = [*paper.superior, *(f"<b>{escape(line)}</b>" for line in paper.agency), escape(paper.number_line)]
    if paper.kind == "CV":
        left.append(f"V/v {escape(paper.title)}")
    right = [
        "<b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b>",
        "<b>Độc lập - Tự do - Hạnh phúc</b>",
        "&nbsp;",
        f"<i>{escape(paper.date_line)}</i>",
    ]
    parts = [
        "<table class=head><tr><td style='width:44%'>",
        *(f"<p>{line}</p>" for line in left),
        "</td><td>",
        *(f"<p>{line}</p>" for line in right),
        "</td></tr></table>",
    ]
    if paper.kind == "CV":
        parts.append(f"<p class=c>Kính gửi: {escape('; '.join(paper.addressees))}.</p>")
    else:
        parts.append(f"<p class=c><b>{paper.kind_line}</b></p><p class=c><b>{escape(paper.title)}</b></p>")
    parts += [f"<p><i>{escape(text)}</i></p>" for text in paper.basis]
    parts += [f"<p>{escape(text)}</p>" for text in paper.opening]
    for row in paper.body:
        if isinstance(row, Grid):
            parts.append("<table class=grid>")
            parts += [
                "<tr>" + "".join(f"<td><p>{escape(cell)}</p></td>" for cell in cells) + "</tr>"
                for cells in row.rows
            ]
            parts.append("</table>")
        else:
            text = escape(f"{row.mark} {row.text}".strip())
            parts.append(f"<p>{f'<b>{text}</b>' if row.bold else text}</p>")
    parts.append(f"<p>{escape(paper.closing)}</p>")
    parts.append("<table class=foot><tr><td style='width:50%'><p><b><i>Nơi nhận:</i></b></p>")
    parts += [f"<p>- {escape(line)};</p>" for line in paper.recipients[:-1]]
    parts.append(f"<p>- {escape(paper.recipients[-1])}.</p></td><td>")
    parts += [f"<p><b>{escape(line)}</b></p>" for line in paper.authority]
    parts.append(
        f"<p>&nbsp;</p><p>&nbsp;</p><p>&nbsp;</p><p><b>{escape(paper.signer)}</b></p></td></tr></table>"
    )
    style = STYLE if is_ruled else STYLE.replace("border: 1px solid; padding: 2pt", "padding: 2pt 5pt")
    return f"<!doctype html><html lang=vi><meta charset=utf-8><style>{style}</style><body>{''.join(parts)}"
