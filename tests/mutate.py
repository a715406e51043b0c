"""Breaks rooms on purpose, a little at a time, and counts what their own tests notice.

`python -m tests.mutate ROOM… [--most 60] [--seed 1]`, for example `documents.citing`: of all that mutmut can break in
the functions of the room, `--most` are drawn by lot and tried one by one against the tests of the folder of the
same name (`tests/citing`), on SQLite, in a copy of this checkout. Prints what nobody noticed and writes the score
into docs/mutation.md. One takes between half a second and three, as its tests need no database or one.
"""

import argparse
import os
import random
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

HOUSE = Path(__file__).resolve().parent.parent
TABLE = HOUSE / "docs" / "mutation.md"
SOURCES = ("childlabour", "plans", "targets")
NOTICED = ("killed", "timeout", "segfault")  # a loop without end is noticed, too
ALONE = ("--max-children", "1")  # two at once would share the file of the test database

CONFIG = """\
[mutmut]
source_paths={sources}
only_mutate={room}
also_copy={rest}
pytest_add_cli_args_test_selection={tests}
pytest_add_cli_args={options}
process_isolation=forkserver
"""


OPTIONS = ("-p", "no:cacheprovider", "-m", "not journey and not sweep")


def main(rooms: list[str], most: int, seed: int) -> None:
    for room in rooms:
        with TemporaryDirectory(prefix="mutants-") as folder:
            copy = Path(folder)
            lay_copy(copy, room)
            mutmut(copy, "run", *ALONE, "no such mutant", check=False)  # makes them all, tries none
            configure(copy, room, aside=strangers_to_the_copy(copy, room))
            every = sorted(fates(copy))
            drawn = random.Random(seed).sample(every, min(most, len(every)))
            mutmut(copy, "run", *ALONE, *drawn)
            tried = {name: fate for name, fate in fates(copy).items() if name in drawn}
            for name, fate in tried.items():
                if fate not in NOTICED:
                    print(mutmut(copy, "show", name))
            write_down(row(room, len(every), Counter(tried.values())))


def lay_copy(copy: Path, room: str) -> None:
    """The checkout as it stands, with what was not committed yet; no state, no environment."""
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listed, cwd=HOUSE, capture_output=True, text=True, check=True).stdout.split("\0")
    for name in names:
        if (HOUSE / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(HOUSE / name, copy / name)
    configure(copy, room)


def strangers_to_the_copy(copy: Path, room: str) -> list[str]:
    """Tests that fail in the copy with nothing broken: they start processes that know no mutants."""
    command = [sys.executable, "-m", "pytest", "-q", f"tests/{room.rpartition('.')[2]}", *OPTIONS]
    environment = os.environ | {"DATABASE_URL": "", "MUTANT_UNDER_TEST": ""}
    done = subprocess.run(
        command, cwd=copy / "mutants", env=environment, capture_output=True, text=True, check=False
    )
    failed = (
        line.partition(" ")[2] for line in done.stdout.splitlines() if line.startswith(("FAILED ", "ERROR "))
    )
    return [name.partition(" - ")[0].strip() for name in failed]


def configure(copy: Path, room: str, aside: Sequence[str] = ()) -> None:
    path, folder = room.replace(".", "/"), room.rpartition(".")[2]
    rest = sorted({entry.name for entry in copy.iterdir()} - {*SOURCES, "tests"})
    config = CONFIG.format(
        sources=as_list(SOURCES),
        room=as_list([f"{path}/*.py", f"{path}/*/*.py"]),
        rest=as_list(rest),
        tests=as_list([f"tests/{folder}"]),
        options=as_list([*OPTIONS, *(f"--deselect={name}" for name in aside)]),
    )
    (copy / "setup.cfg").write_text(config, encoding="utf-8")


def as_list(values: Iterable[str]) -> str:
    return "".join(f"\n    {value}" for value in values)


def mutmut(copy: Path, *words: str, check: bool = True) -> str:
    environment = os.environ | {"DATABASE_URL": ""}
    command = [sys.executable, "-m", "mutmut", *words]
    done = subprocess.run(command, cwd=copy, env=environment, capture_output=True, text=True, check=False)
    if check and done.returncode:
        sys.exit(f"mutmut {words[0]} failed:\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}")
    return done.stdout


def fates(copy: Path) -> dict[str, str]:
    """Name → "killed", "survived", "no tests", "not checked", …"""
    lines = mutmut(copy, "results", "--all", "true").splitlines()
    return {name: fate for name, _, fate in (line.strip().partition(": ") for line in lines) if fate}


def row(room: str, every: int, fate: Counter[str]) -> str:
    tried, noticed = fate.total(), sum(fate[one] for one in NOTICED)
    cells = [
        f"`{room}`",
        f"{date.today():%d/%m/%Y}",
        every,
        tried,
        noticed,
        fate["survived"],
        fate["no tests"],
        f"{noticed / tried:.0%}",
    ]
    return f"| {' | '.join(map(str, cells))} |"


def write_down(row: str) -> None:
    """In the place of the room's earlier row."""
    print(row, flush=True)
    room = row.split("|")[1]
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    others = [line for line in lines if not line.startswith(f"|{room}|")]
    TABLE.write_text("\n".join([*others, row]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("rooms", nargs="+", metavar="ROOM")
    words.add_argument("--most", type=int, default=60)
    words.add_argument("--seed", type=int, default=1)
    asked = words.parse_args()
    main(asked.rooms, asked.most, asked.seed)
