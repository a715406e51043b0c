"""Search without tone marks, the same on SQLite and PostgreSQL."""

from django.db.models import Q

from childlabour.core.vietnamese import search_key


def matches(text: str, *columns: str) -> Q:
    """Rows in which every word of `text` stands in one of the folded `columns` (default "search_key")."""
    condition = Q()
    for word in search_key(text).split():
        anywhere = Q()
        for column in columns or ("search_key",):
            anywhere |= Q(**{f"{column}__contains": word})
        condition &= anywhere
    return condition
