"""What stands above the text: II.1–II.5, II.9b (Kính gửi)."""

import re
from collections.abc import Iterator
from itertools import pairwise

from tests.paper.lines import Line, unmarked
from tests.paper.printed import Printed
from tests.paper.rules.measure import (
    HAIR,
    SINGLE,
    centred,
    quote,
    rule,
    ruled_by,
    set_as,
    single_spaced,
    sized,
    text_centre,
)


@rule("L08", "II.1a")
def national_name(printed):
    line = printed.national_name
    if not line:
        yield "thiếu Quốc hiệu"
        return
    if not line.text.isupper():
        yield "Quốc hiệu không in hoa"
    yield from sized("Quốc hiệu", line, 12, 13)
    yield from set_as("Quốc hiệu", line, bold=True)
    if line.centre < printed.sizes[0][0] / 2 or any(other.top < line.top - 2 for other in printed.first):
        yield "Quốc hiệu không ở phía trên cùng, bên phải"


@rule("L09", "II.1b")
def motto(printed):
    line = printed.motto
    if not line:
        yield "thiếu Tiêu ngữ"
        return
    if line.text != "Độc lập - Tự do - Hạnh phúc":
        yield f"Tiêu ngữ in là {quote(line)}"
    yield from sized("Tiêu ngữ", line, 13, 14)
    yield from set_as("Tiêu ngữ", line, bold=True)
    if printed.national_name:
        yield from centred("Tiêu ngữ", line, printed.national_name.centre)


@rule("L10", "II.1b")
def rule_under_motto(printed):
    yield from ruled_by("Tiêu ngữ", printed, printed.motto, 1, 1)


@rule("L11", "II.1c")
def motto_single_spaced(printed):
    if printed.national_name and printed.motto:
        yield from single_spaced("Quốc hiệu và Tiêu ngữ", printed.national_name, printed.motto)


@rule("L12", "II.2b")
def superior_name(printed):
    if printed.paper.letterhead.superior and not printed.superior:
        yield "thiếu tên cơ quan chủ quản"
    for line in printed.superior:
        if not line.text.isupper():
            yield f"tên cơ quan chủ quản {quote(line)} không in hoa"
        yield from sized("tên cơ quan chủ quản", line, 12, 13)
        yield from set_as("tên cơ quan chủ quản", line)


@rule("L13", "II.2b")
def agency_name(printed):
    if not printed.agency:
        yield "thiếu tên cơ quan ban hành"
    for line in printed.agency:
        if not line.text.isupper():
            yield f"tên cơ quan {quote(line)} không in hoa"
        yield from sized("tên cơ quan", line, 12, 13)
        yield from set_as("tên cơ quan", line, bold=True)
        yield from centred("tên cơ quan", line, (printed.superior or printed.agency)[0].centre)


@rule("L14", "II.2b")
def rule_under_agency(printed):
    if printed.agency:
        yield from ruled_by("tên cơ quan", printed, printed.agency[-1], 1 / 3, 1 / 2)


@rule("L15", "II.2b")
def office_single_spaced(printed):
    names = [*printed.superior, *printed.agency]
    for above, below in pairwise(names):
        yield from single_spaced("tên cơ quan chủ quản và cơ quan ban hành", above, below)


SYMBOL = r"[A-ZĐƠƯĂÂÊÔ][A-ZĐƠƯĂÂÊÔa-zđ0-9&]*(-[A-ZĐƠƯĂÂÊÔ0-9&][A-ZĐƠƯĂÂÊÔa-zđ0-9&]*)+"


@rule("L16", "II.3c")
def number_line(printed):
    line = printed.number
    if not line:
        yield "thiếu số, ký hiệu"
        return
    number = r"(0[1-9]|[1-9]\d+)" if printed.paper.number else r"\s{3,}"
    whole = "".join(line.text for line in printed.numbered) or line.text
    if not re.fullmatch(rf"Số:\s*{number}/[^\s/]+", whole):
        yield f"số, ký hiệu in là {quote(line)}"
    yield from sized("số, ký hiệu", line, 13, 13)
    yield from set_as("số, ký hiệu", line)
    if printed.agency and not _shares_its_line(printed):
        yield from centred("số, ký hiệu", line, printed.agency[-1].centre)


@rule("L17", "II.3b")
def symbol(printed):
    line = printed.number
    if not line:
        return
    printed_symbol = "".join(line.text for line in printed.numbered).partition("/")[2].strip()
    if not re.fullmatch(SYMBOL, printed_symbol):
        yield f"ký hiệu {printed_symbol} không gồm các nhóm chữ viết tắt nối bằng gạch nối"
    elif printed.paper.type_name and not re.match(rf"{printed.paper.kind}(LT)?-", printed_symbol):
        yield f"ký hiệu {printed_symbol} không bắt đầu bằng {printed.paper.kind}"
    elif not printed.paper.type_name and printed_symbol.startswith("CV-"):
        yield f"ký hiệu công văn {printed_symbol} có tên loại"


@rule("L18", "II.4c")
def place_and_date(printed):
    if not printed.date:
        yield "thiếu địa danh và thời gian"
        return
    first = printed.date[0]
    if printed.number and abs(first.baseline - printed.number.baseline) > HAIR:
        yield f"địa danh thấp hơn số, ký hiệu {first.baseline - printed.number.baseline:+.1f} pt"
    if not re.match(r"^[A-ZĐƠƯĂÂÊÔÀ-Ỹ][^,]*,", first.text):
        yield f"địa danh in là {quote(first)}"
    for line in printed.date:
        yield from sized("địa danh, thời gian", line, 13, 14)
        yield from set_as("địa danh, thời gian", line, italic=True)
        if printed.national_name and not _shares_its_line(printed):
            yield from centred("địa danh, thời gian", line, printed.national_name.centre)


SHARED = 350  # points: number and date together that no two columns hold, each below what it belongs to


def _shares_its_line(printed: Printed) -> bool:
    """A long symbol or seat: number and date share their line among themselves, the number perhaps in two."""
    number = sum(line.length for line in printed.numbered)
    return bool(number and printed.date and number + printed.date[0].length > SHARED)


@rule("L19", "II.4b")
def padded_date(printed):
    text = " ".join(line.text for line in printed.date)
    found = re.search(r"ngày\s+(\S+)\s+tháng\s+(\S+)\s+năm\s+(\S+)", text)
    if not found:
        return  # gaps to write in
    day, month, _ = found.groups()
    if not re.fullmatch(r"0[1-9]|[12]\d|3[01]", day) or not re.fullmatch(r"01|02|[3-9]|1[0-2]", month):
        yield f"ngày tháng in là «{found[0]}»"


@rule("L21", "II.5b")
def type_of_paper(printed):
    if not printed.paper.type_name:
        return
    line = printed.type_line
    if not line:
        yield "thiếu tên loại"
        return
    if not line.text.isupper():
        yield "tên loại không in hoa"
    yield from sized("tên loại", line, 13, 14)
    yield from set_as("tên loại", line, bold=True)
    yield from centred("tên loại", line, text_centre(printed))


@rule("L22", "II.5b")
def title(printed):
    if not printed.paper.type_name:
        return
    if not printed.title:
        yield "thiếu trích yếu"
        return
    if printed.type_line and printed.title[0].baseline - printed.type_line.baseline > 2 * SINGLE * 14:
        yield "trích yếu không ở ngay dưới tên loại"
    if all(line.text.isupper() for line in printed.title):
        yield "trích yếu in hoa"
    for line in printed.title:
        yield from sized("trích yếu", line, 13, 14)
        yield from set_as("trích yếu", line, bold=True)
        yield from centred("trích yếu", line, text_centre(printed))


@rule("L23", "II.5b")
def rule_under_title(printed):
    if printed.paper.type_name and printed.title:
        yield from ruled_by("trích yếu", printed, printed.title[-1], 1 / 3, 1 / 2)


@rule("L24", "II.5b")
def subject_of_letter(printed):
    if printed.paper.type_name:
        return
    if not printed.subject:
        yield "thiếu trích yếu V/v dưới số, ký hiệu"
        return
    for line in printed.subject:
        yield from sized("V/v", line, 12, 13)
        yield from set_as("V/v", line)
        if printed.number:
            yield from centred("V/v", line, printed.number.centre)
    if printed.number:
        gap = printed.subject[0].baseline - printed.number.baseline - SINGLE * printed.subject[0].size
        if not 5 <= gap <= 8:
            yield f"V/v cách số, ký hiệu {gap:.1f} pt, phải 6 pt"


@rule("L43", "II.9b, II.9d")
def addressees(printed):
    before = [line for line in printed.first if line.words.startswith("kínhgửi")]
    if printed.paper.kind not in ("CV", "BC", "TTr"):
        if before:
            yield "có «Kính gửi»"
        return
    names = [unmarked(name) for name in printed.paper.addressees]
    if not before:
        if names or printed.paper.kind == "CV":
            yield "thiếu «Kính gửi»"
        return
    line = before[0]
    yield from sized("Kính gửi", line, 13, 14)
    yield from set_as("Kính gửi", line)
    if len(names) == 1:
        if (
            not unmarked(line.text).startswith(f"kínhgửi:{names[0]}"[: len(line.words)])
            or len(line.text) < 12
        ):
            yield "một nơi nhận phải cùng dòng với «Kính gửi:»"
        return
    yield from _addressee_list(printed, line, names)


def _addressee_list(printed: Printed, label: Line, names: list[str]) -> Iterator[str]:
    below = [line for line in printed.text_lines if line.page or line.baseline > label.baseline]
    dashed = [line for line in below if line.text.startswith("- ")][: len(names)]
    listed = " ".join(line.text for line in below[: below.index(dashed[-1]) + 1]) if dashed else ""
    if label.words != "kínhgửi:" or len(dashed) != len(names):
        yield "«Kính gửi:» nhiều nơi: mỗi nơi một dòng, đầu dòng có gạch"
        return
    if not listed.endswith(".") or listed.count(";") < len(names) - 1:
        yield "các nơi sau «Kính gửi» phải kết thúc bằng «;» và «.»"
    colon = next(c for c in label.chars if c["text"] == ":")
    if any(abs(line.x0 - colon["x0"]) > 1.5 for line in dashed):
        yield "các gạch đầu dòng không thẳng dưới dấu hai chấm của «Kính gửi:»"
