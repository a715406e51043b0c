"""Lists in pages; a page number out of range shows the nearest page instead of an error."""

from typing import TypeVar

from django.core.paginator import Page, Paginator
from django.db.models import Model, QuerySet
from django.http import HttpRequest

PAGE_SIZE = 20

Row = TypeVar("Row", bound=Model)


class NumberedPage(Page[Row]):
    @property
    def numbers(self) -> tuple[int | str, ...]:
        """The pages to offer, with "…" for those left out between them (components/pagination.html)."""
        return tuple(self.paginator.get_elided_page_range(self.number, on_each_side=1, on_ends=1))


def page_of(rows: QuerySet[Row], request: HttpRequest, size: int = PAGE_SIZE) -> NumberedPage[Row]:
    """The page that `?page=` asks for. Two queries."""
    page = Paginator(rows, size).get_page(request.GET.get("page"))
    return NumberedPage(page.object_list, page.number, page.paginator)
