"""A file of any office → a plan to be confirmed.

`read(data, name)` and `read_pasted(text)` give a `ReadDraft` or raise `Unreadable`. Both are pure; hostile
files are read through `plans.reading.asking.read_apart`, which does the same behind the airlock.
"""

from plans.law.handling import mark_of_secrecy

from .parts.draft import ReadDraft, as_json
from .recognise import draft_of
from .sources import pasted, read_source
from .sources.lines import Source
from .sources.refusing import Unreadable

__all__ = ["ReadDraft", "Unreadable", "as_json", "read", "read_pasted"]


def read(data: bytes, name: str = "") -> ReadDraft:
    """The plan in a file; its type is told by the bytes. Raises `Unreadable` (a `Refusal`)."""
    return draft_of(_no_secret(read_source(data, name)))


def read_pasted(text: str) -> ReadDraft:
    return draft_of(_no_secret(pasted(text)))


def _no_secret(source: Source) -> Source:
    if mark_of_secrecy(line.text for line in (*source.lines, *source.margins)):
        raise Unreadable("secret")
    return source
