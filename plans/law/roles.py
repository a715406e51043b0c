"""Which of a person's hats count for a document."""

from childlabour.units.access import Someone, viewer
from childlabour.units.models import Role

# Leading, numbering and sealing are done by the issuing agency's own people (NĐ 30/2020, Điều 10, 12 and 13).
# Drafting and answering are also done by the office that drafts for it, and, once it has ended, by whoever holds
# its office now: they go on with what was begun, and what is to be issued they issue in their own name.
OF_THE_AGENCY_ITSELF = frozenset({Role.LEADER, Role.CLERK})


LEADS_THERE_NOW = "leads_there_now"  # leads the office that holds the place of one that has ended


def roles_towards(user: Someone, unit_id: int) -> frozenset[Role]:
    """The hats that count when a document of `unit_id` lies on the desk; the keeper's count everywhere."""
    eyes = viewer(user)
    if eyes.is_keeper:
        return eyes.roles
    return eyes.roles_in(unit_id) | (eyes.roles_beside(unit_id) - OF_THE_AGENCY_ITSELF)


def hats_towards(user: Someone, unit_id: int) -> frozenset[str]:
    """The same, and whether this person leads where the unit's work is gone on with; no query of its own."""
    hats: frozenset[str] = roles_towards(user, unit_id)
    return hats | {LEADS_THERE_NOW} if Role.LEADER in viewer(user).roles_beside(unit_id) else hats
