"""Lists in pages; a page number out of range shows the nearest page instead of an error."""

from collections.abc import Sequence
from typing import Any, TypeVar

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest

PAGE_SIZE = 20

Row = TypeVar("Row")


class NumberedPage(Page[Row]):
    @property
    def numbers(self) -> tuple[int | str, ...]:
        """The pages to offer, with "…" for those left out between them (components/pagination.html)."""
        return tuple(self.paginator.get_elided_page_range(self.number, on_each_side=1, on_ends=1))


def page_of(
    rows: QuerySet[Any] | Sequence[Any], request: HttpRequest, size: int = PAGE_SIZE
) -> NumberedPage[Any]:
    """The page that `?page=` asks for. Two queries, of what was fetched already none."""
    page = Paginator(rows, size).get_page(request.GET.get("page"))
    return NumberedPage(page.object_list, page.number, page.paginator)
