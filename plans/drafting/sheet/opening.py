"""What the sheet opens with: the whole draft as data."""

from typing import Any

from plans.content.shapes import content_as_data
from plans.drafting.forms import Draft
from plans.paper.binding import rules_for_the_editor

from .shape import SHAPE


def draft_as_data(draft: Draft) -> dict[str, Any]:
    document = draft.document
    return {
        "shape": SHAPE,
        "document": document.pk,
        "officer": draft.officer.pk,
        "binding": rules_for_the_editor(),
        "content": content_as_data(draft.content),
        "facts": {
            "kind": document.kind,
            "type_name": document.kind_name,
            "is_letter": not document.facts.named,
        },
    }
