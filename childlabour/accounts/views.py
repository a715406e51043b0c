"""Tài khoản của tôi: what the system knows of the officer, the password, the second factor, the log-ins."""

import re
from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from childlabour.core.qr import qr_svg
from childlabour.units.gate import OfficersRequest, officers_only, open_on_errand, secret_fields, takes_form
from childlabour.units.models import Appointment, Officer

from . import log_ins, second_factor
from .entering import next_of
from .forms import GUESSED, WRONG_CODE, PasswordForm, ProofForm
from .guessing import note_failure, seconds_to_wait, slowed
from .models import LogIn
from .second_factor import Verdict

NUMBER = re.compile("[0-9]{1,18}")
MOST_BEFORE = 20  # log-ins that are over, on the page


@require_safe
@officers_only
def account(request: OfficersRequest) -> HttpResponse:
    """Six queries."""
    appointments = Appointment.objects.filter(officer=request.user).select_related("unit", "room", "post")
    here = log_ins.fingerprint(request)
    own = LogIn.objects.of(request.user)
    standing = [(log_in, log_in.key_hash == here) for log_in in own.standing()]
    context = {
        "nav": "account",
        "appointments": appointments,
        "log_ins": sorted(standing, key=lambda row: not row[1]),
        "log_ins_before": own.over()[:MOST_BEFORE],
        "second_factor": second_factor.is_on(request.user),
        "codes_left": second_factor.codes_left(request.user),
    }
    return render(request, "account/account.html", context)


@takes_form
@secret_fields("old_password", "new_password1", "new_password2")
@officers_only
@open_on_errand
def password(request: OfficersRequest) -> HttpResponse:
    form = PasswordForm(request.user, request.POST or None)
    if request.method == "POST":
        if wait := seconds_to_wait(request):
            return slowed(request, wait)
        if form.is_valid():
            form.save()
            log_ins.keep_after_new_password(request)
            messages.success(request, "Đã đổi mật khẩu. Những nơi khác đang đăng nhập đã được đăng xuất.")
            return redirect(next_of(request) if "next" in request.POST else "accounts:account")
        if form.has_error("old_password", "password_incorrect"):
            note_failure(request, request.user.username, "change of password")
    context = {"form": form, "next": request.POST.get("next", request.GET.get("next", ""))}
    return render(request, "account/password.html", context)


@require_POST
@officers_only(back=lambda request: reverse("accounts:account"))
@open_on_errand
def leave_elsewhere(request: OfficersRequest) -> HttpResponse:
    """One of the other log-ins, by its number, or all of them."""
    which = request.POST.get("which", "")
    number = int(which) if NUMBER.fullmatch(which) else None
    ended = log_ins.end_elsewhere(request, number) if number or which == "all" else 0
    if ended:
        messages.success(request, f"Đã đăng xuất {ended} nơi khác.")
    else:
        messages.info(request, "Nơi đó không còn đăng nhập.")
    return redirect("accounts:account")


@takes_form
@secret_fields("password", "code")
@officers_only
@open_on_errand
def second_factor_on(request: OfficersRequest) -> HttpResponse:
    """The secret as a picture and in letters; a code and the password switch it on."""
    if second_factor.is_on(request.user):
        return redirect("accounts:account")
    form = ProofForm(request.user, request.POST or None)
    if request.method == "POST":
        if answer := _tried(request, form, second_factor.turn_on):
            return answer
        if form.is_valid():
            messages.success(request, "Đã bật mã xác nhận khi đăng nhập.")
            return _fresh_codes(request)
    device = second_factor.offered(request.user)
    context = {
        "form": form,
        "next": request.POST.get("next", request.GET.get("next", "")),
        "qr": qr_svg(device.config_url),
        "secret": second_factor.readable_secret(device),
        "is_required": second_factor.is_missing(request.user),
    }
    return render(request, "account/second_factor.html", context)


@takes_form
@secret_fields("password", "code")
@officers_only
def recovery_codes(request: OfficersRequest) -> HttpResponse:
    """Ten new ones in the place of those that are left."""
    form = ProofForm(request.user, request.POST or None)
    if request.method == "POST":
        if answer := _tried(request, form, second_factor.verify):
            return answer
        if form.is_valid():
            return _fresh_codes(request)
    context = {
        "form": form,
        "title": "Lập mã dự phòng mới",
        "words": "Mười mã cũ hết dùng được ngay khi lập mã mới.",
        "act": "Lập mã mới",
    }
    return render(request, "account/proof.html", context)


@takes_form
@secret_fields("password", "code")
@officers_only
def second_factor_off(request: OfficersRequest) -> HttpResponse:
    form = ProofForm(request.user, request.POST or None)
    if request.method == "POST":
        if answer := _tried(request, form, second_factor.verify):
            return answer
        if form.is_valid():
            second_factor.turn_off(request.user)
            messages.success(request, "Đã tắt mã xác nhận khi đăng nhập.")
            return redirect("accounts:account")
    context = {
        "form": form,
        "title": "Tắt mã xác nhận",
        "words": "Từ lần sau chỉ cần mật khẩu là đăng nhập được.",
        "act": "Tắt mã xác nhận",
    }
    return render(request, "account/proof.html", context)


def _tried(
    request: OfficersRequest, form: ProofForm, judge: Callable[[Officer, str], Verdict]
) -> HttpResponse | None:
    """Judges the code of a form whose password is right; an answer when this address has to wait."""
    if wait := seconds_to_wait(request):
        return slowed(request, wait)
    if form.is_valid():
        verdict = judge(request.user, form.cleaned_data["code"])
        if verdict.wait:
            return slowed(request, verdict.wait)
        if not verdict.is_right:
            form.add_error("code", WRONG_CODE)
    if form.has_error("password", GUESSED) or form.has_error("code", GUESSED):
        note_failure(request, request.user.username, "proof")
    return None


def _fresh_codes(request: OfficersRequest) -> HttpResponse:
    context = {"codes": second_factor.new_recovery_codes(request.user), "next": next_of(request)}
    return render(request, "account/recovery_codes.html", context)
