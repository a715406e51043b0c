"""Who gave tasks urges to do them: a notice for each, or one official letter for all that were chosen."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from childlabour.units.gate import OfficersRequest, officers_only
from plans.drafting.urging import open_urging_letter
from plans.followup.reminding import remind_of

CHOSEN, BACK = "viec", "ve"
LONGEST = 18  # figures of a number that a row can have


def _where(request: HttpRequest) -> str:
    """The page that the form stood on, if it was one of ours."""
    said = request.POST.get(BACK, "")
    is_ours = url_has_allowed_host_and_scheme(said, allowed_hosts=None)
    return said if is_ours and said.startswith("/") else reverse("tasks:board")


@require_POST
@officers_only(back=_where)
def remind(request: OfficersRequest) -> HttpResponse:
    done = remind_of(_chosen(request), request.user)
    left_out = f" Không nhắc: {'; '.join(done.left_out)}." if done.left_out else ""
    messages.success(request, f"Đã nhắc {done.reminded} nhiệm vụ.{left_out}")
    return redirect(_where(request))


@require_POST
@officers_only(back=_where)
def letter(request: OfficersRequest) -> HttpResponse:
    """A draft that goes the way of every document: put forward, signed, numbered, filed."""
    draft = open_urging_letter(_chosen(request), request.user)
    messages.success(request, "Đã lập dự thảo công văn đôn đốc: xem lại rồi trình.")
    return redirect("desk:editor", draft.pk)


def _chosen(request: HttpRequest) -> set[int]:
    said = request.POST.getlist(CHOSEN)
    return {
        int(number) for number in said if number.isascii() and number.isdecimal() and len(number) <= LONGEST
    }
