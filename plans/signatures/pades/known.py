"""What this office knows before it looks at a signature; told to the process that looks."""

from base64 import b64decode
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Known:
    now: datetime  # in the zone in which moments are shown
    held_since: datetime | None  # since when we have kept these very bytes, if we have
    root_files: tuple[str, ...]  # the certificates we trust, DER as base64
    list_files: tuple[str, ...]  # lists of certificates taken back, DER as base64

    @property
    def roots(self) -> list[bytes]:
        return [b64decode(file) for file in self.root_files]

    @property
    def lists(self) -> list[bytes]:
        return [b64decode(file) for file in self.list_files]

    def local(self, moment: datetime) -> datetime:
        return moment.astimezone(self.now.tzinfo)
