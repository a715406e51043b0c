"""What is asked of everyone who is in, at every page: does the log-in still stand, is there an errand first?"""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from childlabour.core.errors import Problem, as_data
from childlabour.units.gate import View, keep, page_of_form, wants_json, why_not_kept
from childlabour.units.models import Officer

from . import log_ins, second_factor

ENDED = "Phiên đăng nhập trước đã hết: lâu không thao tác, quá một ngày làm việc, hoặc đã được đăng xuất từ nơi khác."
OWN_PASSWORD = Problem("Mật khẩu này do người khác đặt: đổi mật khẩu rồi làm tiếp.")
SECOND_FACTOR = Problem("Người quản trị phải bật mã xác nhận khi đăng nhập: bật rồi làm tiếp.")


class Threshold:
    """Middleware, below those that know the officer and may say something to them."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: View, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponseBase | None:
        if not request.user.is_authenticated:
            return None
        is_life = not hasattr(view, "is_no_sign_of_life")
        if not log_ins.goes_on(request, request.user, is_sign_of_life=is_life):
            log_ins.end_this(request)
            logout(request)  # a stranger from here on: the gate keeps what was sent
            if not wants_json(request):
                messages.info(request, ENDED)
            return None
        if hasattr(view, "is_open_on_errand"):
            return None
        errand = _errand(request.user)
        return _sent_on(request, *errand) if errand else None


def _errand(officer: Officer) -> tuple[str, Problem] | None:
    """(name of its address, why) of what must be done before anything else."""
    if officer.must_change_password:
        return "accounts:password", OWN_PASSWORD
    if second_factor.is_missing(officer):
        return "accounts:second_factor", SECOND_FACTOR
    return None


def _sent_on(request: HttpRequest, name: str, why: Problem) -> HttpResponseBase:
    if wants_json(request) or (request.resolver_match and request.resolver_match.app_name == "api"):
        return JsonResponse(as_data([why]), status=403)
    form_page = page_of_form(request) if request.method == "POST" else ""
    wanted = form_page or request.get_full_path()
    answer = redirect(f"{reverse(name)}?{urlencode({'next': wanted})}")
    if form_page and not why_not_kept(request):
        keep(request, form_page, answer)
    return answer
