"""Files that other people's scripts read: where one may be written, and whole or not at all."""

import contextlib
import os
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from childlabour.core.errors import Refusal


def why_no_file(path: Path) -> str:
    """Why a file cannot be written to `path`, in Vietnamese; "" when it can."""
    if path.is_dir():
        return "đó là một thư mục"
    if not path.parent.is_dir():
        return "thư mục chứa nó không có"
    if path.exists() and not path.is_file():
        return "đó không phải là tệp thường"
    return "" if os.access(path if path.exists() else path.parent, os.W_OK) else "không có quyền ghi"


def why_no_folder(path: Path) -> str:
    """Why no files can be written into `path`, which may be made, in Vietnamese; "" when they can."""
    if path.exists() and not path.is_dir():
        return "đó không phải là thư mục"
    if not path.parent.is_dir():
        return "thư mục chứa nó không có"
    return "" if os.access(path if path.exists() else path.parent, os.W_OK) else "không có quyền ghi"


def write_whole(path: Path, content: bytes, *, to_the_disk: bool = True) -> None:
    """All of it or nothing: whoever reads `path` meanwhile sees the old file or the new one, whole.

    `to_the_disk=False`: one of thousands, which a manifest tells what they must be.
    """
    with written_whole(path, to_the_disk=to_the_disk) as file:
        file.write(content)


@contextlib.contextmanager
def written_whole(path: Path, *, to_the_disk: bool = True) -> Iterator[BinaryIO]:
    """A file to write to, which becomes `path` when the block has ended without a fault."""
    beside = path.with_name(f".{path.name[:100]}.{secrets.token_hex(6)}")
    try:
        with beside.open("xb") as written:
            yield written
            written.flush()
            if to_the_disk:
                os.fsync(written.fileno())
        beside.replace(path)
    except OSError as fault:
        raise Refusal(f"Không ghi được {path}: {fault.strerror or fault}.") from fault
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
