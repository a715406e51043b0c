"""Pieces of the page of a review that no template can say shortly: words with their looks and what hangs on them."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from plans.content.values import Runs, TextRun

register = template.Library()


@register.simple_tag
def words(paragraphs: list[Runs]) -> SafeString:
    """Paragraphs of one cell or block; what a target hangs on is marked."""
    first, *others = (
        format_html_join("", "{}", ((_looks(run),) for run in runs)) for runs in paragraphs or [()]
    )
    return format_html("{}{}", first, format_html_join("", "<br>{}", ((one,) for one in others)))


def _looks(run: TextRun) -> SafeString:
    said = format_html("<mark>{}</mark>", run.text) if run.marks else format_html("{}", run.text)
    if run.italic:
        said = format_html("<i>{}</i>", said)
    return format_html("<b>{}</b>", said) if run.bold else said
