"""One attack: what it is, how long it may take, and whether the site held while it lasted."""

import os
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread
from typing import Any

from tests.attack.browser import Browser

LONGEST_WAIT = 5  # seconds for the public home page, asked by a neighbour twice a second
MOST_GROWTH = 1_500_000_000  # bytes of memory, of all processes of the copy together
PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True)
class Attack:
    name: str
    tries: str  # what is done, in a sentence
    holds: str  # what must come of it
    act: Callable[[Any], Iterable[str]]  # what got through, a sentence each; nothing when it held
    seconds: int = 20


@dataclass(frozen=True)
class Verdict:
    attack: Attack
    through: tuple[str, ...]
    took: float
    waited: float = 0
    grew: int = 0

    @property
    def held(self) -> bool:
        return not self.through

    def __str__(self) -> str:
        said = "giữ được" if self.held else f"KHÔNG giữ được: {'; '.join(self.through)}"
        figures = (
            f"{self.took:.1f} s, người bên cạnh chờ {self.waited:.1f} s, thêm {self.grew // 1_000_000} MB"
        )
        return f"{self.attack.name} ({figures}): {said}"


def judged(attack: Attack, site: Any) -> Verdict:
    """Raises nothing: an attack that broke down, or did not end, is one that was not held."""
    through: list[str] = []
    begun = time.monotonic()
    with Watch(site.port) as watch:
        acting = Thread(target=_acted, args=(attack, site, through), daemon=True)
        acting.start()
        acting.join(attack.seconds)
        if acting.is_alive():
            through.append(f"chưa xong sau {attack.seconds} giây")
    through += watch.complaints()
    return Verdict(attack, tuple(through), time.monotonic() - begun, watch.waited, watch.grew)


def _acted(attack: Attack, site: Any, through: list[str]) -> None:
    try:
        through.extend(attack.act(site))
    except Exception as fault:  # a judge that fell over has seen nothing held
        through.append(f"phép thử hỏng ({type(fault).__name__}: {fault})")


class Watch:
    """A neighbour at the public home page, and an eye on the memory of the copy."""

    def __init__(self, port: int):
        self.port, self.waited, self.grew, self.wrong = port, 0.0, 0, 0
        self._over = Event()
        self._watchers = [Thread(target=self._asks, daemon=True), Thread(target=self._weighs, daemon=True)]

    def __enter__(self) -> "Watch":
        for watcher in self._watchers:
            watcher.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        for watcher in self._watchers:
            watcher.join(2 * LONGEST_WAIT)
        if self._watchers[0].is_alive():
            self.waited = max(self.waited, 2 * LONGEST_WAIT)

    def complaints(self) -> list[str]:
        said = []
        if self.waited > LONGEST_WAIT:
            said.append(f"người bên cạnh chờ {self.waited:.1f} giây")
        if self.wrong:
            said.append(f"người bên cạnh {self.wrong} lần không được trang chủ")
        if self.grew > MOST_GROWTH:
            said.append(f"bộ nhớ tăng {self.grew // 1_000_000} MB")
        return said

    def _asks(self) -> None:
        while True:
            begun = time.monotonic()
            try:
                self.wrong += Browser(self.port).get("/").status != 200
            except OSError:
                self.wrong += 1
            self.waited = max(self.waited, time.monotonic() - begun)
            if self._over.wait(0.5):
                return

    def _weighs(self) -> None:
        before = memory_of_the_copy()
        while not self._over.wait(0.2):
            self.grew = max(self.grew, memory_of_the_copy() - before)


def memory_of_the_copy() -> int:
    """Bytes that all processes of this group hold, but for this one, which attacks."""
    held = 0
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and int(entry.name) != os.getpid():
            held += _held_by(entry)
    return held


def _held_by(entry: Path) -> int:
    try:
        _state, _parent, group = (entry / "stat").read_text().rpartition(")")[2].split()[:3]
        return int((entry / "statm").read_text().split()[1]) * PAGE if int(group) == os.getpgrp() else 0
    except OSError:
        return 0  # gone meanwhile
