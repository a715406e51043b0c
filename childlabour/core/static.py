"""How static files are kept for serving."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import Storage
from whitenoise.compress import Compressor
from whitenoise.storage import CompressedManifestStaticFilesStorage

from .styles import lean

OURS = "css/"  # below it our own style sheets; those of others are left as they came

Paths = Mapping[str, tuple[Storage, str]]


class HashedStatic(CompressedManifestStaticFilesStorage):  # type: ignore[misc] # has no types
    """Names that carry the hash of the content (cached for ever) and a gzip copy beside each file.

    The source maps that a script names are not looked for: they are of use to nobody here and are not collected.
    No brotli: it took 20 s of the first start where gzip takes 1 s, for a tenth fewer bytes.
    """

    patterns = tuple(
        (kind, rules) for kind, rules in CompressedManifestStaticFilesStorage.patterns if kind != "*.js"
    )

    def create_compressor(self, **options: Any) -> Compressor:
        return super().create_compressor(use_brotli=False, **options)

    def post_process(self, paths: Paths, *args: Any, **options: Any) -> Iterator[Any]:
        lean = {
            name: (Lean(storage) if name.startswith(OURS) else storage, path)
            for name, (storage, path) in paths.items()
        }
        yield from super().post_process(lean, *args, **options)


class Lean:
    """Style sheets as a browser needs them: what they say to us is a seventh of the first load, their blanks a tenth
    of the rest.
    """

    def __init__(self, storage: Storage) -> None:
        self.storage = storage

    def open(self, path: str) -> "ContentFile[bytes]":
        with self.storage.open(path) as file:
            return ContentFile(lean(file.read().decode()).encode())
