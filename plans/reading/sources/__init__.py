"""Bytes → lines. The type of a file is told by its bytes; its name only helps to word the refusal."""

from collections.abc import Callable

from . import limits
from .lines import Source, SourceKind
from .old_word import read_old_word
from .pdf import read_pdf
from .plain import lines_of_text, read_text
from .refusing import Unreadable
from .word import read_word

_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM")
_ARCHIVES = (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")


def read_source(data: bytes, name: str = "") -> Source:
    """The lines of a file, whatever its name says; raises `Unreadable` with the reason."""
    if len(data) > limits.FILE_BYTES:
        raise Unreadable("too_large")
    if not data.strip(b"\x00 \t\r\n"):
        raise Unreadable("empty")
    if name.lower().endswith((".docm", ".dotm")):
        raise Unreadable("macros")
    source = _reader(data)(data)
    if sum(line.table > 0 for line in source.lines) > limits.CELLS:
        raise Unreadable("too_many_cells")
    return source


def pasted(text: str) -> Source:
    """The lines of a text that was pasted."""
    if not text.strip():
        raise Unreadable("empty")
    return lines_of_text(text, SourceKind.TEXT)


def _reader(data: bytes) -> Callable[[bytes], Source]:
    if data.startswith(b"PK\x03\x04") or data.startswith(b"PK\x05\x06"):
        return read_word
    if b"%PDF-" in data[:1024]:
        return read_pdf
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return read_old_word
    if data.startswith(_PICTURES):
        raise Unreadable("picture")
    if data.startswith(_ARCHIVES):
        raise Unreadable("archive")
    if data.startswith(b"{\\rtf"):
        raise Unreadable("other_document")
    return read_text
