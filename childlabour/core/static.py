"""How static files are kept for serving."""

from typing import Any

from whitenoise.compress import Compressor
from whitenoise.storage import CompressedManifestStaticFilesStorage


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
