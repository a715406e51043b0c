"""Who is told of a step of figures."""

from collections.abc import Callable

from django.urls import reverse

from childlabour.core.steps import Act, Effect
from childlabour.notices.telling import Telling, tell_all
from childlabour.units.holding import drafting_for, standing_for
from childlabour.units.models import Officer, Role


def the_office_above(words: str) -> Effect:
    """Those who draft for the office right above: figures wait for them."""

    def those(act: Act) -> list[Officer]:
        return list(drafting_for(act.row.unit.superior_id)) if act.row.unit.superior_id else []

    return _tells(words, those)


def the_unit(words: str) -> Effect:
    """Those who answer for the unit, or for whatever took its place."""

    def those(act: Act) -> list[Officer]:
        unit = act.row.unit_id
        return [*standing_for([unit], {Role.RESPONDER})[unit], *drafting_for(unit)]

    return _tells(words, those)


def _tells(words: str, those: Callable[[Act], list[Officer]]) -> Effect:
    def effect(act: Act) -> None:
        filing = act.row
        said = words.format(unit=filing.unit, period=filing.period.words, reason=act["text"].strip())
        where = reverse("figures:unit", args=[filing.period_id, filing.unit_id])
        tell_all([Telling(those(act), said, where)], but=act.officer)

    return effect
