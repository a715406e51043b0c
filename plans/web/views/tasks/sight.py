"""Which assignments lie open to whom: the queryset of every page of tasks."""

from childlabour.units.access import Someone
from plans.law.belonging import to_document
from plans.models import Assignment, without_words
from plans.models.task import AssignmentQuerySet

WITH = (to_document(Assignment, "unit"), "unit")


def in_sight(user: Someone) -> AssignmentQuerySet:
    """Assignments this officer has to do, or has given, or whose dealings are otherwise open to them."""
    return without_words(Assignment.objects.in_force().visible_to(user).select_related(*WITH))


def of_own_hands(user: Someone) -> AssignmentQuerySet:
    """What the units of this officer have to do, with everything that a card prints."""
    return without_words(Assignment.objects.given_to(user).select_related(*WITH))
