"""What a board of tasks prints of a number: itself, as the way to its rows."""

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from childlabour.core.vietnamese import write_number
from plans.pages.boards import Cut

register = template.Library()


@register.simple_tag
def rows_behind(cut: Cut, count: int, key: str = "", box: str = "") -> SafeString:
    """The number, linked to exactly its rows; of none there is nothing to see."""
    said = write_number(count)
    if not count:
        return format_html("{}", said)
    return format_html('<a href="{}?{}">{}</a>', reverse("tasks:rows"), cut.at(key, box).query, said)


@register.filter
def per_cent(rate: object) -> str:
    """ "91,8%"; "–" where nothing was due."""
    return "–" if rate is None else f"{str(rate).replace('.', ',').removesuffix(',0')}%"
