"""How an act is written down here, and what a later one did to it.

`until` is the last day of force: an act that "hết hiệu lực kể từ ngày 01/3/2027" ends with 28/02/2027. What is
not known is left out; the certainty says who has read the text.
"""

from datetime import date, timedelta
from typing import Any

from childlabour.core.vietnamese import read_date
from targets.catalogue.choices import ActRelationKind, ActType, Certainty, EndReason

from .pieces import ActData, RelationData

SEEN, SECOND_HAND, FROM_MEMORY = Certainty
ASSEMBLY, GOVERNMENT, PRIME_MINISTER = "Quốc hội", "Chính phủ", "Thủ tướng Chính phủ"
POLITBURO = "Bộ Chính trị"
HOME_AFFAIRS, HEALTH, LABOUR = "Bộ Nội vụ", "Bộ Y tế", "Bộ Lao động - Thương binh và Xã hội"


def act(
    kind: ActType,
    issuer: str,
    number: str,
    issued: str,
    title: str,
    certainty: Certainty,
    *,
    since: str = "",
    until: str = "",
    why: EndReason | str = "",
    source: str = "",
    note: str = "",
) -> ActData:
    """Days as an office writes them; without `since` it holds from the day of issue, as far as is known."""
    return ActData(
        type=kind,
        issuer=issuer,
        number=number,
        issued_on=_day(issued),
        title=title,
        valid_from=_day(since),
        valid_to=_day(until),
        end_reason=why,
        certainty=certainty,
        source=source,
        note=note,
    )


def _day(written: str) -> date | None:
    return read_date(written) if written else None


def law(number: str, issued: str, title: str, certainty: Certainty, **more: Any) -> ActData:
    return act(ActType.LAW, ASSEMBLY, number, issued, title, certainty, **more)


def decree(number: str, issued: str, title: str, certainty: Certainty, **more: Any) -> ActData:
    return act(ActType.DECREE, GOVERNMENT, number, issued, title, certainty, **more)


def decision(number: str, issued: str, title: str, certainty: Certainty, **more: Any) -> ActData:
    return act(ActType.DECISION, PRIME_MINISTER, number, issued, title, certainty, **more)


def circular(issuer: str, number: str, issued: str, title: str, certainty: Certainty, **more: Any) -> ActData:
    return act(ActType.CIRCULAR, issuer, number, issued, title, certainty, **more)


REPLACED, PERIOD_OVER, OWN_TERM = EndReason.REPLACED, EndReason.PERIOD_OVER, EndReason.OWN_TERM
NO_SUCCESSOR = "Đến tháng 11/2026 chưa thấy chương trình của giai đoạn sau."


def relations(kind: ActRelationKind, *pairs: tuple[ActData, ActData]) -> tuple[RelationData, ...]:
    """As sure as the less sure of the two acts."""
    order = list(Certainty)
    return tuple(
        RelationData(
            later=later,
            kind=kind,
            earlier=earlier,
            since=_day_after(earlier.valid_to) if kind == ActRelationKind.REPLACES else None,
            certainty=max(later.certainty, earlier.certainty, key=order.index),
        )
        for later, earlier in pairs
    )


def _day_after(last: date | None) -> date | None:
    return last + timedelta(days=1) if last else None
