"""What is known of an act that a text names."""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True)
class Span:
    """Characters of one passage's text (without its mark)."""

    passage: int
    start: int = 0
    end: int = 0


@dataclass(frozen=True)
class NamedAct:
    """A legal act as cited. Empty strings and None: not said."""

    text: str
    kind: str = ""  # "Quyết định"
    number: str = ""  # "782/QĐ-TTg"
    date: datetime.date | None = None
    issuer: str = ""
    title: str = ""
    span: Span | None = None
    is_basis: bool = True  # stands among the căn cứ; False: named by the opening sentence
