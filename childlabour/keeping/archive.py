"""One file that holds an installation: a zip of the database and of files, and what each of them must be.

`manifest.json` comes last and names every member with its size and sha256; an archive that was cut off has none.
"""

import hashlib
import json
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path, PurePosixPath
from typing import IO
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from childlabour.core.errors import Refusal

FORMAT = 1
MANIFEST = "manifest.json"
QUICK = 1  # most of an archive is PDF, which shrinks no further
CHUNK = 1024 * 1024
UNREADABLE = (BadZipFile, zlib.error, EOFError)


@dataclass(frozen=True)
class Weighed:
    size: int  # bytes, unpacked
    sha256: str


@dataclass
class Manifest:
    made_at: str  # ISO 8601
    commit: str  # of the code; "" where there is no git
    vendor: str  # "sqlite" or "postgresql"
    tables: dict[str, int] = field(default_factory=dict)  # name → rows
    migrations: list[tuple[str, str]] = field(default_factory=list)  # app and name of those applied
    members: dict[str, Weighed] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """Bytes of everything, unpacked."""
        return sum(measure.size for measure in self.members.values())


class Measured:
    """A stream that counts and hashes what passes through it."""

    def __init__(self, stream: IO[bytes]):
        self._stream, self._hash, self._size = stream, hashlib.sha256(), 0
        self.fault: Exception | None = None  # a driver that reads for itself tells it in words of its own

    def read(self, size: int = -1) -> bytes:
        try:
            return self._noted(self._stream.read(size))
        except UNREADABLE as fault:
            self.fault = fault
            raise

    def write(self, data: bytes) -> int:
        return self._stream.write(self._noted(data))

    @property
    def measure(self) -> Weighed:
        return Weighed(self._size, self._hash.hexdigest())

    def _noted(self, data: bytes) -> bytes:
        self._hash.update(data)
        self._size += len(data)
        return data


class Writer:
    def __init__(self, packed: ZipFile, manifest: Manifest):
        self._packed, self.manifest = packed, manifest

    @contextmanager
    def member(self, name: str) -> Iterator[Measured]:
        """Written to as a stream; its measure is noted at the end."""
        with self._packed.open(name, "w", force_zip64=True) as stream:
            measured = Measured(stream)
            yield measured
        self.manifest.members[name] = measured.measure

    def add(self, name: str, file: Path) -> None:
        with file.open("rb") as source, self.member(name) as target:
            while chunk := source.read(CHUNK):
                target.write(chunk)


class Reader:
    def __init__(self, path: Path, packed: ZipFile, manifest: Manifest):
        self.path, self._packed, self.manifest = path, packed, manifest

    def names(self, folder: str) -> list[str]:
        return [name for name in self.manifest.members if name.startswith(folder)]

    @contextmanager
    def member(self, name: str) -> Iterator[Measured]:
        """Read as a stream, to its end; raises Refusal there when it is not what was written."""
        with self._packed.open(name) as stream:
            measured = Measured(stream)
            try:
                yield measured
            except Exception as told:
                if measured.fault:
                    raise measured.fault from told
                raise
        if measured.measure != self.manifest.members[name]:
            raise damaged(self.path, f"“{name}” khác mã kiểm tra")

    def unpack(self, name: str, file: Path) -> Path:
        """The member as a file that only its owner reads."""
        file.parent.mkdir(parents=True, exist_ok=True)
        with self.member(name) as source, file.open("wb") as target:
            while chunk := source.read(CHUNK):
                target.write(chunk)
        return file


@contextmanager
def written(path: Path, manifest: Manifest) -> Iterator[Writer]:
    with ZipFile(path, "x", ZIP_DEFLATED, compresslevel=QUICK) as packed:
        yield Writer(packed, manifest)
        said = json.dumps(asdict(manifest) | {"format": FORMAT}, ensure_ascii=False, indent=1)
        packed.writestr(MANIFEST, said)


@contextmanager
def opened(path: Path) -> Iterator[Reader]:
    """Raises Refusal for a file that is no whole archive of ours, whenever that is noticed."""
    try:
        with ZipFile(path) as packed:
            yield Reader(path, packed, _manifest(path, packed))
    except UNREADABLE as fault:
        raise damaged(path, "không đọc hết được") from fault


def damaged(path: Path, why: str) -> Refusal:
    return Refusal(f"“{path}” không phải là bản sao lưu nguyên vẹn ({why}): dùng bản sao lưu khác.")


def _manifest(path: Path, packed: ZipFile) -> Manifest:
    try:
        said = json.loads(packed.read(MANIFEST))
        if said.pop("format") != FORMAT:
            raise Refusal(f"“{path}” do một phiên bản khác của phần mềm tạo: dùng phiên bản đó.")
        said["members"] = {name: Weighed(**measure) for name, measure in said["members"].items()}
        said["migrations"] = [(app, name) for app, name in said["migrations"]]
        manifest = Manifest(**said)
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        raise damaged(path, "không có bản kê") from fault
    if not all(_stays_inside(name) for name in manifest.members):
        raise damaged(path, "có tên tệp lạ")
    return manifest


def _stays_inside(name: str) -> bool:
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts
