"""Lists in pages; a page number out of range shows the nearest page instead of an error."""

from django.core.paginator import Page, Paginator
from django.http import HttpRequest

PAGE_SIZE = 20


class _Pages(Paginator):
    ELLIPSIS = "…"


def page_of(rows, request: HttpRequest, size: int = PAGE_SIZE) -> Page:
    """The page that `?page=` asks for, with `numbers` for components/pagination.html. Two queries."""
    pages = _Pages(rows, size)
    page = pages.get_page(request.GET.get("page"))
    page.numbers = tuple(pages.get_elided_page_range(page.number, on_each_side=1, on_ends=1))
    return page
