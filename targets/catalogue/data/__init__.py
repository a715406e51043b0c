"""What the product brings: one readable module for each subject.

Whatever piece a module names is part of the catalogue, in the order of the file.
"""

from collections.abc import Iterator
from types import ModuleType

from targets.catalogue.pieces import Piece

from . import child_labour, days_off, parameters, programmes
from .acts import children, emulation, information, offices, papers, relations

MODULES = (
    children,
    offices,
    emulation,
    papers,
    information,
    relations,
    parameters,
    days_off,
    child_labour,
    programmes,
)


def _pieces_of(module: ModuleType) -> Iterator[Piece]:
    for value in vars(module).values():
        if isinstance(value, Piece):
            yield value
        elif isinstance(value, tuple):
            yield from (each for each in value if isinstance(each, Piece))


CATALOGUE = tuple(piece for module in MODULES for piece in _pieces_of(module))
