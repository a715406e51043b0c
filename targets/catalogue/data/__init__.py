"""What the product brings: one readable module for each subject.

Whatever piece a module names is part of the catalogue, in the order of the file.
"""

from collections.abc import Iterator
from types import ModuleType

from . import (
    child_labour,
    children_law,
    days_off,
    emulation_law,
    information_law,
    office_law,
    paper_law,
    parameters,
    programmes,
    regimes,
    relations,
)
from .pieces import CataloguePiece

# Each after those it points at.
MODULES = (
    children_law,
    office_law,
    emulation_law,
    paper_law,
    information_law,
    relations,
    parameters,
    days_off,
    child_labour,
    programmes,
    regimes,
)


def _pieces_of(module: ModuleType) -> Iterator[CataloguePiece]:
    for value in vars(module).values():
        if isinstance(value, CataloguePiece):
            yield value
        elif isinstance(value, tuple):
            yield from (each for each in value if isinstance(each, CataloguePiece))


CATALOGUE = tuple(piece for module in MODULES for piece in _pieces_of(module))
