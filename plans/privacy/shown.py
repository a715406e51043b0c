"""The words of a document, each with its spot: everything that somebody typed and others will read."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Model

from plans.content.asking import content_of
from plans.law.belonging import rows_of
from plans.models import Charge, Citation, Document, Recipient, Task
from targets.models import Target

from .columns import words_in


@dataclass(frozen=True)
class Shown:
    """Words that are about to be seen by others."""

    text: str
    where: str  # "trích yếu", "tên tệp"
    anchor: str = ""  # the spot of the editor
    is_file_name: bool = False


# What hangs on a block, and is mended there.
ON_WORDS: tuple[type[Target] | type[Task] | type[Charge], ...] = (Target, Task, Charge)
SPOTS_OF_THE_DOCUMENT = {
    "signature_lines": "signature",
    "signer": "signature",
    "beside_lines": "signature",
    "beside_signer": "signature",
}
SPOTS: dict[type[Model], str] = {Citation: "citations", Recipient: "recipients"}


def shown_by(document: Document) -> Iterator[Shown]:
    """A fixed number of queries, however long the document."""
    for field, text in words_in(document):
        spot = SPOTS_OF_THE_DOCUMENT.get(field.name, "identity")
        yield Shown(text, str(field.verbose_name), spot)
    for block in content_of(document).blocks:
        if block.text:
            yield Shown(block.text, "nội dung", block.key)
    for model, spot in SPOTS.items():
        for row in rows_of(model, document).order_by("pk"):
            yield from _shown_in(row, spot)
    for marks in ON_WORDS:
        for mark in rows_of(marks, document).select_related("block").order_by("pk"):
            yield from _shown_in(mark, mark.block.key)


def _shown_in(row: Model, spot: str) -> Iterator[Shown]:
    for field, text in words_in(row):
        yield Shown(text, f"{row._meta.verbose_name}, {field.verbose_name}", spot)
