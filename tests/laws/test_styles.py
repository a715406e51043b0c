"""Style sheets keep to the values of tokens.css: no loose colour, three weights of letters."""

import re
from pathlib import Path

import pytest

STYLES = sorted((Path(__file__).parents[2] / "static" / "css").glob("*.css"))
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
COLOUR = re.compile(r"#[0-9a-f]{3,8}\b|\brgb\([^)]*\)|\bhsl\([^)]*\)", re.IGNORECASE)
WEIGHT = re.compile(r"font-weight:\s*(\d+)|font:\s*(\d{3})\b")
WEIGHTS = {"400", "600", "700"}
PAPER = {
    "tokens.css",
    "paper.css",
    "register.css",
}  # the values themselves; paper, which has no day and night
ON_PAPER = re.compile(r"#(?:000|fff|999|333|ddd|444)\b")  # black, white and greys of what is printed
ON_ITS_OWN_BLACK = "#ff9a9a"  # the examples of the manual, whose ground its library draws


def loose(style: str) -> list[str]:
    """Colours that are no token."""
    found = COLOUR.findall(COMMENT.sub("", style))
    return [colour for colour in found if not ON_PAPER.fullmatch(colour) and colour != ON_ITS_OWN_BLACK]


def strange_weights(style: str) -> set[str]:
    return {one or other for one, other in WEIGHT.findall(COMMENT.sub("", style))} - WEIGHTS


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_a_style_sheet_uses_tokens_and_three_weights(path):
    style = path.read_text("utf-8")
    assert path.name in PAPER or loose(style) == []
    assert strange_weights(style) == set()


def test_the_law_sees_what_it_forbids():
    assert loose(".a { color: #0b4f6c; } /* #123456 */ .b { background: rgb(1 2 3); }") == [
        "#0b4f6c",
        "rgb(1 2 3)",
    ]
    assert strange_weights(".a { font-weight: 650; } .b { font: 500 1rem/1 serif; }") == {"650", "500"}
