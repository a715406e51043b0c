"""Commands are one kind: 0 done, 1 refused, 2 not understood; data on one stream, problems on the other."""

import pytest
from django.core.management import CommandError, call_command, get_commands, load_command_class

from childlabour.core.commands import PlainCommand
from tests.laws.imports import HOUSE

ROOMS = ("childlabour", "plans", "targets")
DJANGOS = {"migrate"}  # Django's own, with more done before and after
OURS = {name for name, app in get_commands().items() if str(app).startswith(ROOMS)} - DJANGOS


def test_every_command_of_ours_is_of_the_one_kind():
    assert {"list_plans", "export_plan", "load_samples", "load_catalogue"} <= OURS
    others = [
        name for name in OURS if not isinstance(load_command_class(get_commands()[name], name), PlainCommand)
    ]
    assert others == [], "a command of ours is a childlabour.core.commands.PlainCommand"


def test_every_command_of_ours_is_run_by_a_test():
    tests = "".join(file.read_text(encoding="utf-8") for file in (HOUSE / "tests").rglob("test_*.py"))
    assert [name for name in sorted(OURS) if f'"{name}"' not in tests] == []


def test_every_command_of_ours_refuses_what_it_does_not_understand():
    for name in sorted(OURS):
        with pytest.raises(CommandError, match=f"Không hiểu .*Xem: manage.py {name} --help"):
            call_command(name, "--khong-co")
