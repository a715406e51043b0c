"""What the page of the sheet editor loads: its modules under their served names, and the face of the paper."""

import json
from functools import cache
from pathlib import Path

from django import template
from django.contrib.staticfiles.finders import find
from django.templatetags.static import static
from django.utils.safestring import SafeString, mark_safe

from childlabour.core.finders import EDITOR, FACE
from childlabour.core.machine import face_files

register = template.Library()

OURS = "js/sheet"
_STYLES = {
    "regular": ("400", "normal"),
    "bold": ("700", "normal"),
    "italic": ("400", "italic"),
    "bold-italic": ("700", "italic"),
}


@register.simple_tag
def import_map() -> SafeString:
    """JSON for `<script type="importmap">`: every module a sheet imports, by the name it is imported under.

    No tool rewrites imports, so that a module is found under its hashed name through this map alone.
    """
    addresses = {"editor": static(EDITOR), "page": static("js/page.js")} | {
        f"sheet/{name}": static(f"{OURS}/{name}.js") for name in modules()
    }
    return mark_safe(json.dumps({"imports": addresses}, indent=0))


def modules() -> tuple[str, ...]:
    """The names of our modules, as they lie in static/js/sheet."""
    folder = find(OURS)
    assert folder, "static/js/sheet is part of this project"
    return tuple(sorted(path.stem for path in Path(folder).glob("*.js")))


@register.simple_tag
def face_of_the_paper() -> SafeString:
    """Rules of the face that the desk serves itself, so that the sheet breaks its lines where the PDF does."""
    rules = (
        f'@font-face{{font-family:"Paper";font-weight:{weight};font-style:{slope};font-display:block;'
        f'src:url("{static(name)}")}}'
        for name, weight, slope in _faces()
    )
    return mark_safe("\n".join(rules))


@register.simple_tag
def first_faces() -> tuple[str, ...]:
    """Addresses of the styles that every paper begins with, to be asked for at once."""
    return tuple(static(name) for name, weight, slope in _faces() if slope == "normal")


@cache
def _faces() -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (f"{FACE}-{style}{path.suffix}", *_STYLES[style])
        for style, path in face_files().items()
        if style in _STYLES
    )
