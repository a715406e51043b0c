"""The sheet as such: I.1–I.7."""

import re
from collections import Counter

from tests.paper.lines import MM
from tests.paper.rules.measure import centred, rule, set_as, sheet_centre, sized


@rule("L01", "I.1")
def paper_is_a4(printed):
    for number, size in enumerate(printed.sizes, start=1):
        if any(abs(side - want * MM) > 1 for side, want in zip(sorted(size), (210, 297), strict=True)):
            yield f"trang {number}: {size[0] / MM:.0f} × {size[1] / MM:.0f} mm"


@rule("L02", "I.2")
def stands_upright(printed):
    for number in printed.body_pages:
        width, height = printed.sizes[number]
        if width > height:
            yield f"trang {number + 1} nằm ngang"


@rule("L03", "I.3")
def top_and_bottom_margins(printed):
    tops, bottoms = [], []
    for page in printed.body_pages:
        if lines := printed.running([page]):
            tops.append((min(line.top for line in lines) / MM, page))
            bottoms.append(((printed.sizes[page][1] - max(line.bottom for line in lines)) / MM, page))
    for margin, page in tops:  # the first line's own leading belongs to the text area
        if not 19.6 <= margin <= 26.5:
            yield f"trang {page + 1}: lề trên {margin:.1f} mm, phải 20–25"
    for margin, page in bottoms:
        if margin < 19.9:
            yield f"trang {page + 1}: lề dưới {margin:.1f} mm, phải 20–25"
    # A full page may stay a line and a gap short; where there are few of them, more, for what must not part.
    full = [margin for margin, _ in bottoms[:-1]]
    line_and_gap = (printed.pitch + 8) / MM
    if full and min(full) > 25 + (line_and_gap if len(full) > 2 else 60):
        yield f"lề dưới {min(full):.1f} mm trên trang đầy, phải 20–25"


@rule("L04", "I.3")
def left_margin(printed):
    if printed.left and not 29.8 <= printed.left / MM <= 35.2:
        yield f"lề trái {printed.left / MM:.1f} mm, phải 30–35"


@rule("L05", "I.3")
def right_margin(printed):
    margin = (printed.sizes[0][0] - printed.right) / MM
    if printed.right and not 14.8 <= margin <= 20.8:
        yield f"lề phải {margin:.1f} mm, phải 15–20"


@rule("L06", "I.4")
def times_and_black(printed):
    used = Counter(c["fontname"].split("+")[-1] for page in printed.chars for c in page if c["text"].strip())
    for face in used:
        if not re.match(r"^(TimesNewRoman|Times-New-Roman|Liberation-?Serif)", face):
            yield f"phông chữ {face} ({used[face]} chữ)"
    inks = {c["non_stroking_color"] for page in printed.chars for c in page}
    for ink in inks:
        if ink and any(part > 0.01 for part in ink):
            yield f"chữ không phải màu đen: {ink}"


@rule("L07", "I.7")
def page_numbers(printed):
    groups = [printed.body_pages, *(printed.annex_pages(i) for i in range(len(printed.annex_starts)))]
    if printed.body_pages and printed.page_number(0):
        yield "trang đầu có số trang"
    for page in (page for pages in groups for page in pages[1:]):
        line = printed.page_number(page)
        if not line:
            yield f"trang {page + 1} của tệp không có số trang"
            continue
        if not (line.top > 0 and line.bottom < 20 * MM):
            yield f"số trang ở trang {page + 1} không nằm trong lề trên"
        yield from sized("số trang", line, 13, 14)
        yield from set_as("số trang", line)
        yield from centred("số trang", line, sheet_centre(printed, page))
