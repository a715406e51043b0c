"""Coming in, with one page or two, and going out."""

from typing import Any, TypedDict

from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.crypto import constant_time_compare
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.views.decorators.cache import never_cache

from childlabour.core.clock import now
from childlabour.units.gate import open_on_errand, secret_fields, takes_form
from childlabour.units.models import Officer

from . import log_ins, second_factor
from .forms import WRONG_CODE, FactorForm, LogInForm
from .guessing import note_failure, seconds_to_wait, slowed

AWAITED = "waits_for_code"  # session key: who has shown the password, and not yet the code
PATIENCE = 5 * 60  # seconds between the two


class Awaited(TypedDict):
    officer: int
    backend: str
    hash: str  # changes with the password
    until: float


@method_decorator(takes_form, name="dispatch")  # Django would take a PUT for a POST
@method_decorator(open_on_errand, name="dispatch")
class LogInPage(LoginView):
    """The one way in, the admin's too. A person who is in already is sent on; a foreign `next` is refused by Django."""

    form_class = LogInForm
    template_name = "account/login.html"
    redirect_authenticated_user = True

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if wait := seconds_to_wait(request):
            return slowed(request, wait)
        return super().post(request, *args, **kwargs)

    def form_valid(self, form: Any) -> HttpResponse:
        officer: Officer = form.get_user()
        if not second_factor.is_on(officer):
            return _come_in(self.request, officer, officer.backend, self.get_success_url())
        self.request.session.cycle_key()
        self.request.session[AWAITED] = Awaited(
            officer=officer.pk,
            backend=officer.backend,
            hash=officer.get_session_auth_hash(),
            until=now().timestamp() + PATIENCE,
        )
        return redirect(f"{reverse('accounts:code')}?{urlencode({'next': self.get_success_url()})}")

    def form_invalid(self, form: Any) -> HttpResponse:
        if {"username", "password"} <= form.cleaned_data.keys():
            note_failure(self.request, form.cleaned_data["username"])
        return super().form_invalid(form)


@takes_form
@secret_fields("code")
@never_cache
@open_on_errand
def code(request: HttpRequest) -> HttpResponse:
    """The second page, for whoever has switched it on."""
    awaited = _awaited(request)
    if awaited is None:
        return redirect("accounts:login")
    officer, backend = awaited
    form = FactorForm(request.POST or None)
    if request.method == "POST":
        if wait := seconds_to_wait(request):
            return slowed(request, wait)
        if form.is_valid():
            verdict = second_factor.verify(
                officer,
                form.cleaned_data["code"],
                is_familiar=log_ins.has_come_in_from_here(request, officer),
            )
            if verdict.is_right:
                del request.session[AWAITED]
                return _come_in(request, officer, backend, next_of(request))
            if verdict.wait:
                return slowed(request, verdict.wait)
            note_failure(request, officer.username, "code")
            form.add_error("code", WRONG_CODE)
    return render(request, "account/code.html", {"form": form, "next": next_of(request)})


@method_decorator(open_on_errand, name="dispatch")
class LogOutPage(LogoutView):
    """By POST alone: a link could be followed by a browser that only looks ahead."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        log_ins.end_this(request)
        return super().post(request, *args, **kwargs)


def next_of(request: HttpRequest) -> str:
    """Where the person wanted to be, if that is here; the desk otherwise."""
    wanted: str = request.POST.get("next", request.GET.get("next", ""))
    is_ours = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if is_ours else settings.LOGIN_REDIRECT_URL


def _come_in(request: HttpRequest, officer: Officer, backend: str, wanted: str) -> HttpResponse:
    login(request, officer, backend=backend)
    log_ins.begin(request, officer)
    return redirect(wanted)


def _awaited(request: HttpRequest) -> tuple[Officer, str] | None:
    awaited: Awaited | None = request.session.get(AWAITED)
    if awaited is None or awaited["until"] < now().timestamp():
        return None
    officer = Officer.objects.filter(pk=awaited["officer"], is_active=True).first()
    if officer is None or not constant_time_compare(awaited["hash"], officer.get_session_auth_hash()):
        return None
    return officer, awaited["backend"]
