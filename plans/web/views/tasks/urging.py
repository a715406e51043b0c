"""Who gave tasks urges to do them: a notice for each, or one official letter for all that were chosen."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from childlabour.core.clock import today
from childlabour.core.errors import Refusal
from childlabour.units.gate import OfficersRequest, officers_only
from plans.drafting.urging import open_urging_letter
from plans.followup.reminding import remind_of
from plans.models import UNANSWERED
from plans.pages.boards import cut_from, rows_of

CHOSEN, BACK = "viec", "ve"
SCOPE, WHOLE_LIST = "pham-vi", "danh-sach"  # `danh-sach` says which list, as the address of its page does
MOST = 500  # of a list in one press
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


def _chosen(request: OfficersRequest) -> set[int]:
    if request.POST.get(SCOPE) == WHOLE_LIST and request.POST.get(WHOLE_LIST):
        return _in_the_list(request, request.POST[WHOLE_LIST])
    said = request.POST.getlist(CHOSEN)
    return {
        int(number) for number in said if number.isascii() and number.isdecimal() and len(number) <= LONGEST
    }


def _in_the_list(request: OfficersRequest, query: str) -> set[int]:
    """What is still to be done of it, on whatever page of it. Raises Refusal where one press cannot take it."""
    rows = rows_of(cut_from(QueryDict(query)), request.user, today()).filter(state__in=UNANSWERED)
    numbers = set(rows.order_by().values_list("pk", flat=True)[: MOST + 1])
    if len(numbers) > MOST:
        raise Refusal(
            f"Danh sách này có hơn {MOST} việc còn phải làm: mở danh sách của từng đơn vị hoặc từng văn bản rồi làm."
        )
    return numbers
