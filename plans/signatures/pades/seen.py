"""What can be said of one signature, and what follows from it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Trust(StrEnum):
    TRUSTED = "trusted"
    UNTRUSTED = "untrusted"
    UNKNOWN = "unknown"  # nothing to check against


class Stamp(StrEnum):
    """The time stamp of a signature (RFC 3161)."""

    NONE = "none"
    TRUSTED = "trusted"
    UNTRUSTED = "untrusted"  # fits the signature; by whom could not be checked
    BROKEN = "broken"  # does not fit the signature, or cannot be read


@dataclass(frozen=True)
class SeenSignature:
    """What can be said of one signature. Nothing here is true because it could not be checked."""

    field: str
    signer: str
    organisation: str
    issuer: str
    serial: str
    certificate_sha256: str
    valid_from: datetime
    valid_to: datetime
    signed_at: datetime | None  # by the time stamp when that is trusted; else as the signer's machine said
    stamp: Stamp
    stamped_by: str
    intact: bool  # the bytes it covers are the bytes it was made over
    whole: bool  # and nothing but signatures was added afterwards
    locks: bool  # the signer allowed no signature after his own
    in_time: bool | None  # the certificate was valid at signing; None when the moment is not known
    trust: Trust
    proven_at: datetime | None  # it existed then: by a trusted stamp, or because we have held it since
    revoked_at: datetime | None  # when the certificate was taken back by who gave it out
    revocation_known_at: (
        datetime | None
    )  # the day of the list or answer by which it was not; None: not checked
    is_visible: bool
    doubt: str = ""  # why its name may not be the one that the paper asks for
    caution: str = ""  # what followed it and need not be what it seems

    is_readable = True

    @property
    def is_stamped(self) -> bool:
        return self.stamp == Stamp.TRUSTED

    @property
    def is_revoked(self) -> bool:
        """Taken back, and not proven to have been made before (ETSI EN 319 102-1, 5.2.6)."""
        return self.revoked_at is not None and not (self.proven_at and self.proven_at < self.revoked_at)

    @property
    def is_good(self) -> bool:
        return (
            self.intact
            and self.whole
            and bool(self.in_time)
            and self.trust == Trust.TRUSTED
            and self.stamp != Stamp.BROKEN
            and not self.is_revoked
        )


@dataclass(frozen=True)
class UnreadableSignature:
    """A field that should hold a signature and holds something else, or a spoilt one."""

    field: str

    is_readable = is_good = intact = whole = False
    signer = "không rõ tên"
    stamp = Stamp.BROKEN


Seen = SeenSignature | UnreadableSignature
