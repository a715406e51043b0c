"""The door for edXML files of others: what they say and the files they bring, from behind the airlock."""

from base64 import b64decode
from dataclasses import dataclass
from datetime import date

from childlabour.airlock.asking import ask
from childlabour.core.vietnamese import short_date

from .shape import SUFFIXES


@dataclass(frozen=True)
class Letter:
    """`files`: (name, bytes), those of its document."""

    code: str
    kind: str
    issuer: str
    day: date | None
    due: date | None
    subject: str
    files: tuple[tuple[str, bytes], ...]
    is_checked: bool  # every file was held against a hash

    @property
    def words(self) -> str:
        """ "Kế hoạch 192/KH-UBND ngày 26/5/2023 của UBND huyện Hữu Lũng; hạn trả lời 30/11/2023"."""
        said = " ".join(part for part in (self.kind or "Văn bản", self.code) if part)
        if self.day:
            said += f" ngày {short_date(self.day)}"
        if self.issuer:
            said += f" của {self.issuer}"
        if self.due:
            said += f"; hạn trả lời {short_date(self.due)}"
        return said


def is_edxml(name: str) -> bool:
    return name.lower().endswith(SUFFIXES)


def letter_of(data: bytes) -> Letter:
    """Raises Refusal with what is wrong with the file, `Unanswered` where it could not be opened."""
    said = ask("edxml", data)
    files = said["files"]
    return Letter(
        code=said["code"],
        kind=said["kind"],
        issuer=said["issuer"],
        day=_day(said["day"]),
        due=_day(said["due"]),
        subject=said["subject"],
        files=tuple((file["name"], b64decode(file["data"])) for file in files),
        is_checked=all(file["is_checked"] for file in files),
    )


def _day(said: str) -> date | None:
    return date.fromisoformat(said) if said else None
