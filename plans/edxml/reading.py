"""An edXML file of somebody else taken apart. Runs behind the airlock alone (`childlabour.airlock`).

Names are looked for without their prefix, wherever they stand: adapters nest them differently. A file that declares
entities, goes too deep or promises hashes that do not fit is refused, with what to do.
"""

import binascii
import hashlib
import zipfile
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO
from pathlib import PurePosixPath
from typing import Any

from lxml import etree

from childlabour.core.errors import Problem, Refusal

from .shape import DAY, SHA256, TASKS, Namespace

MOST_ELEMENTS = 20_000
DEEPEST = 40
MOST_FILES = 20
MOST_BYTES = 30 * 1024 * 1024  # of all files together, unpacked
LONGEST = 1000  # characters of one word of the header
LIBRARIES_OF_HASHES = {
    SHA256: hashlib.sha256,
    "http://www.w3.org/2000/09/xmldsig#sha1": hashlib.sha1,
    "http://www.w3.org/2001/04/xmlenc#sha512": hashlib.sha512,
}
SEND_AGAIN = "đề nghị nơi gửi chuyển lại tệp, hoặc nhập từ tệp PDF, Word của văn bản."


def letter_in(data: bytes) -> dict[str, Any]:
    """{code, kind, issuer, day, due, subject, files: [{name, data, is_checked}]}; `data` in base64, days as ISO.

    Raises Refusal with what is wrong with the file.
    """
    root = _tree_of(data)
    if root.name != "edXML" or root.namespace not in {"", *Namespace}:
        raise _refusal("Tệp này không phải edXML theo QCVN 102:2016/BTTTT hoặc go.vn/eDoc: " + SEND_AGAIN)
    number, notation = root.text_of("CodeNumber"), root.text_of("CodeNotation")
    organ = root.first("From")
    return {
        "code": "/".join(part for part in (number, notation) if part),
        "kind": root.text_of("TypeName"),
        "issuer": organ.text_of("OrganName") if organ else "",
        "day": _day(root.text_of("PromulgationDate")),
        "due": _day(root.text_of("DueDate")),
        "subject": root.text_of("Subject"),
        "files": list(_files_in(root)),
    }


# ── The tree ─────────────────────────────────────────────────────────────────────────────────────


@dataclass
class _Node:
    name: str
    namespace: str = ""
    attributes: dict[str, str] = field(default_factory=dict)
    pieces: list[str] = field(default_factory=list)
    children: list["_Node"] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(self.pieces).strip()

    def all(self, name: str) -> Iterator["_Node"]:
        """Those of this name below, in the order of the file."""
        for child in self.children:
            if child.name == name:
                yield child
            yield from child.all(name)

    def first(self, name: str) -> "_Node | None":
        return next(self.all(name), None)

    def text_of(self, name: str) -> str:
        found = self.first(name)
        return " ".join(found.text[:LONGEST].split()) if found else ""


class _Building:
    """What the parser tells, in words; bounded, so that no file makes it grow."""

    def __init__(self) -> None:
        self.root: _Node | None = None
        self.open: list[_Node] = []
        self.count = 0

    def doctype(self, name: str, public: str | None, system: str | None) -> None:
        raise _refusal("Tệp edXML có khai báo DOCTYPE, thực thể nên không mở: " + SEND_AGAIN)

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self.count += 1
        if self.count > MOST_ELEMENTS or len(self.open) >= DEEPEST:
            raise _refusal("Tệp edXML có quá nhiều phần lồng nhau nên không mở: " + SEND_AGAIN)
        name = etree.QName(tag)
        node = _Node(name.localname, name.namespace or "", dict(attributes))
        if self.open:
            self.open[-1].children.append(node)
        else:
            self.root = node
        self.open.append(node)

    def data(self, text: str) -> None:
        if self.open:
            self.open[-1].pieces.append(text)

    def end(self, tag: str) -> None:
        self.open.pop()

    def close(self) -> "_Node | None":
        return self.root


def _tree_of(data: bytes) -> _Node:
    building: Any = _Building()
    parser = etree.XMLParser(
        target=building, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True
    )
    try:
        root: Any = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise _refusal("Tệp edXML bị hỏng, không đọc được: " + SEND_AGAIN) from fault
    if root is None:
        raise _refusal("Tệp edXML trống: " + SEND_AGAIN)
    tree: _Node = root
    return tree


# ── Its files ────────────────────────────────────────────────────────────────────────────────────


def _files_in(root: _Node) -> Iterator[dict[str, Any]]:
    attachments = list(root.all("Attachment"))
    if not attachments:
        raise _refusal("Tệp edXML không kèm văn bản nào: đề nghị nơi gửi chuyển cả tệp văn bản.")
    if len(attachments) > MOST_FILES:
        raise _refusal(f"Tệp edXML kèm quá {MOST_FILES} tệp: đề nghị nơi gửi chia thành nhiều lần.")
    digests, room = _digests_in(root), MOST_BYTES
    for attachment in attachments:
        name, content = _name_of(attachment), _decoded(attachment)
        is_checked = _is_as_promised(attachment, content, digests, name)
        if attachment.text_of("Description") == TASKS:
            continue
        for inner_name, inner in _unpacked(name, content, room):
            room -= len(inner)
            if room < 0:
                raise _too_large()
            yield {"name": inner_name, "data": b64encode(inner).decode("ascii"), "is_checked": is_checked}


def _name_of(attachment: _Node) -> str:
    said = attachment.text_of("AttachmentName") or attachment.text_of("ContentId").removeprefix("cid:")
    return PurePosixPath(said.replace("\\", "/")).name[-200:] or "van-ban"


def _decoded(attachment: _Node) -> bytes:
    encoded = attachment.first("ContentTransferEncoded")
    said = "".join((encoded.text if encoded else "").split())
    if len(said) > MOST_BYTES * 4 // 3 + 4:
        raise _too_large()
    try:
        return b64decode(said, validate=True)
    except (binascii.Error, ValueError) as fault:
        raise _refusal(f"Tệp kèm “{_name_of(attachment)}” bị hỏng: " + SEND_AGAIN) from fault


def _digests_in(root: _Node) -> dict[str, list[tuple[str, str]]]:
    """Content ids → (algorithm, digest in base64), wherever the file says them: beside a file or in its signature."""
    found: dict[str, list[tuple[str, str]]] = {}
    for name in ("Reference", "Attachment"):
        for node in root.all(name):
            key = node.attributes.get("URI", "") or node.text_of("ContentId")
            method, value = node.first("DigestMethod"), node.text_of("DigestValue")
            if key and method is not None and value:
                found.setdefault(_key(key), []).append((method.attributes.get("Algorithm", ""), value))
    return found


def _key(content_id: str) -> str:
    return content_id.removeprefix("cid:").strip()


def _is_as_promised(
    attachment: _Node, content: bytes, digests: dict[str, list[tuple[str, str]]], name: str
) -> bool:
    """Whether a hash was given that we can hold against it. Raises Refusal where one does not fit."""
    keys = {_key(attachment.text_of("ContentId")), attachment.text_of("AttachmentName")} - {""}
    promised = [one for key in keys for one in digests.get(key, ())]
    known = [
        (LIBRARIES_OF_HASHES[method], value) for method, value in promised if method in LIBRARIES_OF_HASHES
    ]
    for digest, value in known:
        said = b""
        with suppress(binascii.Error, ValueError):
            said = b64decode(value, validate=True)
        if digest(content).digest() != said:
            raise _refusal(
                f"Tệp kèm “{name}” không khớp mã kiểm tra ghi trong edXML, có thể đã bị sửa: " + SEND_AGAIN
            )
    return bool(known)


def _unpacked(name: str, content: bytes, room: int) -> Iterator[tuple[str, bytes]]:
    """Senders pack a file into a zip of its own; an Office file is a zip too, and stays whole."""
    if not content.startswith(b"PK"):
        yield name, content
        return
    try:
        with zipfile.ZipFile(BytesIO(content)) as packed:
            entries = [entry for entry in packed.infolist() if not entry.is_dir()]
            if any(entry.filename == "[Content_Types].xml" for entry in entries):
                yield name, content
                return
            if len(entries) > MOST_FILES:
                raise _refusal(f"Tệp nén “{name}” chứa quá {MOST_FILES} tệp: đề nghị nơi gửi chia nhỏ.")
            for entry in entries:
                with packed.open(entry) as opened:
                    inner = opened.read(room + 1)
                if len(inner) > room:
                    raise _too_large()
                yield PurePosixPath(entry.filename.replace("\\", "/")).name[-200:] or name, inner
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, EOFError) as fault:
        raise _refusal(f"Tệp nén “{name}” bị hỏng hoặc có mật khẩu: " + SEND_AGAIN) from fault


def _day(said: str) -> str:
    """ "2026/01/05" → "2026-01-05"; "" when it is no day."""
    for form in (DAY, "%Y-%m-%d", "%d/%m/%Y"):
        with suppress(ValueError):
            return datetime.strptime(said[:10], form).date().isoformat()
    return ""


def _too_large() -> Refusal:
    return _refusal(f"Các tệp kèm theo nặng hơn {MOST_BYTES // 2**20} MB: nhập từng tệp PDF, Word một.")


def _refusal(message: str) -> Refusal:
    return Refusal(Problem(message, "file"))
