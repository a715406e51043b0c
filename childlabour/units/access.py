"""What a person is, seen from the rooms above: one small answer to "whose eyes are these?"."""

from collections.abc import Set
from functools import cached_property
from typing import TypeAlias

from django.contrib.auth.models import AnonymousUser

from .holding import By, Holding, holdings_of
from .models import Officer, Role

Someone: TypeAlias = Officer | AnonymousUser  # whoever sent a request
NO_HAT: frozenset[Role] = frozenset()
BY_ITS_OWN = frozenset({By.APPOINTMENT, By.DELEGATION})


class Viewer:
    """The rights of whoever asks: nobody logged in, an officer of some units, or the keeper of the system.

    What the database knows is asked when it is first needed, in one query, and kept for the request.
    """

    def __init__(self, officer_id: int | None = None, *, is_keeper: bool = False):
        self.officer_id = officer_id
        self.is_keeper = is_keeper

    @cached_property
    def holdings(self) -> tuple[Holding, ...]:
        return holdings_of(self.officer_id) if self.officer_id else ()

    @cached_property
    def unit_ids(self) -> frozenset[int]:
        """The units this person acts for now: those of the appointments, and those that they draft for."""
        return frozenset(held.unit_id for held in self.holdings if held.by is not By.SUCCESSION)

    @cached_property
    def seen_unit_ids(self) -> frozenset[int]:
        """These, and the ended units whose work they took over."""
        return frozenset(held.unit_id for held in self.holdings)

    @cached_property
    def roles(self) -> frozenset[Role]:
        """Every hat this person wears anywhere."""
        own = NO_HAT.union(*(held.roles for held in self.holdings))
        return own | {Role.KEEPER} if self.is_keeper else own

    def sees(self, unit_id: int) -> bool:
        """Whether the inner papers of a unit (drafts, history, register) lie open to this person."""
        return self.is_keeper or unit_id in self.seen_unit_ids

    def roles_in(self, unit_id: int) -> frozenset[Role]:
        """The hats worn as one of the unit's own people, that of a leader who is away among them."""
        return self._worn(unit_id, BY_ITS_OWN)

    def appointed_in(self, unit_id: int) -> frozenset[Role]:
        """The hats of one's own appointments there."""
        return self._worn(unit_id, {By.APPOINTMENT})

    def roles_beside(self, unit_id: int) -> frozenset[Role]:
        """The hats brought along from another unit: one that drafts for this one, or has taken its place."""
        return self._worn(unit_id, set(By) - BY_ITS_OWN)

    def stands_in_at(self, unit_id: int) -> bool:
        """Whether a leader of the unit is away, and this person acts in that place."""
        return bool(self._worn(unit_id, {By.DELEGATION}))

    def _worn(self, unit_id: int, ways: Set[By]) -> frozenset[Role]:
        held_there = (held for held in self.holdings if held.unit_id == unit_id and held.by in ways)
        return NO_HAT.union(*(held.roles for held in held_there))


PUBLIC = Viewer()


def viewer(user: Someone) -> Viewer:
    """The viewer behind a request's user; an inactive or anonymous user sees what the public sees."""
    if not isinstance(user, Officer) or not user.is_active:
        return PUBLIC
    if not hasattr(user, "as_viewer"):
        user.as_viewer = Viewer(user.pk, is_keeper=user.is_keeper or user.is_superuser)
    eyes: Viewer = user.as_viewer
    return eyes
