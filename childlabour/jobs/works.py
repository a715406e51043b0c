"""The kinds of work that can be done later. Rooms above register theirs in their module `later`."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any


@dataclass(frozen=True)
class Work:
    """`do` gets a `childlabour.jobs.running.Run`; it may be called again after a worker died at it."""

    name: str  # stands in rows that wait: never change it
    words: str  # what people see: "Đọc tệp"
    do: Callable[[Any], None]
    starts_at: str = ""  # name of the address where it is asked for
    leads_to: str = ""  # name of the address that shows the result of the job whose number it takes
    longest: timedelta = timedelta(minutes=15)  # longer than that, it is stuck, and its worker with it


WORKS: dict[str, Work] = {}


def work(name: str, words: str, **facts: Any) -> Callable[[Callable[[Any], None]], Work]:
    def register(do: Callable[[Any], None]) -> Work:
        if name in WORKS:
            raise ValueError(f"two kinds of work are called {name}")
        WORKS[name] = Work(name, words, do, **facts)
        return WORKS[name]

    return register


BEFOREHAND: list[Callable[[], None]] = []


def beforehand(do: Callable[[], None]) -> None:
    """What a worker does once before its first job, so that no job pays for it."""
    BEFOREHAND.append(do)
