"""What people typed is text wherever it is shown: nothing is called safe but what stands in the list below."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.laws.imports import HOUSE, Sources, within

TEMPLATES = HOUSE / "templates"

# File and expression → what it is, and why no text of people can be in it unescaped.
SAFE_IN_TEMPLATES = {
    ("components/field.html", "field.help_text|safe"): "Django's own list of what a password needs",
    ("paper/document.html", "style|safe"): "our style sheet",
    ("issuing/plan.html", "paper_figures|safe"): "the decree's numbers as CSS",
    ("issuing/plan.html", "sheet|safe"): "the paper, rendered by a template that escapes",
    ("desk/sheet.html", "paper_figures|safe"): "the decree's numbers as CSS",
    ("desk/sheet.html", "sheet|safe"): "the paper, rendered by a template that escapes",
    ("desk/comparison.html", "paper_figures|safe"): "the decree's numbers as CSS",
    ("desk/comparison.html", "sheet|safe"): "the paper, rendered by a template that escapes",
    ("desk/version.html", "paper_figures|safe"): "the decree's numbers as CSS",
    ("desk/version.html", "sheet|safe"): "the paper, rendered by a template that escapes",
}
# Module → how often, and why.
SAFE_IN_CODE = {
    "childlabour.core.qr": (2, "a picture that we drew, and no picture"),
    "childlabour.core.templatetags.pieces": (1, "our own icons"),
    "childlabour.core.templatetags.vietnamese": (
        1,
        "pieces of a text, each escaped, and a span of ours around some",
    ),
    "plans.templatetags.sheet_pieces": (
        2,
        "addresses of our own modules as JSON, of the paper's face as CSS",
    ),
}
UNESCAPED = re.compile(
    r"\{\{\s*([^}]*\|\s*safe(?:seq)?\b[^}]*?)\s*\}\}"
    r"|(\{%\s*(?:autoescape\s+off|filter\s+safe)[^%]*%\})"
)
CALLED_SAFE = {"mark_safe", "SafeString", "SafeText", "SafeData"}
TELLS = {"format_html", "format_html_join"}  # escape what they are given, never what they are told with


def in_template(text: str) -> list[str]:
    """Every expression that is printed as it is."""
    return [" ".join((said or block).split()) for said, block in UNESCAPED.findall(text)]


def in_code(tree: ast.Module) -> Iterator[int]:
    """Lines that call something safe, or build the text around `format_html` from anything but plain words."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=func, args=args):
                name = getattr(func, "attr", None) or getattr(func, "id", "")
                if name in CALLED_SAFE or (
                    name in TELLS and not _is_plain(args[: 2 if "join" in name else 1])
                ):
                    yield node.lineno
            case ast.FunctionDef(name="__html__"):
                yield node.lineno
            case ast.keyword(arg="is_safe" | "autoescape", value=ast.Constant(value=bool(told))):
                if (node.arg == "is_safe") == told:
                    yield node.value.lineno


def _is_plain(words: list[ast.expr]) -> bool:
    return bool(words) and all(
        isinstance(word, ast.Constant) and isinstance(word.value, str) for word in words
    )


def test_no_template_prints_as_it_is_what_is_not_in_the_list():
    found = {
        (str(file.relative_to(TEMPLATES)), said)
        for file in TEMPLATES.rglob("*.html")
        for said in in_template(file.read_text(encoding="utf-8"))
    }
    assert found == set(SAFE_IN_TEMPLATES)


def test_no_code_calls_safe_what_is_not_in_the_list():
    house = Sources.of_the_house()
    found = {
        module: len(lines)
        for module, tree in house.trees.items()
        if not within(module, "tests") and (lines := list(in_code(tree)))
    }
    assert found == {module: many for module, (many, _) in SAFE_IN_CODE.items()}


@pytest.mark.parametrize(
    "text",
    [
        "<p>{{ target.sentence|safe }}</p>",
        "{{ event.reason | safe }}",
        "{{ answer.text|linebreaks|safe }}",
        "{{ parts|safeseq|join:', ' }}",
        "{% autoescape off %}{{ title }}{% endautoescape %}",
        "{% filter safe %}{{ title }}{% endfilter %}",
    ],
)
def test_a_template_that_does_not_escape_is_seen(text):
    assert len(in_template(text)) == 1


@pytest.mark.parametrize("text", ["{{ title }}", "{{ safe }}", "{{ is_safe }}", "{{ text|linebreaks }}"])
def test_a_template_that_escapes_is_let_be(text):
    assert in_template(text) == []


@pytest.mark.parametrize(
    "source",
    [
        "mark_safe(text)",
        "safestring.mark_safe(f'<b>{name}</b>')",
        "SafeString(text)",
        "format_html(f'<b>{name}</b>')",
        "format_html('<b>' + name + '</b>')",
        "format_html('<b>{}</b>'.format(name))",
        "format_html_join('', template, rows)",
        "class Text:\n    def __html__(self):\n        return self.text",
        "@register.filter(is_safe=True)\ndef plain(text):\n    return text",
        "Engine(autoescape=False)",
    ],
)
def test_code_that_does_not_escape_is_seen(source):
    assert len(list(in_code(ast.parse(source)))) == 1


def test_code_that_escapes_is_let_be():
    source = (
        "format_html('<b>{}</b>', name)\nformat_html_join('', '<li>{}</li>', rows)\nEngine(autoescape=True)"
    )
    assert list(in_code(ast.parse(source))) == []
