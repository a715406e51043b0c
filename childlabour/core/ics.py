"""Whole days as a calendar that other programs read (RFC 5545). Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

MEDIA_TYPE = "text/calendar; charset=utf-8"
LINE = 75  # octets of a line; what is longer goes on in the next, after a blank
REFRESH = "PT12H"
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


@dataclass(frozen=True)
class DayEntry:
    """Something on a day. `uid` stays the same when its words or its day change."""

    uid: str
    day: date
    summary: str
    description: str = ""
    address: str = ""


def written(name: str, entries: Iterable[DayEntry], at: datetime) -> bytes:
    """A calendar called `name`, as of `at`; UTF-8, lines of CRLF."""
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//childlabour//VI",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_text(name)}",
        f"REFRESH-INTERVAL;VALUE=DURATION:{REFRESH}",
        f"X-PUBLISHED-TTL:{REFRESH}",
        *(line for entry in entries for line in _entry(entry, at)),
        "END:VCALENDAR",
    )
    return b"".join(_folded(line) for line in lines)


def _entry(entry: DayEntry, at: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(entry.uid)}"
    yield f"DTSTAMP:{at.astimezone(ZoneInfo('UTC')):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{entry.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{entry.day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_text(entry.summary)}"
    if entry.description:
        yield f"DESCRIPTION:{_text(entry.description)}"
    if entry.address:
        yield f"URL:{entry.address}"
    yield "TRANSP:TRANSPARENT"  # a deadline takes nobody's time
    yield "END:VEVENT"


def _text(said: str) -> str:
    """No sign of control gets through: a line of its own would be a property of its own."""
    lines = "\n".join(said.splitlines())
    return "".join(sign for sign in lines if sign == "\n" or sign.isprintable()).translate(_ESCAPED)


def _folded(line: str) -> bytes:
    """Cut between letters, never inside of one."""
    rows, row = [], b""
    for sign in line:
        octets = sign.encode()
        if len(row) + len(octets) > LINE:
            rows.append(row)
            row = b" "
        row += octets
    return b"\r\n".join((*rows, row)) + b"\r\n"
