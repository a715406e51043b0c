"""Which kind a document is, only the table of kinds asks; everything else asks what the kind is like."""

import ast
import re
from collections.abc import Iterator

import pytest

from plans.law.kinds import KINDS, Kind
from tests.laws.imports import HOUSE, Sources, within

THE_TABLE = "plans.law.kinds"
OUTSIDE = ("tests", "childlabour.samples", "plans.reading")  # samples are of a kind; reading finds out which
CODES = {kind.value for kind in Kind}
IN_TEMPLATES = re.compile(r"""kind\s*(?:==|!=|in)\s*["'](?:{})["']""".format("|".join(CODES)))


def asks_which(tree: ast.Module) -> Iterator[int]:
    """Lines that compare something with a kind: `== Kind.PLAN`, `in ("CV", "BC")`, `match` on one."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare) and any(map(_is_a_kind, [node.left, *node.comparators])):
            yield node.lineno
        if isinstance(node, ast.MatchValue) and _is_a_kind(node.value):
            yield node.lineno


def _is_a_kind(node: ast.expr) -> bool:
    match node:
        case ast.Attribute(value=ast.Name(id="Kind"), attr=name):
            return name in Kind.__members__
        case ast.Constant(value=str(text)):
            return text in CODES
        case ast.Tuple(elts=parts) | ast.List(elts=parts) | ast.Set(elts=parts):
            return any(map(_is_a_kind, parts))
    return False


def test_nothing_else_asks_which_kind_a_document_is():
    house = Sources.of_the_house()
    found = {
        module: lines
        for module, tree in house.trees.items()
        if not within(module, THE_TABLE, *OUTSIDE) and (lines := list(asks_which(tree)))
    }
    assert found == {}, "ask plans.law.kinds what the kind is like"


def test_no_template_asks_either():
    templates = (HOUSE / "templates").rglob("*.html")
    assert [str(file) for file in templates if IN_TEMPLATES.search(file.read_text(encoding="utf-8"))] == []


def test_every_kind_has_its_facts():
    assert set(KINDS) == set(Kind)


@pytest.mark.parametrize(
    "source",
    [
        "plan.kind == Kind.LETTER",
        "kind != 'CV'",
        "plan.kind in (Kind.PLAN, Kind.DECISION)",
        "'KH' in [kind]",
        "match kind:\n    case Kind.REPORT:\n        pass",
    ],
)
def test_a_breach_is_seen(source):
    assert list(asks_which(ast.parse(source)))
