"""Static files that lie in no folder of ours: the editor's one module and the face of the paper."""

from collections.abc import Iterator
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

from .machine import face_files

EDITOR = "django_prose_editor/editor.js"  # the package has a map of 2.4 MB and five more files that no page asks for
FACE = "faces/serif"  # faces/serif-bold.ttf


class FromPackages(BaseFinder):
    """Each file by the name it is served under; a machine without the face has none of it."""

    @cached_property
    def files(self) -> dict[str, Path]:
        return {EDITOR: _editor()} | {
            f"{FACE}-{style}{path.suffix}": path for style, path in face_files().items()
        }

    def check(self, **options: Any) -> list[Any]:
        return []

    def find(self, path: str, find_all: bool = False, **options: Any) -> Any:
        found = self.files.get(path)
        if find_all:
            return [str(found)] if found else []
        return str(found) if found else []

    def list(self, ignore_patterns: Any) -> Iterator[tuple[str, "OneFile"]]:
        for name, path in self.files.items():
            yield name, OneFile(path)


class OneFile(FileSystemStorage):
    """A storage of one file, whatever it is asked for: it is copied under another name than its own."""

    prefix = ""

    def __init__(self, path: Path) -> None:
        super().__init__(location=path.parent)
        self._file = path

    def path(self, name: str) -> str:
        return str(self._file)


def _editor() -> Path:
    package = find_spec("django_prose_editor")
    assert package and package.origin, "django-prose-editor stands in requirements.txt"
    return Path(package.origin).parent / "static" / EDITOR
