"""Which of a person's hats count for a document."""

from childlabour.units.access import Someone, viewer
from childlabour.units.models import Officer, Role

# Leading, numbering and sealing are done by the issuing agency's own people; drafting also by the office
# that drafts for it (NĐ 30/2020, Điều 10, 12 and 13).
OF_THE_AGENCY_ITSELF = frozenset({Role.LEADER, Role.CLERK})


def roles_towards(user: Someone, unit_id: int) -> frozenset[Role]:
    """The hats that count when a document of `unit_id` lies on the desk; the keeper's count everywhere."""
    eyes = viewer(user)
    if eyes.is_keeper:
        return eyes.roles
    if unit_id not in eyes.unit_ids:
        return frozenset()
    is_of_the_agency = isinstance(user, Officer) and user.unit_id == unit_id
    return eyes.roles if is_of_the_agency else eyes.roles - OF_THE_AGENCY_ITSELF
