"""Where a plan stands among the acts above and below it."""

from dataclasses import dataclass

from childlabour.units.models.place import PlaceLevel
from plans.models import Plan
from plans.models.plan import PlanQuerySet

DEEPEST = 5  # acts above: Party, Government, province, district, commune
MOST_BELOW = 12  # shown on the page; the list page has them all


@dataclass(frozen=True)
class Cascade:
    above: tuple[Plan, ...]  # from the top down
    below: tuple[Plan, ...]
    how_many_below: int

    @property
    def is_alone(self) -> bool:
        return not (self.above or self.below)


def with_acts_above(plans: PlanQuerySet) -> PlanQuerySet:
    """The chain of parents joined in, so that it costs no query of its own."""
    chain = ["__".join(["parent"] * depth) for depth in range(1, DEEPEST + 1)]
    return plans.select_related(*(f"{parent}__unit__place" for parent in chain))


def cascade_of(plan: Plan, visible: PlanQuerySet) -> Cascade:
    """`plan` fetched through `with_acts_above`; `visible` is what this reader may see. Two queries."""
    children = visible.filter(parent=plan).for_lists().order_by("unit__place__path", "pk")
    return Cascade(_above(plan), tuple(children[:MOST_BELOW]), children.count())


def _above(plan: Plan) -> tuple[Plan, ...]:
    found: list[Plan] = []
    while len(found) < DEEPEST and (above := plan.parent):
        found.insert(0, above)
        plan = above
    return tuple(act for act in found if act.is_issued)


def short_name(plan: Plan) -> str:
    """A step of the breadcrumb: "QĐ 782" for the State's own acts, else the place: "Hữu Lũng"."""
    if plan.unit.place.level == PlaceLevel.COUNTRY and plan.number:
        return f"{plan.kind} {plan.number}"
    return plan.written_seat or str(plan.unit)


def steps_of(plan: Plan, cascade: Cascade) -> list[tuple[str, str]]:
    """For components/cascade.html."""
    return [*((short_name(act), act.get_absolute_url()) for act in cascade.above), (short_name(plan), "")]
