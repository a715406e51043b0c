"""An office that never rests: `python -m tests.keeping.writer`.

Writes a programme and its one group in a transaction, again and again, until SIGTERM; then says how many.
"""

import signal
import sys

import django

django.setup()

from django.db import transaction  # noqa: E402

from targets.models import ObjectiveGroup, Programme  # noqa: E402


def main() -> None:
    told: list[int] = []
    signal.signal(signal.SIGTERM, lambda number, _: told.append(number))
    written = 0
    while not told:
        with transaction.atomic():
            programme = Programme.objects.create(
                code=f"w{written}", name="Chương trình", period_from=2021, period_to=2025
            )
            ObjectiveGroup.objects.create(programme=programme, code="MT1", name="Mục tiêu")
        written += 1
        if written == 1:
            print("writing", flush=True)
    sys.exit(print(written))


if __name__ == "__main__":
    main()
