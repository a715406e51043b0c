"""What stands beside a form: the upper target, the split that is offered, the parts that drifted, the rows below."""

from typing import Any

from django.forms import BaseForm

from childlabour.units.models import Officer
from plans.drafting.deriving import proposed_recipients


class SectionForm: ...


from plans.drafting.matching import matching_upper
from plans.drafting.target_form import TargetForm
from plans.models import Document, Section, SectionKind
from targets.filling import drifted
from targets.models import Target
from targets.statements import Standing, compare, split


def notes_for(document: Document, key: str, form: BaseForm, officer: Officer) -> dict[str, Any]:
    """Context for templates/desk/notes.html; a fixed number of queries."""
    if isinstance(form, TargetForm):
        return {"target_notes": target_notes(form.instance)}
    if isinstance(form, SectionForm):
        return {"rows": rows_of(form.instance)}
    if key == "recipients":
        return {"proposed": proposed_recipients(document, officer)}
    return {}


def target_notes(target: Target) -> dict[str, Any]:
    upper = target.upper
    standing = compare(target.statement, upper.statement) if upper else None
    return {
        "proposed_upper": None if upper else matching_upper(target),
        "upper": upper,
        "comparison": standing.value if standing else "",
        "is_weaker": standing is Standing.WEAKER,
        "pieces": split(target.sentence),
        "drifted": drifted(target),
    }


def rows_of(section: Section) -> list[dict[str, Any]]:
    """The targets or tasks of a section as the editor lists them. Two queries."""
    if section.kind == SectionKind.OBJECTIVES:
        targets = section.targets.select_related("group", "responsible")
        return [
            {"key": f"target-{t.pk}", "text": t.sentence, "side": t.measure, "of": t.group} for t in targets
        ]
    if section.kind in (SectionKind.TASKS, SectionKind.ORGANISATION):
        tasks = section.tasks.prefetch_related("assignments__unit")
        return [
            {"key": f"task-{t.pk}", "text": str(t), "side": t.responsible_label, "of": t.due_on}
            for t in tasks
        ]
    return []
