"""A state of the draft that its writer wants to find again: a version under a name."""

from django.core.exceptions import ValidationError
from django.db import transaction

from childlabour.core.errors import Problem, Refusal
from childlabour.core.fields import own_field
from childlabour.units.models import Officer
from plans.models import Version

from .saving import draft_under_lock
from .versions import name_version

UNNAMED = "Mốc"


@transaction.atomic
def set_milestone(pk: int, name: str, officer: Officer) -> Version:
    """Raises Refusal where the draft may not be written on, or the name cannot be one."""
    draft = draft_under_lock(pk, officer)
    field = own_field(Version, "name")
    try:
        kept = field.clean(name.strip() or UNNAMED, None)
    except ValidationError as fault:
        raise Refusal(*(Problem(message, field="name") for message in fault.messages)) from fault
    return name_version(draft.document, officer, draft.content, kept)
