"""A .doc of Word 97–2003 through antiword, when the machine has it."""

import shutil
import subprocess

from .lines import Origin, Source
from .plain import lines_of_text
from .refusing import Unreadable

SECONDS = 10
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MACROS = "_VBA_PROJECT".encode("utf-16-le")
_WORKBOOK = "Workbook".encode("utf-16-le")
_SLIDES = "PowerPoint Document".encode("utf-16-le")


def read_old_word(data: bytes) -> Source:
    """One line a paragraph (-w 0), tables with bars between their cells, as antiword writes them."""
    if _ENCRYPTED in data:
        raise Unreadable("encrypted")
    if _MACROS in data:
        raise Unreadable("macros")
    if "WordDocument".encode("utf-16-le") not in data:
        if _WORKBOOK in data:
            raise Unreadable("spreadsheet")
        raise Unreadable("slides" if _SLIDES in data else "damaged_old_word")
    program = shutil.which("antiword")
    if program is None:
        raise Unreadable("no_antiword")
    try:
        done = subprocess.run(
            [program, "-m", "UTF-8.txt", "-w", "0", "-"], input=data, capture_output=True, timeout=SECONDS
        )
    except subprocess.TimeoutExpired as fault:
        raise Unreadable("too_slow") from fault
    text = done.stdout.decode("utf-8", errors="replace")
    if b"encrypted" in done.stderr.lower():
        raise Unreadable("encrypted")
    if done.returncode or not text.strip():
        raise Unreadable("damaged_old_word")
    return lines_of_text(text, Origin.OLD_WORD)
