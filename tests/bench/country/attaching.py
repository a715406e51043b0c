"""A printed paper that carries the data of another one, added after its end (ISO 32000-1, 7.5.6 and 7.11).

Setting a paper costs a tenth of a second, an hour and a half for fifty thousand. So one of a kind is set in
earnest, and its bytes carry the data of every other one of that kind.
"""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

LAST_TABLE = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
TRAILER = re.compile(rb"/Size (\d+)/Root (\d+) 0 R/Info (\d+) 0 R/ID (\[[^\]]*\])")
PACKED = re.compile(rb"/ObjStm/N \d+/First (\d+).*?stream\r?\n(.*?)\nendstream", re.DOTALL)


@dataclass(frozen=True)
class Printed:
    """What our writer made, without attachments, and where an addition begins."""

    pdf: bytes
    table: int  # where its last table of objects stands
    size: int  # the number of the next object
    root: int
    info: int
    identity: bytes
    catalog: bytes

    @classmethod
    def of(cls, pdf: bytes) -> "Printed":
        table = int(LAST_TABLE.search(pdf)[1])
        size, root, info, identity = TRAILER.search(pdf, table).groups()
        catalog = next(text for number, text in _packed_objects(pdf) if number == int(root))
        return cls(pdf, table, int(size), int(root), int(info), identity, catalog)

    def with_data(self, name: str, data: bytes) -> bytes:
        """`name` in plain ASCII."""
        file, description, table = range(self.size, self.size + 3)
        objects = {
            self.root: self._catalog_with(name, description),
            file: _stream(
                b"/Type /EmbeddedFile/Subtype /application#2fjson/Filter /FlateDecode", zlib.compress(data)
            ),
            description: (
                f"<</Type /Filespec/F ({name})/UF ({name})/AFRelationship /Source"
                f"/EF <</F {file} 0 R/UF {file} 0 R>>>>"
            ).encode(),
        }
        written, places = bytearray(self.pdf), {}
        for number, content in objects.items():
            places[number] = len(written)
            written += b"%d 0 obj\n%b\nendobj\n" % (number, content)
        places[table] = len(written)
        written += b"%d 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (
            table,
            self._table_of(places),
            places[table],
        )
        return bytes(written)

    def _catalog_with(self, name: str, description: int) -> bytes:
        files = f"/EmbeddedFiles <</Names [({name}) {description} 0 R]>>".encode()
        if b"/Names <<" in self.catalog:
            named = self.catalog.replace(b"/Names <<", b"/Names <<" + files, 1)
        else:
            named = self.catalog.removesuffix(b">>") + b"/Names <<" + files + b">>>>"
        return named.removesuffix(b">>") + b"/AF [%d 0 R]>>" % description

    def _table_of(self, places: dict[int, int]) -> bytes:
        entries = b"".join(b"\x01" + places[number].to_bytes(4) + b"\0\0" for number in sorted(places))
        words = (
            f"/Type /XRef/Index [{self.root} 1 {self.size} 3]/W [1 4 2]/Size {self.size + 3}"
            f"/Root {self.root} 0 R/Info {self.info} 0 R/ID {self.identity.decode()}/Prev {self.table}"
        )
        return _stream(words.encode(), entries)


def _stream(words: bytes, content: bytes) -> bytes:
    return b"<<%b/Length %d>>\nstream\n%b\nendstream" % (words, len(content), content)


def _packed_objects(pdf: bytes) -> Iterator[tuple[int, bytes]]:
    """Number and text of the objects that lie together in a packed stream: pairs of numbers, then the texts."""
    for packed in PACKED.finditer(pdf):
        first, text = int(packed[1]), zlib.decompress(packed[2])
        head = [int(word) for word in text[:first].split()]
        starts = [first + offset for offset in head[1::2]]
        for number, start, end in zip(head[::2], starts, [*starts[1:], len(text)], strict=True):
            yield number, text[start:end].strip()
