"""How large the country is, and how much of a total falls to each of those who share it."""

from dataclasses import dataclass

LEAST_UNITS, LEAST_DOCUMENTS = 60, 20


@dataclass(frozen=True)
class Size:
    units: int
    documents: int
    tasks: int
    seed: int = 782

    def __post_init__(self):
        if self.units < LEAST_UNITS or self.documents < LEAST_DOCUMENTS or self.tasks < 0:
            raise ValueError(f"At least {LEAST_UNITS} units and {LEAST_DOCUMENTS} documents, please.")

    def __str__(self) -> str:
        return f"{self.documents:,} documents, {self.units:,} units, {self.tasks:,} tasks, seed {self.seed}"


def share(total: int, place: int, among: int, weight: int = 1) -> int:
    """What falls to `weight` of `among` equal parts, from `place` on; all shares together are the total."""
    return total * (place + weight) // among - total * place // among
