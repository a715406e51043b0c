"""What a person is, seen from the rooms above: one small answer to "whose eyes are these?"."""

from dataclasses import dataclass
from typing import TypeAlias

from django.contrib.auth.models import AnonymousUser

from .models import Officer, Role

Someone: TypeAlias = Officer | AnonymousUser  # whoever sent a request


@dataclass(frozen=True)
class Viewer:
    """The rights of whoever asks: nobody logged in, an officer of some units, or the keeper of the system."""

    unit_ids: frozenset[int] = frozenset()
    roles: frozenset[Role] = frozenset()

    @property
    def is_keeper(self) -> bool:
        return Role.KEEPER in self.roles


PUBLIC = Viewer()


def viewer(user: Someone) -> Viewer:
    """The viewer behind a request's user; an inactive or anonymous user sees what the public sees."""
    if not isinstance(user, Officer) or not user.is_active:
        return PUBLIC
    roles = user.roles | ({Role.KEEPER} if user.is_superuser else frozenset())
    return Viewer(unit_ids=user.home_unit_ids, roles=roles)
