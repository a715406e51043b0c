"""Signatures in PDF files (PAdES, ETSI EN 319 142): made and judged. The only room that knows pyHanko.

`sign` adds one; `signatures_in` says of each what could be checked; `added_problems` says why one file is not
another with signatures added and nothing else.
"""

from .additions import added_problems
from .judging import signatures_in
from .making import sign
from .seen import Seen, SeenSignature, Stamp, Trust, UnreadableSignature

__all__ = [
    "Seen",
    "SeenSignature",
    "Stamp",
    "Trust",
    "UnreadableSignature",
    "added_problems",
    "sign",
    "signatures_in",
]
