"""The sheet: the draft on its paper, and the door through which it saves."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from childlabour.core.errors import Problem, Refusal, as_data
from childlabour.units.gate import OfficersRequest, no_sign_of_life, officers_only
from childlabour.units.models import Officer
from plans.drafting.saving import draft_of, open_draft
from plans.drafting.sheet.arriving import MOST_BYTES, Arrived, arrived_from, data_from
from plans.drafting.sheet.opening import draft_as_data
from plans.drafting.sheet.saving import news_for, save_sheet
from plans.drafting.sheet.shape import SHAPE
from plans.drafting.sheet.telling import SheetAnswer
from plans.pages.returned import returns_of
from plans.paper.compose import paper_saying
from plans.paper.html import screen_style, to_html

OLD_SHAPE, TOO_MUCH = 409, 413
ANOTHER_SHAPE = Problem(
    "Trang soạn này mở từ trước lần nâng cấp phần mềm nên chưa lưu được. Chữ vẫn được giữ trên máy này: tải lại trang."
)
NOT_JSON = Problem("Chỉ trang soạn gửi chữ tới đây: mở dự thảo rồi gõ trên trang.")
TOO_LONG = Problem(
    f"Lần lưu này dài quá {MOST_BYTES // 1_000_000} MB: chưa lưu được. Bỏ bớt phần vừa dán, rồi dán từng phần."
)


@require_safe
@officers_only
def sheet_editor(request: OfficersRequest, pk: int) -> HttpResponse:
    draft = draft_of(pk, request.user)
    context = {
        "nav": "desk",
        "document": draft.document,
        "draft": draft_as_data(draft),
        "returned": returns_of([draft.document]).get(draft.document.pk),
        "sheet": to_html(paper_saying(draft.content, draft.document, with_data=False), live=True),
        "paper_figures": screen_style(),
    }
    return render(request, "desk/sheet.html", context)


def _sheets_address(request: HttpRequest, pk: int) -> str:
    return reverse("desk:editor", args=[pk])


def _as_json(act: Callable[[int, Arrived, Officer], SheetAnswer]) -> Callable[..., HttpResponse]:
    """What a sheet sends → what it is told. The size is looked at before anything is read of it, the shape before
    anything is understood.
    """

    @wraps(act)
    def view(request: OfficersRequest, pk: int) -> HttpResponse:
        open_draft(pk, request.user)
        if request.content_type != "application/json":
            raise Refusal(NOT_JSON)
        if int(request.META.get("CONTENT_LENGTH") or 0) > MOST_BYTES:
            return JsonResponse(as_data([TOO_LONG]), status=TOO_MUCH)
        data = data_from(request.body)
        if data.get("shape") != SHAPE:
            return JsonResponse(as_data([ANOTHER_SHAPE]) | {"old_shape": True}, status=OLD_SHAPE)
        return JsonResponse(act(pk, arrived_from(data), request.user).as_data())

    return view


save = require_POST(officers_only(back=_sheets_address)(_as_json(save_sheet)))
_told_news = _as_json(news_for)


@require_http_methods(["GET", "POST"])
@officers_only(back=_sheets_address)
@no_sign_of_life
def news(request: OfficersRequest, pk: int) -> HttpResponse:
    """POST tells what came from others; GET who is logged in, with a token for the forms of a page that was opened
    before: a sheet whose log-in had run out asks it before it sends anything.
    """
    if request.method == "POST":
        return _told_news(request, pk)
    open_draft(pk, request.user)
    return JsonResponse({"officer": request.user.pk, "token": get_token(request)})
