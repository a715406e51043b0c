"""Presses counted by the browser itself: every key that is no letter of the words, and every click."""

from playwright.sync_api import Page

# A letter of the words is a key of one sign pressed alone; Enter, Tab, an arrow, Ctrl and each key beside it count.
_COUNTING = """() => {
    const count = (what) => window.counted(what);
    addEventListener("keydown", (event) => {
        const isLetter = event.key.length === 1 && !event.ctrlKey && !event.altKey && !event.metaKey;
        if (!isLetter && event.key !== "Unidentified" && event.key !== "Process") count(event.key);
    }, true);
    addEventListener("pointerdown", () => count("click"), true);
}"""


class Presses:
    """Of one page; `loads`: whole pages that were loaded."""

    def __init__(self, page: Page):
        self.made: list[str] = []
        self.loads = 0
        page.expose_function("counted", lambda what: self.made.append(what))
        page.add_init_script(f"({_COUNTING})()")
        page.on("load", self._loaded)

    def _loaded(self, _: Page) -> None:
        self.loads += 1

    def __len__(self) -> int:
        return len(self.made)


def press(page: Page, *keys: str) -> None:
    """As a person does who sees where the caret is by now."""
    for key in keys:
        page.keyboard.press(key)
        page.evaluate("() => new Promise((seen) => setTimeout(() => requestAnimationFrame(seen), 30))")
