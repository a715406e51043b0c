"""Templates are indented for whoever reads them; pages go out without, a tenth of their bytes."""

import re

from django.template import Origin
from django.template.loaders.filesystem import Loader

_INDENT = re.compile(r"\n[ \t]+")
AS_IT_STANDS = "paper/"  # the folder of papers: their white space is in the bytes of what was issued


class LeanLoader(Loader):
    """Takes indents from what is written in a template, never from what it is given to say."""

    def get_contents(self, origin: Origin) -> str:
        written = super().get_contents(origin)
        is_paper = str(origin.template_name).startswith(AS_IT_STANDS)
        return written if is_paper else _INDENT.sub("\n", written)
