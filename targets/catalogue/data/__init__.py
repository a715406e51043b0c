"""What the product brings: one readable module for each subject.

Whatever piece a module names is part of the catalogue, in the order of the file.
"""

from collections.abc import Iterator
from types import ModuleType

from . import acts, child_labour, days_off, parameters, programmes
from .pieces import Piece


def _pieces_of(module: ModuleType) -> Iterator[Piece]:
    for value in vars(module).values():
        if isinstance(value, Piece):
            yield value
        elif isinstance(value, tuple):
            yield from (each for each in value if isinstance(each, Piece))


# A module may name what it took from one before it; it is laid once.
CATALOGUE = tuple(
    dict.fromkeys(
        piece
        for module in (acts, parameters, days_off, child_labour, programmes)
        for piece in _pieces_of(module)
    )
)
