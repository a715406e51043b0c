"""Rules about one row, stated as pure functions of its values, shown beside the field they are about.

What SQL can state is a constraint as well; a rule gives the officer the better sentence, at the right spot,
together with all the others.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import Model

from childlabour.core.errors import Problem, Refusal

DEEPEST = 50  # levels; the country has four


@dataclass(frozen=True)
class Rule:
    """`check` gets the values of `fields` in order; answers a Vietnamese sentence, "" when all is well."""

    check: Callable[..., str]
    fields: tuple[str, ...]
    at: str  # the field beside which the sentence stands


def rule(check: Callable[..., str], *fields: str, at: str = "") -> Rule:
    return Rule(check, fields, at or fields[-1])


def problems_of(
    row: object, rules: Iterable[Rule], *, unread: frozenset[str] = frozenset()
) -> Iterator[Problem]:
    """What `rules` say of `row`; a rule about a value that could not be read (`unread`) waits for it."""
    for each in rules:
        if unread.isdisjoint(each.fields):
            message = each.check(*(getattr(row, name) for name in each.fields))
            if message:
                yield Problem(message, field=each.at)


class Ruled:
    """A model whose `rules` are part of its validation: `full_clean`, model forms, admin, all at once."""

    rules: tuple[Rule, ...] = ()

    def clean_fields(self, exclude: Collection[str] | None = None) -> None:
        exclude = frozenset(exclude or ())
        errors: dict[str, list[ValidationError]] = {}
        try:
            super().clean_fields(exclude)  # type: ignore[misc] # the model that it is mixed into has it
        except ValidationError as fault:
            errors = fault.update_error_dict({})
        asked = (rule for rule in self.rules if rule.at not in exclude)  # one may cost a query
        for problem in problems_of(self, asked, unread=frozenset(errors)):
            errors.setdefault(problem.field, []).append(ValidationError(problem.message))
        if errors:
            raise ValidationError(errors)


def refuse_unless_valid(row: Model, *, exclude: Iterable[str] = ()) -> None:
    """`full_clean` for rows that come without a form: what it complains of is a refusal, each at its field."""
    try:
        row.full_clean(exclude=exclude)
    except ValidationError as fault:
        problems = (
            Problem(message, field=name if name != NON_FIELD_ERRORS else "")
            for name, messages in fault.message_dict.items()
            for message in messages
        )
        raise Refusal(*problems) from fault


def no_circle(parent: str) -> Rule:
    """A row may not stand below itself by way of the foreign key `parent`. One query a level, where set."""

    def check(own: int | None, above: Any) -> str:
        for _ in range(DEEPEST):
            if above is None or own is None:
                return ""
            if above.pk == own:
                return "Chọn như vậy thì dòng này đứng dưới chính nó. Chọn dòng khác."
            above = getattr(above, parent)
        return "Chuỗi cấp trên dài quá, có lẽ đã thành vòng. Xem lại các cấp trên."

    return Rule(check, ("pk", parent), at=parent)
