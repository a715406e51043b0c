"""The door to moving a document. Pages, admin and API call it; nothing else writes a status."""

from collections.abc import Iterator
from itertools import product
from typing import Any

from childlabour.core.steps import Step
from childlabour.units.access import Someone
from childlabour.units.models import Officer
from plans.models import Action, Document, Origin, Status

from .steps import DOCUMENTS


def available(document: Document, officer: Someone) -> tuple[Step, ...]:
    """What `officer` may do with `document` as it stands, in the order of the table.

    No queries but for a signed document's signatures, when they are not prefetched.
    """
    return DOCUMENTS.available(officer, document)


def may(officer: Someone, action: Action, document: Document) -> bool:
    """Whether the table opens `action` to `officer` now. No query of its own."""
    return any(step.name == action for step in DOCUMENTS.open_to(officer, document))


def perform(action: Action, document: Document, officer: Officer, **told: Any) -> Document:
    """Do `action` and leave an event, or raise Refusal with every reason why not; nothing in between.

    `told` has names of `steps.TOLD`. Gives the document as it is afterwards.
    """
    moved: Document = DOCUMENTS.perform(action, document, officer, **told)
    return moved


def waits() -> Iterator[tuple[Origin, Status, Step]]:
    """Of each way and state of an unfinished document, the step that it waits for there. Pure."""
    for origin, state in product(Origin, Status):
        steps = (step for step in DOCUMENTS if not step.ways or origin in step.ways)
        waiting = (step for step in steps if state in step.before and step.words.waiting)
        if step := next(waiting, None):
            yield origin, state, step


def waiting_for(document: Document) -> Step | None:
    """The step that an unfinished document waits for: the first of the table that says so."""
    waits = (step for step in DOCUMENTS.leads_from(document) if step.words.waiting)
    return next(waits, None)
