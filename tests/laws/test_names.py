"""One word for one thing: a public class name stands for one thing in the whole house."""

import ast
from collections import defaultdict

import pytest

from tests.laws.imports import Sources, within

# Django finds these by their names, one a module.
BY_ITS_PLACE = {"Command", "Meta", "Migration"}


def doubled(sources: Sources) -> dict[str, list[str]]:
    """Name → the modules that define a class of that name, where there are several."""
    homes = defaultdict(list)
    for module, tree in sources.trees.items():
        if within(module, "tests") or ".migrations." in module:
            continue
        for node in tree.body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                homes[node.name].append(module)
    return {name: found for name, found in homes.items() if len(found) > 1 and name not in BY_ITS_PLACE}


def test_no_public_name_stands_for_two_things():
    assert doubled(Sources.of_the_house()) == {}, "docs/glossary.md: one word for one thing"


@pytest.mark.parametrize("name", ["Signature", "Line"])
def test_a_second_meaning_is_seen(name):
    files = {"plans/paper/a.py": f"class {name}: pass", "plans/models/b.py": f"class {name}: pass"}
    assert doubled(Sources(files)) == {name: ["plans.paper.a", "plans.models.b"]}


def test_a_name_of_a_rooms_own_and_one_of_djangos_are_no_breach():
    files = {
        "plans/a.py": "class _Row: pass\nclass Command: pass",
        "plans/b.py": "class _Row: pass\nclass Command: pass",
    }
    assert doubled(Sources(files)) == {}
