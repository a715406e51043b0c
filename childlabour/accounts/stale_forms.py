"""A form whose token is old (somebody logged in again in another tab) is refused, and not lost."""

from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from childlabour.core.errors import Problem, as_data
from childlabour.units.gate import keep, page_of_form, texts_in, typed_in, wants_json, why_not_kept

STALE = Problem("Trang đã mở quá lâu nên chưa nhận được dữ liệu vừa gửi: tải lại trang rồi gửi lại.")
REFUSED = 403


def token_refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Django's CSRF_FAILURE_VIEW. What a known person sent from a page of ours waits to be shown there again.

    Nothing is performed, and what another site made the browser send is neither kept nor shown.
    """
    if wants_json(request):
        return JsonResponse(as_data([STALE]), status=REFUSED)
    is_known = request.user.is_authenticated and _sent_from_here(request)
    page = page_of_form(request) if is_known else ""
    too_much = why_not_kept(request) if page else None
    context = {
        "page": "" if too_much else page,
        "texts": texts_in(typed_in(request)) if too_much else [],
        "log_in": request.get_full_path() if _is_log_in(request) else "",
    }
    answer = render(request, "403_csrf.html", context, status=REFUSED)
    if context["page"]:
        keep(request, page, answer)
    return answer


def _is_log_in(request: HttpRequest) -> bool:
    """Two windows that a browser opens at once, both without a cookie: one of them has the token of the other."""
    return request.resolver_match is not None and request.resolver_match.view_name == "accounts:login"


def _sent_from_here(request: HttpRequest) -> bool:
    """By what the browser says of the page; silence counts as no."""
    said = request.headers.get("Origin") or request.headers.get("Referer", "")
    here, there = (request.scheme, request.get_host()), urlsplit(said)
    return (there.scheme, there.netloc) == here
