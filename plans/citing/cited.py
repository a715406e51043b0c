"""An act that a text names, as a row of ours: its parts, and the document in the system that it is."""

from childlabour.core.vietnamese import search_key
from plans.models import Citation, Plan

from .act import Act


def citation_of(act: Act, plan: Plan, order: int = 0) -> Citation:
    """The căn cứ of `plan` that cites `act`, not yet saved. One query when the act has number and date."""
    return Citation(
        plan=plan,
        order=order,
        text=act.text,
        act_type=act.kind[:60],
        act_number=act.number[:60],
        act_date=act.date,
        act_issuer=act.issuer[:200],
        cited_plan=known_plan(act),
    )


def known_plan(act: Act | None) -> Plan | None:
    """The plan of ours that an act is: same number, symbol and day."""
    if act is None or not act.number or act.date is None:
        return None
    number, _, symbol = act.number.partition("/")
    if not number.isdigit():
        return None
    found = Plan.objects.issued().filter(number=int(number), issued_on=act.date).select_related("unit__place")
    return next((plan for plan in found if search_key(plan.written_symbol) == search_key(symbol)), None)
