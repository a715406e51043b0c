"""What offices and readers expect beyond the decree: where lines end, how wide their blanks are."""

import re
from itertools import pairwise

from plans.paper.binding import NBSP
from tests.paper.lines import MM, Line
from tests.paper.printed import Set
from tests.paper.rules.measure import flow, quote, rule, running_text

EDGE = 0.1  # points that a line may reach past the margin
WIDEST_BLANK = 1.6  # of the size: six times a usual blank, where long symbols follow each other
TOGETHER = (  # the end of a line, the beginning of the next
    (
        r"\b(?:[Ss]ố|[Nn]gày|[Tt]háng|[Nn]ăm|[Qq]uý|[Kk]hoản|[Đđ]iểm|Điều|Chương|[Pp]hụ lục)$",
        r"(?:\d|[IVXLC]+\b)",
    ),
    (r"\d$", r"(?:%|‰|tuổi\b|(?:triệu|tỷ) đồng|tháng \d{1,2}\b)"),
    (r"\b(?:triệu|tỷ)$", r"đồng\b"),
    (r"/$", r"\d"),
    (r"[<>≥≤]$", r"\d"),
    (r"\w$", r"[-–] "),
)
LONGEST_WORD = 20  # letters of one that has no place to break
LONGEST_WHOLE = 16  # letters: a symbol up to that is on one line


@rule("TORN", "thông lệ")
def what_belongs_together_is_not_torn(printed):
    for item in flow(printed):
        for line, after in pairwise(item.lines) if not item.block.is_ragged else ():
            if any(re.search(end, line.text) and re.match(begin, after.text) for end, begin in TOGETHER):
                yield f"{quote(line)} tách khỏi «{after.text[:12]}»"
            word = line.text.split()[-1] + after.text.split()[0]
            parts_of_one = re.search(r"\w[-/]$", line.text) and after.text[0].isalnum()
            if parts_of_one and len(word.rstrip(".,;)")) <= LONGEST_WHOLE:
                yield f"{quote(line)} ngắt giữa một ký hiệu"


@rule("LAST", "thông lệ")
def no_paragraph_ends_in_one_syllable(printed):
    for item in running_text(printed):
        if len(item.lines) > 1 and len(item.lines[-1].text.split()) == 1 and _breaks_at_blank(item):
            yield f"đoạn kết thúc bằng một tiếng: {quote(item.lines[-1])}"


def _breaks_at_blank(item: Set) -> bool:
    """Two long words in a row are not held together; what is bound is one word."""
    bound = re.sub(f" *{NBSP} *", NBSP, item.lines[-2].text)
    before, last = bound.split(" ")[-1], item.lines[-1].text
    if before.endswith(("-", "/")):
        return False  # within a long symbol
    return len(before) <= 12 and len(last) <= 12 + len("./.")


@rule("EDGE", "II.6e")
def no_line_reaches_past_the_margin(printed):
    width = printed.sizes[0][0]
    margin = width - round((width - printed.right) / MM * 2) / 2 * MM  # offices set half millimetres
    for item in running_text(printed):
        for line in item.lines:
            if line.x1 > margin + EDGE:
                yield f"{quote(line)} quá lề phải {line.x1 - margin:.2f} pt"


@rule("RIVER", "thông lệ")
def blanks_are_of_a_bearable_width(printed):
    for item in running_text(printed):
        if any(strand.foot for strand in item.block.strands):
            continue  # the raised mark that calls a note was taken out of its line
        for line, after in pairwise(item.lines) if not item.block.is_ragged else ():
            if max(line.blanks, default=0) > WIDEST_BLANK and not _is_short(line) and not _begins_long(after):
                yield f"{quote(line)} có khoảng trắng rộng {max(line.blanks) / 0.25:.1f} lần"


def _is_short(line: Line) -> bool:
    """Few words between two of the longest: nothing can fill such a line."""
    return len(line.text.split()) < 4


def _begins_long(line: Line) -> bool:
    """An address of the net or the like, which cannot fill the line before."""
    return len(line.text.split()[0]) > LONGEST_WORD


@rule("APART", "II.3, II.4")
def number_and_date_stand_apart(printed):
    for line in printed.date:
        if printed.number and line.x0 - printed.number.x1 < 4:
            yield f"địa danh sát số, ký hiệu ({line.x0 - printed.number.x1:.1f} pt)"
    if len(printed.date) > 1:
        yield "địa danh và thời gian trên hai dòng"
