"""Where files that people send are put."""

from pathlib import Path
from uuid import uuid4

from django.utils.deconstruct import deconstructible

from .clock import today

LONGEST_ENDING = 10  # characters, the dot among them


@deconstructible
class ByNoName:
    """`upload_to`: by no name that somebody gave; it may be a child's, and would stay on the disk and in backups."""

    def __init__(self, folder: str):
        self.folder = folder

    def __call__(self, _row: object, name: str) -> str:
        return f"{self.folder}/{today():%Y/%m}/{uuid4().hex}{Path(name).suffix.lower()[:LONGEST_ENDING]}"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ByNoName) and other.folder == self.folder

    def __hash__(self) -> int:
        return hash(self.folder)
