"""What came later as one figure: its event keeps it, and whoever looks again sees whether rows still say the same."""

import hashlib
import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from plans.law.belonging import rows_of
from plans.models import ChargedUnit, Document

from .triggers import KEPT, Kept


def digest_of_later(document: Document) -> str:
    """Of every row that came later, each column that its step alone writes; "" where there is none. Five queries."""
    rows = {kept.table: list(_rows(kept, document)) for kept in KEPT if kept.later}
    if not any(rows.values()):
        return ""
    return hashlib.sha256(json.dumps(rows, sort_keys=True, default=_plain).encode()).hexdigest()


def _rows(kept: Kept, document: Document) -> Iterator[dict[str, Any]]:
    moment = "charge__added_at" if kept.model is ChargedUnit else "added_at"
    names = [field.attname for field in kept.model._meta.concrete_fields if field.column in kept.columns]
    later = rows_of(kept.model, document).filter(**{f"{moment}__isnull": False})
    for row in later.order_by("pk").values(*names):
        yield {name: value for name, value in row.items() if not _is_empty(value)}


def _is_empty(value: Any) -> bool:
    """Left out, so that a column of a later release changes no figure of an earlier one. A promise of 0 is kept."""
    return value is None or value is False or value in ("", [])


def _plain(value: Any) -> str:
    """The same from every database."""
    return format(value.normalize(), "f") if isinstance(value, Decimal) else str(value)
