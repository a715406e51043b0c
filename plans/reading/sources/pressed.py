"""How much a PDF unpacks to, measured before anything opens it: pdfium takes all the memory there is, and dies of it.

Only what is deflated is measured, as often as the file says that it is; pictures are not, for nobody unpacks them here.
"""

import zlib
from collections.abc import Iterator

from . import limits
from .refusing import Unreadable

FACTS = 600  # bytes before a stream in which it says what it is
OFTEN = 4  # times that one stream may be deflated


def refuse_pressed(data: bytes) -> None:
    """Raises `Unreadable` where one stream, or all together, would unpack to more than any plan holds."""
    whole = 0
    for packed, times, most in _streams(data):
        size = _unpacked(packed, times, most)
        whole += size
        if size > most or whole > limits.STREAMS_BYTES:
            raise Unreadable("pressed_pdf")


def _streams(data: bytes) -> Iterator[tuple[memoryview, int, int]]:
    """The deflated ones, how often they are, and to how many bytes they may unpack."""
    view, at = memoryview(data), data.find(b"stream")
    while at >= 0:
        facts = data[max(0, at - FACTS) : at]
        facts = facts[facts.rfind(b"obj") + 3 :]
        start = at + len(b"stream")
        start += 2 if data[start : start + 2] == b"\r\n" else 1
        end = data.find(b"endstream", start)
        end = len(data) if end < 0 else end
        times = facts.count(b"/FlateDecode") + facts.count(b"/Fl ")
        if times and b"/Image" not in facts:
            most = limits.PLACES_BYTES if b"/XRef" in facts else limits.STREAM_BYTES
            yield view[start:end], min(times, OFTEN), most
        at = data.find(b"stream", end + len(b"endstream"))


def _unpacked(packed: memoryview, times: int, most: int) -> int:
    """How many bytes it becomes, as far as they were counted; what is damaged counts as far as it goes."""
    said: bytes | memoryview = packed
    for _ in range(times):
        try:
            said = zlib.decompressobj().decompress(said, most + 1)
        except zlib.error:
            break
    return len(said) if said is not packed else 0
