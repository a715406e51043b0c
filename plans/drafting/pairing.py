"""A room's proposal and the draft of its committee's act, opened in one act; from there each goes its own way.

The usual flow of a commune (NĐ 150/2025, Điều 11, 13): the room lays "Tờ trình" and draft before the committee, whose
act follows. The proposal names the draft (`Document.submits`); the draft finds its proposals back.
"""

from dataclasses import replace

from django.db import transaction

from childlabour.core.errors import Problem, Refusal
from childlabour.units.models import Officer, Unit
from plans.law.kinds import Kind, only_kind_that
from plans.law.rights import issuers_for
from plans.models import Document

from .starting import Start, start_blank


@transaction.atomic
def start_pair(start: Start, kind: Kind) -> Document:
    """The proposal; `start.unit` is the room that writes it, or the committee that one drafts for.

    Raises Refusal where this person writes for no room with papers of its own.
    """
    room = _room_of(start.officer, start.unit)
    if room is None or room.drafts_for is None:
        raise Refusal(
            Problem(
                f"Anh/chị không soạn thảo ở phòng nào có văn bản riêng và tham mưu cho {start.unit}: chọn phòng trình, "
                "hoặc lập thẳng dự thảo của cơ quan.",
                field="unit",
            )
        )
    act = start_blank(replace(start, unit=room.drafts_for), kind)
    proposal = start_blank(replace(start, unit=room), only_kind_that("submits"))
    proposal.submits = act
    proposal.save(update_fields=["submits"])
    return proposal


def _room_of(officer: Officer, unit: Unit) -> Unit | None:
    """The unit itself, where it drafts for another; else the first that drafts for it and this person writes for."""
    if unit.drafts_for_id:
        return unit
    rooms = issuers_for(officer).filter(drafts_for=unit).exclude(symbol="")
    return rooms.select_related("drafts_for").first()
