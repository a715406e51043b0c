"""What happened to a document, read and written in one place."""

from childlabour.core.clock import now
from childlabour.core.steps import Act, Step
from plans.models import Action, Document, Event

from .later_rows import digest_of_later


def write(act: Act) -> None:
    Event.objects.create(
        document=act.row,
        at=now(),
        officer=act.officer,
        officer_name=str(act.officer or "hệ thống"),
        action=act.step.name,
        status_before=act.before,
        status_after=act.row.status,
        reason=act["reason"] or act.notes,
        exception=act.exemptions,
        later_rows=digest_of_later(act.row) if act.step.name == Action.MARK else "",
    )


def last_submission(document: Document) -> Event | None:
    return document.events.filter(action=Action.SUBMIT).order_by("-at", "-pk").first()


def why_not_open(step: Step, document: Document) -> str:
    """Someone was quicker: who did what, and when."""
    said = f"Không {step.words.name} được: văn bản {document.get_status_display()}"
    last = document.events.order_by("-at", "-pk").first()
    if last:
        said += f" ({last.officer_name} {last.action_name} lúc {last.at:%H:%M %d/%m/%Y})"
    return f"{said}. Tải lại trang để xem tình trạng mới nhất."


def why_not_yours(step: Step, document: Document) -> str:
    return (
        f"Anh/chị không có quyền {step.words.name} văn bản này: "
        "việc này do người khác của cơ quan ban hành làm."
    )
