"""What happened to a document, read and written in one place."""

from childlabour.core import lengths
from childlabour.core.clock import day_and_hour, now, today
from childlabour.core.steps import Act, Step
from childlabour.units.access import viewer
from childlabour.units.models import Delegation, Officer, Role
from plans.law.roles import OF_THE_AGENCY_ITSELF
from plans.models import Action, Document, Event

from .later_rows import digest_of_later


def write(act: Act) -> None:
    Event.objects.create(
        document=act.row,
        at=now(),
        officer=act.officer,
        officer_name=str(act.officer or "hệ thống"),
        in_place_of=in_place_of(act),
        action=act.step.name,
        status_before=act.before,
        status_after=act.row.status,
        reason=act["reason"] or act["note"] or act.notes,
        exception=act.exemptions,
        later_rows=digest_of_later(act.row) if act.step.name == Action.MARK else "",
    )


def in_whose_place(act: Act) -> list[Officer]:
    """The leaders who are away and by whose leave the step is taken; nobody where it is the officer's own act.

    It is in their place where only they could take it, and where it was laid before one of them. One query, and
    one more where this officer stands in for anybody.
    """
    unit = act.row.unit_id
    eyes = viewer(act.officer)
    if Role.LEADER not in act.step.who or not eyes.stands_in_at(unit):
        return []
    away = Delegation.objects.in_force(today()).filter(unit=unit, stand_in=act.officer).order_by("pk")
    leaders = [delegation.leader for delegation in away.select_related("leader")]
    if act.step.who & (eyes.appointed_in(unit) | eyes.roles_beside(unit) - OF_THE_AGENCY_ITSELF):
        before = act.row.submissions.order_by("-pk").values_list("leader", flat=True).first()
        return [leader for leader in leaders if leader.pk == before]
    return leaders


def in_place_of(act: Act) -> str:
    return ", ".join(map(str, in_whose_place(act)))[: lengths.FULL_NAME]


def last_submission(document: Document) -> Event | None:
    return document.events.filter(action=Action.SUBMIT).order_by("-at", "-pk").first()


def why_not_open(step: Step, document: Document) -> str:
    """Someone was quicker: who did what, and when."""
    said = f"Không {step.words.name} được: văn bản {document.get_status_display()}"
    last = document.events.order_by("-at", "-pk").first()
    if last:
        said += f" ({last.officer_name} {last.action_name} lúc {day_and_hour(last.at)})"
    return f"{said}. Tải lại trang để xem tình trạng mới nhất."


def why_not_yours(step: Step, document: Document) -> str:
    return (
        f"Anh/chị không có quyền {step.words.name} văn bản này: "
        "việc này do người khác của cơ quan ban hành làm."
    )
