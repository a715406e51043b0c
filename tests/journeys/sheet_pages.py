"""What the journeys on the sheet share: opening a draft, what stands on it as data."""

from typing import Any

from django.urls import reverse
from playwright.sync_api import Locator, Page, expect

from plans.models import Document


def open_sheet(page: Page, document: Document) -> Locator:
    page.goto(reverse("desk:editor", args=[document.pk]))
    sheet = page.get_by_role("textbox", name="Văn bản đang soạn")
    expect(sheet).to_be_visible()
    return sheet


def there_and_back(page: Page, data: dict[str, Any]) -> dict[str, Any]:
    """The data as a document of the sheet, and as data again."""
    return page.evaluate(
        """async (data) => {
            const { docFrom, draftFrom } = await import("sheet/blocks");
            const doc = docFrom(data);
            doc.check();
            return draftFrom(doc);
        }""",
        data,
    )
