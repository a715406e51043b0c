"""The paper as PDF/A-3u, with the plan's own data inside. The only module that imports WeasyPrint.

The import costs half a second and the font configuration a tenth, so both wait for the first PDF and are then
kept for the life of the process.
"""

import gc
import json
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, lru_cache
from threading import Lock
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder

from childlabour.core import clock
from childlabour.core.vietnamese import search_key

from .document import Paper
from .html import annex_unstyled, style, unstyled
from .split_rows import close_rows
from .tags import finish_tags
from .whole_tables import join_tables

VARIANT = "pdf/a-3u"  # archival, text extractable; 3a would forbid a later visible signature
_one_at_a_time = Lock()


@contextmanager
def _alone_with_pango() -> Iterator[None]:
    """One paper at a time, and every trace of it gone before the next.

    What Pango lends to a paper hangs in its cycles and goes back when the collector finds them, in whatever
    thread that runs. Pango is not made for two threads at one font map, so the collector rests meanwhile and
    then works here: the young generation holds all of the paper (2 ms; 40 pages are even set 1.2 times faster).
    """
    with _one_at_a_time:
        was_on = gc.isenabled()
        gc.disable()
        try:
            yield
        except BaseException as fault:
            traceback.clear_frames(fault.__traceback__)  # they would carry the paper out of here
            raise
        finally:
            gc.collect(0)
            if was_on:
                gc.enable()


def to_pdf(paper: Paper) -> bytes:
    """The paper as PDF/A-3u: fonts embedded and subset, language and title set, `paper.source` attached.

    About 35 ms a page once warm; the first call of a process costs a second more.
    """
    page, source = unstyled(paper), _source_file(paper)
    with _alone_with_pango():
        return _press().print(page, source)


def annex_to_pdf(paper: Paper) -> bytes:
    """An annex in a file of its own (`apart.annex_papers`)."""
    page = annex_unstyled(paper)
    with _alone_with_pango():
        return _press().print(page)


def render_pdf(html: str, css: str) -> bytes:
    """Any other printed thing (a register, a stamp) with the same writer and fonts; nothing is loaded from outside."""
    with _alone_with_pango():
        return _press_for(css).print(html)


def _source_file(paper: Paper) -> tuple[str, bytes] | None:
    if paper.source is None:
        return None
    data = json.dumps(paper.source, cls=DjangoJSONEncoder, ensure_ascii=False, indent=1, sort_keys=True)
    return f"{search_key(paper.identity) or 'van-ban'}.json", data.encode()


@lru_cache(maxsize=8)
def _press_for(css: str) -> "Press":
    return Press(css)


@cache
def _press() -> "Press":
    return Press(style())


class Press:
    """A warm renderer: fonts looked up and style sheet parsed once."""

    def __init__(self, css: str):
        import pydyf
        import weasyprint  # here, not above: list pages and commands must not pay for it
        from weasyprint.text.fonts import FontConfiguration

        self._weasyprint, self._pydyf = weasyprint, pydyf
        self._fonts = FontConfiguration()
        self._closed = weasyprint.urls.URLFetcher(allowed_protocols=())  # nothing is ever loaded from outside
        self._style = weasyprint.CSS(string=css, font_config=self._fonts, url_fetcher=self._closed)

    def print(self, html: str, source: tuple[str, bytes] | None = None) -> bytes:
        page = self._weasyprint.HTML(string=html, url_fetcher=self._closed)
        options = {
            "stylesheets": [self._style],
            "pdf_variant": VARIANT,
            "pdf_tags": True,
            "presentational_hints": True,  # the widths of a table's columns
            "attachments": [self._attachment(*source)] if source else None,
        }
        laid = page.render(font_config=self._fonts, **options)
        close_rows(laid.pages)
        return laid.write_pdf(finisher=self._finish, **self._weasyprint.DEFAULT_OPTIONS | options)

    def _finish(self, laid: Any, pdf: Any) -> None:
        join_tables(laid.pages, pdf)
        finish_tags(pdf)
        self._make_ready_for_signatures(pdf)
        pdf.catalog["ViewerPreferences"] = self._pydyf.Dictionary(
            {"DisplayDocTitle": "true"}
        )  # not the file's name
        if "AF" in pdf.catalog:  # the writer names each attachment twice
            pdf.catalog["AF"][:] = dict.fromkeys(pdf.catalog["AF"])

    def _make_ready_for_signatures(self, pdf: Any) -> None:
        """An empty form, flagged append-only: tools then add signatures to the bytes instead of rewriting them,
        and a check can tell an added signature from any other change (ISO 32000-1, 12.7.2)."""
        no_fields = self._pydyf.Array([])
        pdf.catalog["AcroForm"] = self._pydyf.Dictionary({"Fields": no_fields, "SigFlags": 3})

    def _attachment(self, name: str, data: bytes) -> Any:
        now = clock.now()
        return self._weasyprint.Attachment(
            string=data,
            name=name,
            description="Dữ liệu của văn bản",
            created=now,
            modified=now,
            relationship="Source",
            url_fetcher=self._closed,
        )
