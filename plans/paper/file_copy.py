"""The line of Nơi nhận that keeps a copy: "Lưu: VT, LĐTBXH" (NĐ 30/2020, Phụ lục I, II.9d). Pure."""

import re

from childlabour.core.vietnamese import search_key

CLERK = "VT"  # văn thư, who keeps the first copy
_BEGINS = re.compile(r"luu\b")
_WORD = re.compile(r"^Lưu\s*:?\s*")
_WITHOUT_COLON = re.compile(r"Lưu\s+[A-ZĐ]")


def file_copy(drafted_by: str = "") -> str:
    """The line as the decree wants it: the clerk, then whoever wrote the paper."""
    return f"Lưu: {CLERK}, {drafted_by}" if drafted_by else f"Lưu: {CLERK}"


def is_file_copy(line: str) -> bool:
    """Also without its colon and without marks, as offices type it: "LƯU VT", "Luu: VT"."""
    return _BEGINS.match(search_key(line)) is not None


def lacks_colon(line: str) -> bool:
    return _WITHOUT_COLON.match(line) is not None


def with_colon(line: str) -> str:
    """ "Lưu VT" → "Lưu: VT"; any other line as it is."""
    return _WORD.sub("Lưu: ", line)


def kept_by(line: str) -> str:
    """ "Lưu: VT, LĐTBXH" → "VT, LĐTBXH"; a line without a colon whole."""
    return line.partition(":")[2].strip() or line
