"""Files that other people's scripts read: where one may be written, and whole or not at all."""

import contextlib
import os
import secrets
from pathlib import Path

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


def write_whole(path: Path, content: bytes) -> None:
    """All of it or nothing: whoever reads `path` meanwhile sees the old file or the new one, whole."""
    beside = path.with_name(f".{path.name[:100]}.{secrets.token_hex(6)}")
    try:
        with beside.open("xb") as written:
            written.write(content)
            written.flush()
            os.fsync(written.fileno())
        beside.replace(path)
    except OSError as fault:
        raise Refusal(f"Không ghi được {path}: {fault.strerror or fault}.") from fault
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
