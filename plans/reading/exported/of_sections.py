"""JSON of the first shape: sections with their texts, targets and tasks → blocks as their paper printed them. Pure."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import count
from typing import Any

from childlabour.core.vietnamese import lines_of
from plans.content.building import Body
from plans.content.shapes import content_from
from plans.content.typed import day_from, decimal_from, fields_of, list_from, number_from, one_of, text_from
from plans.content.usual_parts import Duty, objectives, organisation, work
from plans.content.values import Content, TargetMark, TaskMark
from targets.statements import Comparator, Direction, Statement, completed, parse

Called = Callable[[str], int | None]


def content_in(data: dict[str, Any], called: Called, groups: Mapping[str, str]) -> Content:
    """Raises Misshapen. `groups`: code of an objective group → its name, printed above its targets."""
    body = Body()
    made = _Making(body, called, groups)
    body.lines(text_from(data.get("preamble", "")))
    for section in list_from(data.get("sections", []), "sections"):
        made.section(fields_of(section, "phần", dict))
    for line in lines_of(text_from(data.get("closing", ""))):
        body.closing(line)
    head = content_from({name: value for name, value in data.items() if name != "blocks"})
    return replace(head, blocks=tuple(body.blocks))


def groups_named_in(data: dict[str, Any]) -> set[str]:
    """Codes, as far as there are any."""
    sections = data.get("sections")
    found = set()
    for section in sections if isinstance(sections, list) else ():
        targets = section.get("targets") if isinstance(section, dict) else None
        for target in targets if isinstance(targets, list) else ():
            code = target.get("group") if isinstance(target, dict) else None
            if isinstance(code, str):
                found.add(code)
    return found


class _Making:
    def __init__(self, body: Body, called: Called, groups: Mapping[str, str]):
        self._body, self._called, self._groups = body, called, groups
        self._numbers = count(1)

    def section(self, data: dict[str, Any]) -> None:
        if heading := text_from(data.get("heading", "")):
            self._body.part(heading)
        self._body.lines(text_from(data.get("text", "")))
        marks = [self._target(one) for one in list_from(data.get("targets", []), "targets")]
        objectives(self._body, [(mark, self._groups.get(mark.group, "")) for mark in marks])
        duties = [self._duty(one) for one in list_from(data.get("tasks", []), "tasks")]
        by_units = data.get("kind") == "organisation"
        (organisation if by_units else work)(self._body, [duty for duty in duties if _says(duty)])

    def _target(self, data: Any) -> TargetMark:
        parts = fields_of(data, "chỉ tiêu", dict)
        sentence = text_from(parts.get("text")).strip().rstrip(" .;")
        return TargetMark(
            id=f"t{next(self._numbers)}",
            sentence=sentence,
            statement=_statement(parts, sentence),
            group=text_from(parts.get("group") or ""),
            responsible=self._called(text_from(parts.get("responsible") or "")),
        )

    def _duty(self, data: Any) -> Duty:
        parts = fields_of(data, "nhiệm vụ", dict)
        heading, details, said = (
            text_from(parts.get(name, "")) for name in ("heading", "text", "as_printed")
        )
        leads = [text_from(name) for name in list_from(parts.get("lead", []), "lead")]
        partners = [text_from(name) for name in list_from(parts.get("partners", []), "partners")]
        product, due = text_from(parts.get("product", "")), parts.get("due")
        known = self._all(leads)
        along = tuple(unit for unit in self._all(partners) if unit not in known)
        mark = TaskMark(
            lead=known,
            partners=along,
            units_said=said or ("" if all(map(self._called, leads)) else ", ".join(leads)),
            due=day_from(due) if due is not None else None,
            product=product,
            given=frozenset(
                part
                for part, value in {
                    "lead": leads,
                    "partners": along,
                    "due": due,
                    "product": product,
                }.items()
                if value
            ),
        )
        return Duty(heading, details, mark, said or ", ".join(leads))

    def _all(self, names: list[str]) -> tuple[int, ...]:
        found = map(self._called, names)
        return tuple(dict.fromkeys(unit for unit in found if unit is not None))


def _says(duty: Duty) -> bool:
    return bool(f"{duty.heading}{duty.details}".strip())


def _statement(data: dict[str, Any], sentence: str) -> Statement:
    """As the first shape kept it; the wording of the comparator is read from the sentence again."""
    ages = list_from(data.get("ages") or [None, None], "ages")
    comparator, value = data.get("comparator"), data.get("value")
    kept = Statement(
        comparator=one_of(Comparator, comparator) if comparator else None,
        value=decimal_from(value) if value is not None else None,
        unit=text_from(data.get("unit", "")),
        population=text_from(data.get("population", "")),
        outcome=text_from(data.get("outcome", "")),
        condition=text_from(data.get("condition", "")),
        direction=one_of(Direction, data.get("direction") or Direction.UP.value),
        age_from=_number(ages[0]) if ages else None,
        age_to=_number(ages[-1]) if ages else None,
        horizon=_number(data.get("horizon")),
    )
    said = parse(sentence)
    same = (said.comparator, said.value) == (kept.comparator, kept.value)
    return completed(replace(kept, wording=said.wording if same else ""), sentence)


def _number(value: Any) -> int | None:
    return None if value is None else number_from(value)
