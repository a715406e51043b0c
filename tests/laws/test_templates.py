"""How templates are written: what Django would print as text instead of obeying, and lines short enough to be read."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CUT = re.compile(r"\{\{(?!.*\}\})|\{%(?!.*%\})")  # begins on this line, ends on none


def test_every_tag_of_a_template_ends_on_the_line_it_begins_on():
    cut = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in sorted((ROOT / "templates").rglob("*.html"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if CUT.search(line)
    ]
    assert cut == []


LONGEST = 140  # signs; a sentence for search engines takes them all, nearly everything else keeps to 120
PAPERS = ROOT / "templates" / "paper"  # their white space is in the bytes of issued papers


def holds_a_long_line(path: Path) -> bool:
    return any(len(line) > LONGEST for line in path.read_text(encoding="utf-8").splitlines())


def test_the_lines_of_a_template_are_short_enough_to_be_read():
    templates = ROOT / "templates"
    found = {
        str(path.relative_to(templates))
        for path in templates.rglob("*.html")
        if PAPERS not in path.parents and holds_a_long_line(path)
    }
    assert found == set()


BARE_IN_A_LINE_OF_FACTS = re.compile(r'class="meta(?: [^"]*)?">\s*(?!<|\{%|\s)')


def bare_words(text: str) -> list[str]:
    """A line of facts cuts off what stands before its first element (components.css): words need one of their own."""
    return [text[found.start() :][:60] for found in BARE_IN_A_LINE_OF_FACTS.finditer(text)]


def test_a_line_of_facts_holds_elements_and_no_bare_words():
    found = {path.name: bare_words(path.read_text("utf-8")) for path in (ROOT / "templates").rglob("*.html")}
    assert {name: words for name, words in found.items() if words} == {}
    assert bare_words('<span class="meta">{{ finding.reference }}</span>')
    assert bare_words('<p class="meta">Chỉ tiêu cấp trên</p>')
    assert not bare_words('<p class="meta">{% if a %}<a href="/">Về</a>{% endif %}</p>')
