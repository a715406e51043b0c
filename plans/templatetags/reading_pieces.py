"""Pieces of the page of a review that no template can say shortly: words with their looks and what hangs on them."""

from collections.abc import Iterator

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from plans.content.values import Runs, TextRun

register = template.Library()


@register.simple_tag
def words(paragraphs: list[Runs]) -> SafeString:
    """Paragraphs of one cell or block; what a target hangs on is marked."""
    return mark_safe("<br>".join("".join(_runs(runs)) for runs in paragraphs))


def _runs(runs: Runs) -> Iterator[str]:
    for run in runs:
        yield _looks(run, f"<mark>{escape(run.text)}</mark>" if run.marks else escape(run.text))


def _looks(run: TextRun, said: str) -> str:
    if run.italic:
        said = f"<i>{said}</i>"
    return f"<b>{said}</b>" if run.bold else said
