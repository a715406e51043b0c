"""The one function that moves a document. Pages, admin and API call it; nothing else writes a status."""

from datetime import date

from django.db import transaction

from childlabour.core.clock import now
from childlabour.core.errors import Problem, Refusal
from plans.law.roles import roles_towards
from plans.models import Action, Event, Plan, Status

from .act import Act, Details
from .steps import BY_ACTION, STEPS, Step


def available(plan: Plan, officer) -> tuple[Step, ...]:
    """What `officer` may do with `plan` as it stands, in the order of the table. No queries of its own."""
    roles = roles_towards(officer, plan.unit_id)
    return tuple(step for step in STEPS if plan.status in step.statuses and step.roles & roles)


def perform(action: Action, plan: Plan, officer, **details) -> Plan:
    """Do `action` and leave an event, or raise Refusal with every reason why not; nothing in between.

    Of two people at the same instant one wins: the plan's row is locked (SQLite: the whole file), and the
    other is told who did what. `details` are the fields of `issuing.act.Details`. Gives the plan as it is.
    """
    asked = Details(**details)
    with transaction.atomic():
        locked = Plan.objects.select_for_update(of=("self",)).select_related("unit").get(pk=plan.pk)
        _refuse_what_is_not_open(action, locked, officer)
        _perform_locked(Act(action, locked, officer, asked, Status(locked.status)))
    return locked


@transaction.atomic
def keep_as_found(plan: Plan, *, number: int | None = None, day: date | None = None) -> Plan:
    """Issue a draft that stands for an old paper of which signer, number or date may be unknown.

    For what the system itself brings along (samples), not for people: they carry papers over by `perform`,
    with every guard. A number, where known, goes into the register with its `day`.
    """
    act = Act(Action.CARRY_OVER, plan, None, Details(number=number, day=day), Status(plan.status))
    _carry_out(BY_ACTION[Action.CARRY_OVER], act)
    return plan


def _perform_locked(act: Act) -> None:
    step = BY_ACTION[act.action]
    if act.before not in step.statuses:
        raise Refusal(Problem(_moved_on(step, act.plan)))
    problems = [problem for guard in step.guards for problem in guard(act)]
    if problems:
        raise Refusal(*problems)
    _carry_out(step, act)


def _carry_out(step: Step, act: Act) -> None:
    for change in step.changes:
        change(act)
    if step.to:
        act.plan.status = step.to
    act.plan.save()
    for follow in step.follows:
        follow(act)
    Event.objects.create(
        plan=act.plan,
        at=now(),
        officer=act.officer,
        officer_name=str(act.officer or "hệ thống"),
        action=act.action,
        status_before=act.before,
        status_after=act.plan.status,
        reason=act.details.reason,
        exception=" ".join(act.exceptions),
    )
    for earlier in act.overtaken:
        reason = f"Được thay thế bởi {act.plan.kind_name} số {act.plan.code}."
        consequence = Details(reason=reason)
        _perform_locked(
            Act(Action.BECOME_REPLACED, earlier, act.officer, consequence, Status(earlier.status))
        )


def _refuse_what_is_not_open(action: Action, plan: Plan, officer) -> None:
    step = BY_ACTION.get(action)
    if step is None or not step.roles:
        raise Refusal(Problem(f"“{Action(action).label}” không phải là việc làm riêng được."))
    if plan.status not in step.statuses:
        raise Refusal(Problem(_moved_on(step, plan)))
    if not step.roles & roles_towards(officer, plan.unit_id):
        raise Refusal(
            Problem(
                f"Anh/chị không có quyền {step.action.label} văn bản này: "
                "việc này do người khác của cơ quan ban hành làm."
            )
        )


def _moved_on(step: Step, plan: Plan) -> str:
    said = f"Không {step.action.label} được: văn bản {plan.get_status_display()}"
    last = plan.events.order_by("-at", "-pk").first()
    if last:
        said += f" ({last.officer_name} {last.action_name} lúc {last.at:%H:%M %d/%m/%Y})"
    return f"{said}. Tải lại trang để xem tình trạng mới nhất."
