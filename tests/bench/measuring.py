"""How the benches measure: CPU time of the middle run, told beside what it is a ratio to. Nothing is asserted."""

from collections.abc import Callable
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from statistics import median


def cpu_ms(work: Callable[[], object], runs: int = 9) -> float:
    """Milliseconds of CPU that `work` and the processes it starts take when warm: the median of some runs, so that
    one disturbed run says nothing."""
    work()
    taken = []
    for _ in range(runs):
        start = _cpu_seconds()
        work()
        taken.append((_cpu_seconds() - start) * 1000)
    return median(taken)


def _cpu_seconds() -> float:
    used = (getrusage(who) for who in (RUSAGE_SELF, RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


def tell(title: str, figures: dict[str, float], *, base: str) -> None:
    """A line for each figure, with its ratio to the one named `base`."""
    print(f"\n{title}")
    for name, milliseconds in figures.items():
        print(f"  {milliseconds / figures[base]:>7.2f} ×  {milliseconds:>8.1f} ms  {name}")
