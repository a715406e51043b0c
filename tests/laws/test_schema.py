"""The database is what the models say: no change without its migration, no rule that is only on paper."""

from contextlib import suppress
from io import StringIO

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection, models

from plans.issuing import triggers

pytestmark = pytest.mark.django_db

OURS = ("units", "jobs", "accounts", "targets", "plans")


def our_models() -> list[type[models.Model]]:
    return [model for label in OURS for model in apps.get_app_config(label).get_models()]


def introspected(model: type[models.Model]) -> dict[str, dict]:
    with connection.cursor() as cursor:
        return connection.introspection.get_constraints(cursor, model._meta.db_table)


def columns_of(model: type[models.Model], names: tuple[str, ...]) -> list[str]:
    return [model._meta.get_field(name.removeprefix("-")).column for name in names]


def test_the_models_have_no_change_that_no_migration_makes():
    said = StringIO()
    with suppress(SystemExit):
        call_command("makemigrations", "--check", "--dry-run", stdout=said)
    assert said.getvalue().strip() == "No changes detected"


@pytest.mark.parametrize("model", our_models(), ids=lambda model: model._meta.label)
def test_every_rule_and_every_index_of_a_model_is_in_the_database(model):
    there = introspected(model)
    for constraint in model._meta.constraints:
        found = there[constraint.name]
        if isinstance(constraint, models.CheckConstraint):
            assert found["check"], constraint.name
        else:
            assert found["unique"], constraint.name
            if constraint.fields:
                assert found["columns"] == columns_of(model, constraint.fields), constraint.name
    for index in model._meta.indexes:
        assert there[index.name]["index"], index.name
        assert there[index.name]["columns"] == columns_of(model, index.fields), index.name


@pytest.mark.parametrize("model", our_models(), ids=lambda model: model._meta.label)
def test_every_column_that_stands_alone_or_points_elsewhere_does_so_in_the_database(model):
    there = introspected(model).values()
    unique = [found["columns"] for found in there if found["unique"] or found["primary_key"]]
    pointing = {found["columns"][0]: found["foreign_key"] for found in there if found["foreign_key"]}
    for field in model._meta.concrete_fields:
        if field.unique:
            assert [field.column] in unique, field
        if field.is_relation and field.db_constraint:
            table = field.related_model._meta.db_table
            assert pointing[field.column] == (table, field.target_field.column), field


@pytest.mark.parametrize("model", our_models(), ids=lambda model: model._meta.label)
def test_the_database_knows_no_rule_that_no_model_states(model):
    fields = {field.column: field for field in model._meta.concrete_fields}
    meant = {constraint.name for constraint in model._meta.constraints}

    def is_of_a_field(name: str, found: dict) -> bool:
        """Numbers from nought on, JSON that is JSON, a column that may hold a value once."""
        if name.startswith("__unnamed_constraint"):  # SQLite's; ours have names
            return True
        (column,) = found["columns"] if len(found["columns"] or ()) == 1 else (None,)
        field = fields.get(column)
        return field is not None and bool(field.db_check(connection) if found["check"] else field.unique)

    strange = [
        name
        for name, found in introspected(model).items()
        if (found["check"] or found["unique"]) and not found["primary_key"]
        if name not in meant and not is_of_a_field(name, found)
    ]
    assert strange == []


def test_every_trigger_is_laid():
    assert triggers.missing(connection) == []
