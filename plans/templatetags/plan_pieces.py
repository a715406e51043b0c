"""Chips that know the states of plans and of what they set going."""

from django import template
from django.utils.safestring import SafeString

from childlabour.core.templatetags.pieces import chip
from plans.models import Assignment, AssignmentState, Document, Status

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
TONE_OF_STATE = {
    AssignmentState.RECEIVED: "action",
    AssignmentState.UNDER_WAY: "action",
    AssignmentState.REPORTED: "waiting",
    AssignmentState.DONE: "success",
    AssignmentState.SENT_BACK: "seal",
}


@register.filter
def heading(document: Document) -> str:
    """The title as the heading of a page or a row: "Thực hiện Chương trình …", "Về việc …"."""
    title = " ".join(document.title.split())
    return title[:1].upper() + title[1:] if document.facts.named else f"Về việc {title}"


@register.simple_tag
def status_chip(document: Document) -> SafeString:
    """Where a plan stands: "nháp", "đã ban hành", …"""
    return chip(document.get_status_display(), TONE_OF_STATUS.get(Status(document.status), "plain"))


@register.simple_tag
def state_chip(assignment: Assignment) -> SafeString:
    """How far a unit is with a task: "đã giao", "chờ duyệt", …"""
    return chip(assignment.get_state_display(), TONE_OF_STATE.get(AssignmentState(assignment.state), "plain"))
