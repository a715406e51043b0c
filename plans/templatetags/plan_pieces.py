"""What templates ask of documents and of what hangs on them: chips of their states, where a row stands."""

from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from childlabour.core.templatetags.pieces import chip, deadline_chip
from childlabour.core.templatetags.vietnamese import untorn
from plans.delivery.words import name_of
from plans.law.belonging import document_of
from plans.models import Assignment, AssignmentState, Condition, Document, Status, StoredBlock, Task
from plans.pages.gauges import gauge_of
from plans.pages.outline import anchor_of
from plans.paper.authentic import Authentic, authentic_of
from targets.models import Target

register = template.Library()

TONE_OF_STATUS = {
    Status.SUBMITTED: "waiting",
    Status.APPROVED: "action",
    Status.NUMBERED: "action",
    Status.SIGNED: "action",
    Status.ISSUED: "success",
    Status.REPLACED: "waiting",
    Status.REVOKED: "seal",
    Status.CANCELLED: "seal",
}
AWAITING_A_NUMBER = {Status.SUBMITTED, Status.APPROVED}
TONE_OF_STATE = {
    AssignmentState.RECEIVED: "action",
    AssignmentState.UNDER_WAY: "action",
    AssignmentState.REPORTED: "waiting",
    AssignmentState.DONE: "success",
    AssignmentState.SENT_BACK: "seal",
    AssignmentState.REFUSED: "seal",
    AssignmentState.SUSPENDED: "waiting",
}
SHORT = {
    Authentic.SIGNED_PDF: "bản chính ký số",
    Authentic.SCAN: "có bản quét",
    Authentic.NONE: "",
}


@register.filter
def heading(document: Document) -> str:
    """The title as the heading of a page or a row: "Thực hiện Chương trình …", "Về việc …"."""
    title = " ".join(document.title.split())
    return title[:1].upper() + title[1:] if document.facts.named else f"Về việc {title}"


@register.filter
def named(document: Document) -> SafeString:
    """In a sentence or a heading: "Kế hoạch số 192/KH-UBND", "Kế hoạch năm 2023"."""
    return untorn(name_of(document)) if document.code else _of_its_years(document)


@register.filter
def named_in_a_list(document: Document) -> SafeString:
    """ "Kế hoạch 192/KH-UBND", "Kế hoạch năm 2023"."""
    return untorn(f"{document.kind_name} {document.code}") if document.code else _of_its_years(document)


def _of_its_years(document: Document) -> SafeString:
    return format_html('{} <span class="nowrap">{}</span>', document.kind_name, document.period)


@register.filter
def document(row: Any) -> Document:
    """Whose row this is; free when it was fetched along."""
    found: Document = document_of(row)
    return found


@register.filter
def authentic_in_short(document: Document) -> str:
    """Of a document fetched through `with_authentic`, what its authentic copy is; "" without one. No query."""
    return SHORT[authentic_of(document)] if hasattr(document, "has_scan") else ""


@register.filter
def anchor(key: str) -> str:
    """The id of a block on the page of its document."""
    return anchor_of(key)


@register.filter
def words_at(row: Target | Task | Assignment) -> str:
    """Where the words stand that a target or a task is marked on: on the page of its document."""
    marked = row.task if isinstance(row, Assignment) else row
    block: StoredBlock = marked.block
    return f"{document_of(block).get_absolute_url()}#{anchor_of(block.key)}"


@register.inclusion_tag("components/gauge.html")
def gauge(target: Target, small: bool = False) -> dict[str, Any]:
    """The one drawing of a target: value, track, where the superior stands; `small` for rows of lists."""
    return {"gauge": gauge_of(target), "small": small}


@register.simple_tag
def status_chip(document: Document) -> SafeString:
    """Where a plan stands: "nháp", "đã trình, chưa có số", "đã ban hành", …"""
    status = Status(document.status)
    without = ", chưa có số" if status in AWAITING_A_NUMBER and not document.number else ""
    return chip(f"{status.label}{without}", TONE_OF_STATUS.get(status, "plain"))


@register.simple_tag
def condition_chip(assignment: Assignment) -> str:
    """How it stands by its days: how long there still is, or whether it was answered in time; "" without a day."""
    match assignment.condition, assignment.state:
        case ((Condition.SET_ASIDE | Condition.NO_DEADLINE), _):
            return ""
        case Condition.DONE_ON_TIME, _:
            return chip("đúng hạn", "success")
        case Condition.DONE_LATE, _:
            return chip("quá hạn", "seal")
        case condition, AssignmentState.REPORTED:
            late = condition == Condition.LATE
            return chip("báo cáo sau hạn" if late else "báo cáo trong hạn", "seal" if late else "plain")
    return deadline_chip(assignment.deadline)


@register.simple_tag
def state_chip(assignment: Assignment) -> SafeString:
    """How far a unit is with a task: "đã giao", "chờ duyệt", …"""
    return chip(assignment.get_state_display(), TONE_OF_STATE.get(AssignmentState(assignment.state), "plain"))
