"""Ways from a row to the page it is looked after on."""

from django.db.models import Model
from django.urls import reverse
from django.utils.html import format_html


def link_to(row: Model, words: str) -> str:
    """A link to the admin page of `row`; a dash for a row that is not saved yet."""
    if row.pk is None:
        return "–"
    address = reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])
    return format_html('<a class="open-row" href="{}">{}</a>', address, words)
