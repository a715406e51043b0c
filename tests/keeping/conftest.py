"""What the tests of keeping share."""

from tests.keeping.installation import archived, empty, installation, pattern
from tests.keeping.repository import origin, server

__all__ = ["archived", "empty", "installation", "origin", "pattern", "server"]
