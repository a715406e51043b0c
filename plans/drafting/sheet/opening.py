"""What the page of a sheet is opened with."""

from typing import Any

from django.utils.formats import date_format
from django.utils.timezone import localtime

from plans.content.shapes import content_as_data
from plans.content.values import Content
from plans.drafting.forms import Draft
from plans.drafting.presence import saves_of
from plans.paper.binding import rules_for_the_editor
from plans.paper.compose import enclosed

from .digests import digest, digest_of
from .shape import SHAPE
from .telling import all_parts, units_as_data


def draft_as_data(draft: Draft) -> dict[str, Any]:
    """The whole draft with what each piece of it would be typed over. Two queries.

    What the check finds and who else is here the sheet asks for as soon as it is there: the words come first.
    """
    document, parts = draft.document, all_parts(draft)
    return {
        "shape": SHAPE,
        "document": document.pk,
        "officer": draft.officer.pk,
        "revision": document.revision,
        "saved_at": date_format(localtime(document.updated_at), "H:i"),
        "saves": _last_saves(draft),
        "binding": rules_for_the_editor(),
        "enclosed": enclosed(document),
        "content": _with_digests(draft.content),
        "parts": {name: digest(said) for name, said in parts.items()},
        "facts": parts["facts"],
        "units": units_as_data(draft.content.blocks),
    }


def _last_saves(draft: Draft) -> list[str]:
    """Names of the officer's last saves: a window that went before it had the answer may have left its words."""
    return [name for name, _ in saves_of(draft.document, draft.officer)]


def _with_digests(content: Content) -> dict[str, Any]:
    data = content_as_data(content)
    for said, block in zip(data["blocks"], content.blocks, strict=True):
        said["over"] = digest_of(block)
    return data
