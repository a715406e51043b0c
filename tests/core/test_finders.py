"""Static files from packages: the editor's module without its map, the face of the paper as this machine has it."""

import json
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.core.management import call_command
from django.template import Context, Template

from childlabour.core import machine
from childlabour.core.finders import EDITOR
from childlabour.settings import STATIC_HASHED
from plans.templatetags.sheet_pieces import modules

MAP = Template("{% load sheet_pieces %}{% import_map %}")
FACE = Template("{% load sheet_pieces %}{% face_of_the_paper %}")


@pytest.fixture
def collected(settings, tmp_path):
    """As in production: collected, hashed, compressed."""
    settings.DEBUG = False
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": STATIC_HASHED}}
    call_command("collectstatic", interactive=False, verbosity=0)
    return tmp_path


def source(name: str) -> str:
    return Path(finders.find(f"js/sheet/{name}.js")).read_text(encoding="utf-8")


def test_every_module_is_named_by_its_hash_and_nothing_else_of_the_package_is_collected(collected):
    imports = json.loads(MAP.render(Context()))["imports"]
    assert {"editor", "page", "sheet/sheet", "sheet/schema", "sheet/paste"} <= set(imports)
    assert {f"sheet/{name}" for name in modules()} <= set(imports)
    for name, address in imports.items():
        assert re.search(r"\.[0-9a-f]{12}\.js$", address), name
        assert (collected / address.removeprefix("/static/")).is_file(), name
    kept = {path.name for path in (collected / "django_prose_editor").iterdir()}
    assert not [name for name in kept if ".map" in name or ".css" in name]


def test_what_a_module_imports_stands_in_the_map(collected):
    imports = json.loads(MAP.render(Context()))["imports"]
    for name in modules():
        asked = re.findall(r'^import .*? from "([^"]+)";|import\("([^"]+)"\)', source(name), re.M | re.S)
        assert {one or other for one, other in asked} <= set(imports), name


def test_only_exports_that_the_pinned_editor_has_are_used():
    """The package's other names are not ProseMirror's: everything goes through `pm`."""
    for name in modules():
        taken = re.findall(r'^import (.*?) from "editor";', source(name), re.M)
        assert set(taken) <= {"{ pm }"}, name


def test_the_face_of_the_paper_is_served_in_all_its_styles(collected):
    if not machine.face_files():
        pytest.fail("The journeys need the face of the paper. Mend: sudo apt-get install fonts-liberation2.")
    rules = FACE.render(Context())
    addresses = re.findall(r'url\("([^"]+)"\)', rules)
    assert len(addresses) == 4
    assert all((collected / address.removeprefix("/static/")).is_file() for address in addresses)
    assert rules.count("font-weight:700") == rules.count("font-weight:400") == 2


def test_a_machine_without_the_face_has_a_page_without_it(monkeypatch):
    monkeypatch.setattr("childlabour.core.finders.face_files", dict)
    finder = finders.get_finder("childlabour.core.finders.FromPackages")
    fresh = type(finder)()
    assert [name for name, _ in fresh.list([])] == [EDITOR]


def test_an_unknown_file_is_not_found():
    assert finders.find("django_prose_editor/editor.js.map") is None
