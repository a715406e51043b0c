"""What the page of a sheet is opened with."""

from typing import Any

from django.utils.formats import date_format

from plans.content.shapes import content_as_data
from plans.content.values import Content
from plans.drafting.forms import Draft

from .digests import digest, digest_of
from .shape import SHAPE
from .telling import all_parts, findings_as_data, others_as_data, units_as_data


def draft_as_data(draft: Draft) -> dict[str, Any]:
    """The whole draft with what each piece of it would be typed over. Some ten queries beside those of the check."""
    document, content = draft.document, draft.content
    findings, parts = findings_as_data(document, content), all_parts(draft)
    return {
        "shape": SHAPE,
        "document": document.pk,
        "officer": draft.officer.pk,
        "revision": document.revision,
        "saved_at": date_format(document.updated_at, "H:i"),
        "content": _with_digests(content),
        "parts": {name: digest(said) for name, said in parts.items()},
        "facts": parts["facts"],
        "units": units_as_data(content.blocks),
        "findings": {"over": digest(findings), "is": findings},
        "others": others_as_data(draft),
    }


def _with_digests(content: Content) -> dict[str, Any]:
    data = content_as_data(content)
    for said, block in zip(data["blocks"], content.blocks, strict=True):
        said["over"] = digest_of(block)
    return data
