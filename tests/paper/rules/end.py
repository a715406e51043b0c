"""What stands below the text: II.7, II.9, and what holds the page ends together."""

import re
from collections.abc import Iterator
from itertools import pairwise

from tests.paper.lines import MM, Line, unmarked
from tests.paper.printed import Printed
from tests.paper.rules.measure import HAIR, SINGLE, centred, quote, rule, set_as, sized

TITLES = re.compile(r"^(GS|PGS|TS|ThS|CN|KS|BS|NGND|NGƯT|Ông|Bà|Đồng chí|Đ/c)\b\.?\s", re.IGNORECASE)
ABBREVIATION = re.compile(r"^(TM|KT|TL|TUQ|Q)\.(?P<next>.?)")


@rule("L39", "II.7đ")
def authority(printed):
    if printed.paper.signature.lines and not printed.authority:
        yield "thiếu quyền hạn, chức vụ của người ký"
    for line in printed.authority:
        if not line.text.isupper():
            yield f"{quote(line)} không in hoa"
        short = ABBREVIATION.match(line.text)
        if short and short["next"] != " ":
            yield f"{quote(line)}: sau dấu chấm phải cách chữ"
        yield from sized("quyền hạn, chức vụ", line, 13, 14)
        yield from set_as("quyền hạn, chức vụ", line, bold=True)
        yield from centred("quyền hạn, chức vụ", line, printed.authority[0].centre)


@rule("BESIDE", "Mẫu 1.9")
def second_signature(printed):
    if not printed.paper.beside:
        return
    if not printed.beside:
        yield "thiếu chữ ký bên trái"
        return
    first = printed.beside[0]
    yield from set_as("chức danh bên trái", first, bold=True)
    if not first.text.isupper():
        yield f"{quote(first)} không in hoa"
    if printed.end and (first.page, abs(first.baseline - printed.end[0].baseline) > HAIR) != (
        printed.end[0].page,
        False,
    ):
        yield "hai chữ ký không ngang hàng"


@rule("L40", "II.7c, II.7đ")
def signer(printed):
    line = printed.signer
    if not line:
        if printed.paper.signature.signer:
            yield "thiếu họ tên người ký"
        return
    if line.text.isupper() or TITLES.match(line.text):
        yield f"họ tên in là {quote(line)}"
    for line in printed.name:
        yield from sized("họ tên", line, 13, 14)
        yield from set_as("họ tên", line, bold=True)
        if printed.authority:
            yield from centred("họ tên", line, printed.authority[0].centre)


@rule("L41", "II.9d")
def recipients_label(printed):
    line = printed.label
    if not line:
        if printed.paper.recipients.lines:
            yield "thiếu «Nơi nhận:»"
        return
    if line.text != "Nơi nhận:":
        yield f"in là {quote(line)}"
    yield from sized("Nơi nhận", line, 12, 12)
    if not (line.bold and line.italic):
        yield "«Nơi nhận:» phải nghiêng, đậm"
    if printed.left and abs(line.x0 - printed.left) > 1:
        yield f"«Nơi nhận:» không sát lề trái ({line.x0 - printed.left:+.1f} pt)"
    if printed.end and (line.page, 0) != (printed.end[0].page, 0):
        yield "«Nơi nhận:» khác trang với quyền hạn, chức vụ"
    elif printed.paper.beside:
        if printed.name and line.baseline < printed.name[-1].baseline:
            yield "«Nơi nhận:» không ở dưới hai chữ ký"
    elif printed.end and abs(line.baseline - printed.end[0].baseline) > HAIR:
        yield f"«Nơi nhận:» không ngang hàng quyền hạn ({line.baseline - printed.end[0].baseline:+.1f} pt)"


@rule("L42", "II.9d")
def recipients_list(printed):
    if not printed.label:
        return
    for line in printed.recipients:
        yield from sized("danh sách nơi nhận", line, 11, 11)
        yield from set_as("danh sách nơi nhận", line)
        if abs(line.x0 - (printed.left or printed.label.x0)) > 1:
            yield f"{quote(line)} không sát lề trái"
    entries = list(_entries(printed.recipients))
    wanted = [unmarked(line).replace(":", "") for line in printed.paper.recipients.lines]
    if [unmarked(entry[2:]).replace(":", "") for entry in entries] != wanted:
        yield f"danh sách nơi nhận có {len(entries)} dòng, phải có {len(wanted)}, mỗi nơi một dòng có gạch"
        return
    for entry in entries[:-1]:
        if not entry.endswith(";"):
            yield f"«{entry}» phải kết thúc bằng «;»"
    if entries and not re.match(r"^- Lưu: VT(, .*[^.;,])?\.$", entries[-1]):
        yield f"dòng cuối in là «{entries[-1]}», phải là «- Lưu: VT, ….»"


@rule("NEXT", "thông lệ")
def recipients_follow_each_other(printed):
    """Those that go on below the signature too; none ends in a line of one syllable."""
    for line, after in pairwise(printed.recipients):
        distance = (after.baseline - line.baseline) / (SINGLE * line.size)
        if line.page == after.page and distance > 1.5:
            yield f"{quote(after)} cách dòng trên {distance:.1f} dòng"
        if len(after.text.split()) == 1 and line.text.split(" ")[-1].isalpha():
            yield f"một nơi nhận kết thúc bằng một tiếng: {quote(after)}"


def _entries(lines: list[Line]) -> Iterator[str]:
    entry = ""
    for line in lines:
        if line.text.startswith("- ") and entry:
            yield entry
            entry = ""
        entry = f"{entry} {line.text}".strip()
    if entry:
        yield entry


# --- Beyond the decree: what every office demands -------------------------------------------------------


@rule("SIGN", "II.7d, II.8a")
def room_to_sign(printed):
    if printed.authority and printed.signer:
        room = (printed.signer.top - printed.authority[-1].bottom) / MM
        if not 20 <= room <= 45:
            yield f"chỗ ký cao {room:.0f} mm, phải 20–45"


@rule("HELD", "thông lệ")
def end_is_held_to_the_text(printed):
    """The signature is in one piece, on a page with the last two lines of the text at least."""
    if not printed.end:
        return
    pages = {line.page for line in printed.end}
    if len(pages) > 1:
        yield "khối chữ ký bị tách thành hai trang"
    page = printed.end[0].page
    beside = [line for line in printed.text_lines if line.page == page]
    if len(beside) < min(2, len(printed.text_lines)):
        yield f"khối chữ ký ở trang {page + 1} chỉ có {len(beside)} dòng nội dung đi cùng"


@rule("KEEP", "thông lệ")
def headings_stay_with_their_text(printed):
    for page in printed.body_pages[:-1]:
        lines = printed.running([page])
        last = lines[-1] if lines else None
        for item in printed.sets:
            if item.kind not in ("prose", "citation", "note", "end") and last in item.lines:
                yield f"đề mục {quote(last)} đứng cuối trang {page + 1}"


@rule("DRAFT", "thông lệ")
def draft_mark(printed):
    marks = printed.draft_mark
    if bool(marks) != printed.paper.draft:
        yield "thiếu «DỰ THẢO»" if printed.paper.draft else "có «DỰ THẢO» trên bản chính thức"
    for line in marks:
        if line.page != 0 or not line.text.isupper():
            yield "«DỰ THẢO» phải in hoa ở trang đầu"


@rule("CLEAR", "thông lệ")
def nothing_overlaps(printed):
    for page, lines in enumerate(printed.lines):
        width, height = printed.sizes[page]
        for line in lines:
            if line.x0 < 5 * MM or line.x1 > width - 5 * MM or line.bottom > height - 5 * MM:
                yield f"{quote(line)} tràn ra ngoài trang {page + 1}"
        yield from _overlaps(lines)


def _overlaps(lines: list[Line]) -> Iterator[str]:
    for place, above in enumerate(lines):
        for below in lines[place + 1 :]:
            if below.baseline - above.baseline > 0.75 * max(above.size, below.size):
                break
            if min(above.x1, below.x1) - max(above.x0, below.x0) > 1:
                yield f"{quote(above)} và {quote(below)} đè lên nhau"


@rule("TEXT", "thông lệ")
def every_word_is_there(printed: Printed):
    for item in printed.sets:
        if not item.lines:
            yield f"thiếu hoặc sai chỗ: «{item.block.text[:50]}»"
    for index in range(len(printed.annexes)):
        if index >= len(printed.annex_starts):
            yield f"thiếu phụ lục {index + 1}"
            continue
        for item in printed.annex_sets(index):
            if not item.lines:
                yield f"phụ lục {index + 1} thiếu: «{item.block.text[:50]}»"
