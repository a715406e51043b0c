"""What later acts did to a document, and what it did to earlier ones; pages and API show the same."""

from dataclasses import dataclass

from plans.models import PUBLISHED, Plan, Relation


@dataclass(frozen=True)
class Changes:
    """What later acts did to a plan, and what the plan did to earlier ones; drafts do nothing yet."""

    by_later: tuple[Relation, ...]
    to_earlier: tuple[Relation, ...]


def changes_of(plan: Plan) -> Changes:
    """Two queries."""
    later = plan.later_relations.filter(later__status__in=PUBLISHED).select_related("later__unit")
    earlier = plan.earlier_relations.filter(earlier__status__in=PUBLISHED).select_related("earlier__unit")
    return Changes(tuple(later), tuple(earlier))
