"""The words of a document, each with its spot: everything that somebody typed and others will read."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Model

from plans.law.belonging import rows_of
from plans.models import Citation, Document, Recipient, Section, Task
from targets.models import Target

from .columns import words_in


@dataclass(frozen=True)
class Shown:
    """Words that are about to be seen by others."""

    text: str
    where: str  # "trích yếu", "tên tệp"
    anchor: str = ""  # the spot of the editor
    is_file_name: bool = False


ROWS = (Section, Citation, Recipient, Target, Task)
SPOTS_OF_THE_DOCUMENT = {
    "preamble": "preamble",
    "closing": "closing",
    "signature_lines": "signature",
    "signer": "signature",
}
SPOTS = {
    Section: "section-{}",
    Target: "target-{}",
    Task: "task-{}",
    Citation: "citations",
    Recipient: "recipients",
}


def shown_by(document: Document) -> Iterator[Shown]:
    """Five queries, however long the document."""
    for field, text in words_in(document):
        spot = SPOTS_OF_THE_DOCUMENT.get(field.name, "identity")
        yield Shown(text, str(field.verbose_name), spot)
    for model in ROWS:
        for row in rows_of(model, document).order_by("pk"):
            yield from _shown_in(row)


def _shown_in(row: Model) -> Iterator[Shown]:
    spot = SPOTS[type(row)].format(row.pk)
    for field, text in words_in(row):
        yield Shown(text, f"{row._meta.verbose_name}, {field.verbose_name}", spot)
