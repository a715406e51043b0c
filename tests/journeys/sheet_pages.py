"""What the journeys on the sheet share: opening a draft, putting lines on the sheet, what stands on it as data."""

import re
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


def put(page: Page, *lines: str | dict[str, Any], **parts: Any) -> None:
    """These lines alone on the sheet, nothing of them to undo, the caret at "^" or at the end of the last one.

    A line: a block's data, or "type level marker|words" ("clause 2 1.|Mục đích").
    """
    blocks = [
        line if isinstance(line, dict) else _block(line, f"b{place}") for place, line in enumerate(lines)
    ]
    page.evaluate(
        """async (data) => {
            const { pm } = await import("editor");
            const { docFrom } = await import("sheet/blocks");
            const view = (await (await import("sheet/sheet")).opened).view();
            const doc = docFrom(data);
            let caret = null, end = 0;
            doc.descendants((node, pos) => {
                if (node.isText && node.text.includes("^")) caret = pos + node.text.indexOf("^");
                if (node.type.name === "line") end = pos + 1 + node.content.size;
            });
            const change = view.state.tr.replaceWith(0, view.state.doc.content.size, doc.content);
            if (caret !== null) change.delete(caret, caret + 1);
            change.setSelection(pm.state.TextSelection.create(change.doc, caret ?? end));
            view.dispatch(pm.history.closeHistory(change).setMeta("addToHistory", false));
            view.focus();
        }""",
        {"blocks": blocks, **parts},
    )


def _block(line: str, key: str) -> dict[str, Any]:
    told, _, words = line.partition("|")
    type_, level, *marker = told.split(" ", 2)
    block: dict[str, Any] = {"key": key, "type": type_, "level": int(level), "marker": "".join(marker)}
    return block | ({"runs": [[words, False, False, []]]} if words else {})


def draft_now(page: Page) -> dict[str, Any]:
    return page.evaluate("""async () => (await import("sheet/sheet")).draftNow()""")


def lines_now(page: Page) -> list[str]:
    """What stands on the sheet, as `put` takes it."""
    return [_line(block) for block in draft_now(page)["blocks"]]


def _line(block: dict[str, Any]) -> str:
    told = " ".join(filter(None, (block["type"], str(block["level"]), block.get("marker", ""))))
    return f"{told}|{words_of(block)}"


def words_of(block: dict[str, Any]) -> str:
    if "cells" in block:
        return " | ".join(" / ".join(map(_plain, cell["paragraphs"])) for cell in block["cells"])
    return _plain(block.get("runs", []))


def _plain(runs: list[list[Any]]) -> str:
    return "".join(run[0] for run in runs)


def press(page: Page, *keys: str) -> None:
    """Keys by name; anything else is typed letter by letter."""
    settle(page)
    for key in keys:
        if _KEY.fullmatch(key):
            page.keyboard.press(key)
            if _CARET.search(key):
                settle(page)
        else:
            page.keyboard.type(key)


def settle(page: Page) -> None:
    """Where the caret was put is told to the page one turn later; no hand is faster than that."""
    page.evaluate("() => new Promise(requestAnimationFrame)")


_CARET = re.compile(r"Arrow|Home|End|Page|Control\+a")
_NAMED = r"Enter|Tab|Backspace|Delete|Arrow\w+|Home|End|Escape|F1|Page\w+"
_KEY = re.compile(rf"(?:(?:Control|Alt|Shift)\+)+(?:{_NAMED}|.)|{_NAMED}")


def clip(page: Page, *, html: str = "", text: str = "", raw: bool = False) -> None:
    """A paste with what other programs put on the clipboard; `raw`: by Ctrl+Shift+V."""
    page.evaluate(
        """async ([html, text, raw]) => {
            const view = (await (await import("sheet/sheet")).opened).view();
            const data = new DataTransfer();
            if (html) data.setData("text/html", html);
            if (text) data.setData("text/plain", text);
            const key = { key: "v", ctrlKey: true, shiftKey: raw, bubbles: true };
            view.dom.dispatchEvent(new KeyboardEvent("keydown", key));
            const how = { clipboardData: data, bubbles: true, cancelable: true };
            view.dom.dispatchEvent(new ClipboardEvent("paste", how));
        }""",
        [html, text, raw],
    )
