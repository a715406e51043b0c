"""A paper as people paste it: from a screen, from a PDF viewer, from a page that speaks markdown."""

import textwrap
import unicodedata

from .facts import Grid, Paper, Row

WIDTH = 86
LINES_A_PAGE = 44


def rows_of(paper: Paper) -> list[Row | Grid]:
    return list(paper.body)


def whole(row: Row) -> str:
    return f"{row.mark} {row.text}" if row.mark else row.text


def letterhead(paper: Paper) -> list[str]:
    """Left and right column on the same lines, far apart, as a viewer copies them."""
    left = [*paper.superior, *paper.agency, "-------", paper.number_line]
    if paper.kind == "CV":
        left.append(f"V/v {paper.title}")
    right = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "---------------"]
    rows = []
    for place in range(max(len(left), len(right) + 1)):
        one = left[place] if place < len(left) else ""
        two = right[place] if place < len(right) else (paper.date_line if one == paper.number_line else "")
        rows.append(f"{one:<44}{two}".rstrip())
    return rows


def foot(paper: Paper) -> list[str]:
    left = ["Nơi nhận:", *(f"- {line};" for line in paper.recipients[:-1]), f"- {paper.recipients[-1]}."]
    right = [*paper.authority, "", "", paper.signer]
    rows = []
    for place in range(max(len(left), len(right))):
        one = left[place] if place < len(left) else ""
        two = right[place] if place < len(right) else ""
        rows.append(f"{one:<46}{two}".rstrip())
    return rows


def opening(paper: Paper) -> list[str]:
    if paper.kind == "CV":
        return [f"Kính gửi: {'; '.join(paper.addressees)}.", *paper.opening]
    return [*paper.basis, *paper.opening]


def grid_text(grid: Grid) -> list[str]:
    return ["| " + " | ".join(cells) + " |" for cells in grid.rows]


def body_lines(paper: Paper) -> list[str]:
    lines = []
    for row in rows_of(paper):
        lines.extend(grid_text(row) if isinstance(row, Grid) else [whole(row)])
    return lines


def pasted(paper: Paper) -> str:
    """One paragraph a line."""
    title = [] if paper.kind == "CV" else [paper.kind_line, paper.title, "-------"]
    closing = [paper.closing] if paper.closing else []
    return "\n".join(
        [*letterhead(paper), *title, *opening(paper), *body_lines(paper), *closing, *foot(paper)]
    )


def wrapped(paper: Paper) -> str:
    """Every line broken at the width of a page, page numbers in between, nothing else to part paragraphs."""
    title = [] if paper.kind == "CV" else [paper.kind_line, *textwrap.wrap(paper.title, 70), "-------"]
    lines = [*letterhead(paper), *title]
    for text in [*opening(paper), *body_lines(paper), paper.closing]:
        lines.extend([text] if text.startswith("|") else textwrap.wrap(text, WIDTH, break_on_hyphens=False))
    done = []
    for place, line in enumerate(lines, 1):
        done.append(line)
        if place % LINES_A_PAGE == 0:
            done.append(str(place // LINES_A_PAGE + 1))
    return "\n".join([*done, *foot(paper)])


def markdown(paper: Paper) -> str:
    """As a converter writes it: headings with #, bold with stars, a page break inside a sentence."""
    lines = ["", f"**{' '.join(paper.agency)}**", paper.number_line, paper.date_line]
    if paper.superior:
        lines.insert(1, " ".join(paper.superior))
    lines += [f"V/v {paper.title}"] if paper.kind == "CV" else [f"## {paper.kind_line}", f"### {paper.title}"]
    lines += opening(paper)
    broken = False
    for row in rows_of(paper):
        if isinstance(row, Grid):
            cells = grid_text(row)
            lines.append("\n".join([cells[0], "|---" * len(row.rows[0]) + "|", *cells[1:]]))
        elif row.kind == "part":
            lines.append(f"#### **{whole(row)}**")
        elif row.bold:
            lines.append(f"**{row.mark}** {row.text}" if row.mark else f"**{row.text}**")
        else:
            text = whole(row)
            middle = text.find(" ", len(text) // 2)
            if not broken and len(text) > 90 and middle > 0 and text[middle + 1].islower():
                text, broken = f"{text[:middle]}\n\n{text[middle + 1 :]}", True
            lines.append(text)
    lines += [paper.closing, "#### ***Nơi nhận:***"]
    lines.append("\n".join(f"- {line};" for line in paper.recipients[:-1]) + f"\n- {paper.recipients[-1]}.")
    lines.append("**" + "  \n".join(paper.authority) + "**")
    lines.append(f"**{paper.signer}**")
    return "\n\n".join(lines)


def apart(text: str) -> str:
    """The letters and their marks apart (NFD), as some machines store Vietnamese."""
    return unicodedata.normalize("NFD", text)


def windows(text: str) -> bytes:
    """Windows-1258: the tone marks stand apart, the letters with their own mark do not."""
    tones = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
    out = []
    for letter in unicodedata.normalize("NFC", text.replace("≥", "từ ")):
        parts = unicodedata.normalize("NFD", letter)
        tone = "".join(part for part in parts if part in tones)
        base = unicodedata.normalize("NFC", "".join(part for part in parts if part not in tones))
        out.append(base + tone)
    return "".join(out).encode("cp1258", errors="replace")
