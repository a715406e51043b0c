"""Inside the group of processes: makes the copy, serves it, runs the table, says what held."""

import sys
import time
from pathlib import Path

import django

django.setup()  # what follows knows the models

from childlabour.core.errors import Refusal  # noqa: E402
from tests.attack import judging  # noqa: E402
from tests.attack.judging import Verdict, judged  # noqa: E402
from tests.attack.site import served_copy  # noqa: E402
from tests.attack.table import ATTACKS  # noqa: E402


def main(seconds: int, backup: Path | None) -> int:
    try:
        return _told(_verdicts(seconds, backup))
    except Refusal as no:  # of the backup; attacks are judged, whatever they run into
        print("\n".join(problem.message for problem in no.problems), file=sys.stderr)
        return 2


def _verdicts(seconds: int, backup: Path | None) -> list[Verdict]:
    with served_copy(backup) as site:
        ends_at = time.monotonic() + seconds
        verdicts: list[Verdict] = []
        for attack in ATTACKS:
            if time.monotonic() > ends_at:
                break
            verdicts.append(judged(attack, site))
            print(verdicts[-1], flush=True)
    return verdicts


def _told(verdicts: list[Verdict]) -> int:
    untried = ATTACKS[len(verdicts) :]
    for attack in untried:
        print(f"{attack.name}: chưa thử, hết thời gian")
    held = sum(verdict.held for verdict in verdicts)
    counts = f"{held} giữ được, {len(verdicts) - held} không giữ được, {len(untried)} chưa thử"
    print(f"{len(ATTACKS)} phép thử: {counts}.", flush=True)
    return int(held < len(ATTACKS))


if __name__ == "__main__":
    judging.LONGEST_WAIT = int(sys.argv[2])
    sys.exit(main(int(sys.argv[1]), Path(sys.argv[3]) if len(sys.argv) > 3 else None))
