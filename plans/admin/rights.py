"""What belongs to a plan is seen and changed as the plan is, however far below it stands."""

from childlabour.units.backoffice import InOffice, OfficeAdmin, OfficeInline
from plans.law.rights import may_create, may_edit
from plans.models import Answer, AnswerFile, Assignment, Plan, Relation, Section, Task
from targets.models import Target

# How to get from a row to its plan; everything else has a `plan` of its own.
STEPS: dict[type, tuple[str, ...]] = {
    Plan: (),
    Section: ("plan",),
    Target: ("section", "plan"),
    Task: ("section", "plan"),
    Assignment: ("task", "section", "plan"),
    Answer: ("assignment", "task", "section", "plan"),
    AnswerFile: ("answer", "assignment", "task", "section", "plan"),
    Relation: ("later",),
}


def steps_to_plan(model: type) -> tuple[str, ...]:
    return STEPS.get(model, ("plan",))


def plan_of(row) -> Plan:
    """The plan that `row` is of; free when fetched by `select_related`."""
    for step in steps_to_plan(type(row)):
        row = getattr(row, step)
    return row


def visible_rows(rows, user):
    """Those of `rows` whose plan this person may see."""
    steps = steps_to_plan(rows.model)
    if not steps:
        return rows & Plan.objects.visible_to(user)
    return rows.filter(**{f"{'__'.join(steps)}__in": Plan.objects.visible_to(user)})


class AsThePlan(InOffice):
    """Rights of a row, or of an inline in a row: those of its plan."""

    def may_change(self, user, row):
        return may_create(user) if row is None else may_edit(user, plan_of(row))


class OfPlanAdmin(AsThePlan, OfficeAdmin):
    """Scoped to the plans that the officer sees; what is written waits for the plan's lock."""

    def may_add(self, user, row):
        """Rows are added where they belong: in the page of the row above."""
        return False

    def get_queryset(self, request):
        steps = steps_to_plan(self.model)
        rows = visible_rows(super().get_queryset(request), request.user)
        return rows.select_related("__".join([*steps, "unit"]))

    def get_object(self, request, object_id, from_field=None):
        """On writing, the plan is locked first: what was a draft when the page opened may be signed by now."""
        row = super().get_object(request, object_id, from_field)
        if row is not None and request.method == "POST":
            Plan.objects.select_for_update().get(pk=plan_of(row).pk)
            row = super().get_object(request, object_id, from_field)
        return row

    def choosable(self, db_field, request):
        if db_field.remote_field.model in STEPS and db_field.remote_field.model is not Plan:
            return visible_rows(db_field.remote_field.model.objects.all(), request.user)
        return super().choosable(db_field, request)


class OfPlanInline(AsThePlan, OfficeInline):
    pass
