"""The lines and pages of the sheet, and those of the PDF, as words to be held against each other."""

import io
import re
from difflib import SequenceMatcher
from typing import Any

import pypdfium2
from playwright.sync_api import Page

_WORD = re.compile(r"[\w%‰]+")

# Every line of the text outside tables as the browser broke it, and the first line of every page but the first.
_LINES = """() => {
    const lines = [];
    for (const block of document.querySelectorAll(".paper .text > :is(p, h2, h3):not(.note)")) {
        const own = [];
        const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
        const range = document.createRange();
        let bottom = -1, last = " ";
        while (walker.nextNode()) {
            for (const word of walker.currentNode.data.matchAll(/\\S+/gu)) {
                range.setStart(walker.currentNode, word.index);
                range.setEnd(walker.currentNode, word.index + 1);
                const box = range.getBoundingClientRect();
                if (box.top > bottom - 4) {
                    own.push({ top: box.top, words: own.length ? "" : (block.dataset.marker ?? "") });
                    bottom = box.bottom;
                }
                const before = walker.currentNode.data[word.index - 1] ?? last;
                own.at(-1).words += (/\\s/u.test(before) ? " " : "") + word[0];
            }
            last = walker.currentNode.data.at(-1) ?? last;
        }
        const height = parseFloat(getComputedStyle(block).lineHeight);
        const top = block.getBoundingClientRect().top;
        own.forEach((line, place) => lines.push({ top: top + place * height, words: line.words }));
    }
    const breaks = [...document.querySelectorAll(".page-break")].map((one) => one.getBoundingClientRect().top);
    const pages = breaks.map((at) => lines.find(({ top }) => top > at - 3)?.words ?? "");
    return { lines: lines.map(({ words }) => words), pages };
}"""


def of_the_sheet(page: Page) -> dict[str, Any]:
    page.evaluate("() => document.fonts.ready")
    page.wait_for_function("() => document.getElementById('pages').textContent !== ''")
    said = page.evaluate(_LINES)
    return {"lines": list(map(_said, said["lines"])), "pages": list(map(_said, said["pages"]))}


def of_the_pdf(data: bytes) -> dict[str, Any]:
    with pypdfium2.PdfDocument(io.BytesIO(data)) as file:
        pages = [_lines_of(page.get_textpage().get_text_range()) for page in file]
    firsts = [lines[1] if lines[:1] == [str(number)] else lines[0] for number, lines in enumerate(pages, 1)]
    return {"lines": [line for page in pages for line in page], "pages": firsts[1:]}


def alike(sheet: list[str], pdf: list[str]) -> float:
    """The share of the sheet's lines that stand in the PDF as they are, in order."""
    matcher = SequenceMatcher(None, sheet, pdf, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks()) / max(len(sheet), 1)


def _lines_of(text: str) -> list[str]:
    return [line for line in map(_said, re.split(r"[\r\n]+", text)) if line]


def _said(line: str) -> str:
    return " ".join(_WORD.findall(line.upper()))
