"""Who imports whom, read from the source with `ast`: nothing is run, nothing can hide behind a condition."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[2]
OURS = ("childlabour", "targets", "plans", "tests")


@dataclass(frozen=True)
class Import:
    """`module` imports `target`; `late` when inside a function, `star` when it takes everything.

    A target of ours is a module, a foreign one may be a name in it (`django.db.models.Q`).
    """

    module: str
    target: str
    line: int
    late: bool = False
    star: bool = False

    def __str__(self) -> str:
        return f"{self.module}:{self.line} imports {self.target}"


class Sources:
    """Dotted module name → its source. Built from the repository, or from a few lines in a test."""

    def __init__(self, files: dict[str, str]):
        self.trees = {module_of(path): ast.parse(text, path) for path, text in files.items()}
        self.packages = {module_of(path) for path in files if path.endswith("__init__.py")}
        self.imports = tuple(found for module in self.trees for found in self._imports_of(module))

    @classmethod
    def of_the_house(cls) -> "Sources":
        paths = [path for top in OURS for path in (HOUSE / top).rglob("*.py")] + [HOUSE / "manage.py"]
        return cls({str(path.relative_to(HOUSE)): path.read_text(encoding="utf-8") for path in paths})

    def calls(self, module: str) -> Iterator[tuple[str, int]]:
        """(name of the called function, without what stands before its last dot, line)."""
        for node in ast.walk(self.trees[module]):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "attr", None) or getattr(node.func, "id", "")
                yield name, node.lineno

    def from_imports(self) -> Iterator[Import]:
        """Every `from … import name`, its target to the very name: `plans.reading.read`."""
        for module, tree in self.trees.items():
            for node in ast.walk(tree):
                if isinstance(node, ast.ImportFrom):
                    base = self._base(module, node)
                    yield from (Import(module, f"{base}.{alias.name}", node.lineno) for alias in node.names)

    def _imports_of(self, module: str) -> Iterator[Import]:
        inside = set(_inside_functions(self.trees[module]))
        for node in ast.walk(self.trees[module]):
            if isinstance(node, ast.Import):
                for alias in node.names:
                    yield Import(module, alias.name, node.lineno, node in inside)
            elif isinstance(node, ast.ImportFrom):
                base = self._base(module, node)
                for alias in node.names:
                    star = alias.name == "*"
                    named = base if star else f"{base}.{alias.name}"
                    target = base if base in self.trees and named not in self.trees else named
                    yield Import(module, target, node.lineno, node in inside, star)

    def _base(self, module: str, node: ast.ImportFrom) -> str:
        if not node.level:
            return node.module or ""
        parts = module.split(".")
        up = node.level - (1 if module in self.packages else 0)
        package = parts[: len(parts) - up]
        return ".".join([*package, *([node.module] if node.module else [])])


def module_of(path: str) -> str:
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def within(module: str, *rooms: str) -> bool:
    return any(module == room or module.startswith(f"{room}.") for room in rooms)


def _inside_functions(tree: ast.AST) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            yield from (inner for inner in ast.walk(node) if inner is not node)


def circle(edges: set[tuple[str, str]]) -> list[str]:
    """The names along one circle, first and last the same; empty when nothing goes round."""
    sorter = TopologicalSorter()
    for start, end in sorted(edges):
        if start != end:
            sorter.add(start, end)
    try:
        sorter.prepare()
    except CycleError as fault:
        return fault.args[1]
    return []
