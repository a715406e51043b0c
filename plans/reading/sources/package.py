"""The parts of a .docx, unpacked within limits and parsed without entities.

The parts are read here and not through python-docx: it unpacks every part (pictures, too) before anything
can be measured, and it gives up where a part that we never need is missing.
"""

import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from lxml import etree
from lxml.etree import _Element as Element

from . import limits
from .refusing import Unreadable

MAIN = "word/document.xml"
RELATIONS = "_rels/.rels"
_FAULTS = (BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError, ValueError)


class Package:
    def __init__(self, data: bytes):
        try:
            self._zip = ZipFile(BytesIO(data))
            self._sizes = {entry.filename: entry for entry in self._zip.infolist()}
        except _FAULTS as fault:
            raise Unreadable("damaged_word") from fault
        if len(self._sizes) > limits.PARTS:
            raise Unreadable("bomb")

    @property
    def names(self) -> frozenset[str]:
        return frozenset(self._sizes)

    def has_macros(self) -> bool:
        if any(name.lower().endswith("vbaproject.bin") for name in self._sizes):
            return True
        return "[Content_Types].xml" in self._sizes and b"macroEnabled" in self._bytes("[Content_Types].xml")

    def part(self, name: str) -> Element | None:
        """The parsed root of a part, or None when there is none of this name."""
        if name not in self._sizes:
            return None
        return parsed(self._bytes(name))

    def _bytes(self, name: str) -> bytes:
        entry = self._sizes[name]
        if entry.flag_bits & 1:
            raise Unreadable("encrypted")
        packed = max(entry.compress_size, 1)
        if entry.file_size > limits.PART_BYTES or (
            entry.file_size > limits.MEGABYTE and entry.file_size > limits.RATIO * packed
        ):
            raise Unreadable("bomb")
        try:
            with self._zip.open(entry) as file:
                data = file.read(limits.PART_BYTES + 1)  # never trust the size an archive declares
        except _FAULTS as fault:
            raise Unreadable("damaged_word") from fault
        if len(data) > limits.PART_BYTES:
            raise Unreadable("bomb")
        return data


def parsed(data: bytes) -> Element:
    """XML without entities, network or document type; a file that brings one is refused."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as fault:
        # libxml2 counts depth and amplification itself; what it stops was not written by Word.
        said = str(fault)
        if "ntity" in said or "amplification" in said:
            raise Unreadable("entities") from fault
        raise Unreadable("nested" if "depth" in said else "damaged_word") from fault
    except ValueError as fault:
        raise Unreadable("damaged_word") from fault
    if root is None:
        raise Unreadable("damaged_word")
    if root.getroottree().docinfo.internalDTD is not None:
        raise Unreadable("entities")
    return root
