"""The gate of every page behind the log-in: who may come in, and how what was typed survives a lapsed session."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial, wraps
from typing import Any, TypeAlias, overload

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseBase, JsonResponse, QueryDict
from django.views.decorators.http import require_http_methods

from childlabour.core.errors import Problem, Refusal, as_data

from .models import Officer


class OfficersRequest(HttpRequest):
    """What a view behind this gate is given."""

    user: Officer


View: TypeAlias = Callable[..., HttpResponseBase]
Back: TypeAlias = Callable[..., str]

KEPT = "sent_too_late"  # session key: {page: what was typed into one form of it}
LONGEST_KEPT = 400_000  # characters of one form; a session is a row of the database

LOG_IN_AGAIN = Problem("Phiên đăng nhập đã hết: đăng nhập lại rồi làm tiếp.")
TOO_LONG_TO_KEEP = Problem(
    "Phiên đăng nhập đã hết, và bài vừa gửi dài quá nên không giữ hộ được: "
    "sao chép chữ bên dưới, đăng nhập lại rồi dán vào."
)

takes_form = require_http_methods(["GET", "HEAD", "POST"])  # a page that also takes the form it shows


def wants_json(request: HttpRequest) -> bool:
    accepted: str = request.headers.get("Accept", "")
    return accepted.startswith("application/json")


@overload
def officers_only(view: View, *, back: Back | None = None) -> View: ...
@overload
def officers_only(view: None = None, *, back: Back | None = None) -> Callable[[View], View]: ...
def officers_only(view: View | None = None, *, back: Back | None = None) -> View | Callable[[View], View]:
    """Logged-in officers only. A POST from a lapsed session is kept, and waits behind the log-in for its page.

    `back(request, …)`, of the view's arguments: the page that shows the form, for an address that only takes
    it. Wrong verbs are told so before anyone is asked who they are, and a view's secrets are named before its
    form is kept: `require_…` and `sensitive_post_parameters` stand above this one.
    """
    if view is None:
        return partial(officers_only, back=back)

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.user.is_authenticated:
            return view(request, *args, **kwargs)
        if wants_json(request):
            return JsonResponse(as_data([LOG_IN_AGAIN]), status=401)
        page = back(request, *args, **kwargs) if back else request.get_full_path()
        if request.method == "POST":
            _keep(request, page)
        return redirect_to_login(page)

    return guarded


# --- What was sent ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Sent:
    """What was typed into the form at `address`: sent just now, or before the log-in ran out (`waited`)."""

    address: str = ""
    typed: QueryDict = field(default_factory=QueryDict)
    waited: bool = False
    had_files: bool = False  # they do not wait: a person chooses them again

    def to(self, address: str) -> QueryDict | None:
        """What was typed, if it was into the form at `address`."""
        return self.typed or None if self.address == address else None


def sent(request: HttpRequest) -> Sent:
    """The form that a page has to show once more; what waited behind the log-in is given out once."""
    if request.method == "POST":
        return Sent(request.path, typed_in(request))
    waiting = request.session.get(KEPT, {})
    if request.path not in waiting:
        return Sent()
    kept = waiting.pop(request.path)
    request.session[KEPT] = waiting
    typed = QueryDict(mutable=True)
    for name, values in kept["typed"].items():
        typed.setlist(name, values)
    return Sent(kept["address"], typed, waited=True, had_files=kept["had_files"])


def typed_in(request: HttpRequest) -> QueryDict:
    """What a person posted: without the token of the form, and without what its view calls sensitive."""
    secrets = getattr(request, "sensitive_post_parameters", ())
    if secrets == "__ALL__":
        return QueryDict()
    typed: QueryDict = request.POST.copy()
    for name in ("csrfmiddlewaretoken", *secrets):
        typed.pop(name, None)
    return typed


def texts_in(typed: QueryDict) -> list[str]:
    """The texts among what was typed, for a page that has no form to show them in."""
    return [value for _, values in typed.lists() for value in values if len(value.split()) > 1]


def _keep(request: HttpRequest, page: str) -> None:
    typed = dict(typed_in(request).lists())
    if sum(len(value) for values in typed.values() for value in values) > LONGEST_KEPT:
        raise Refusal(TOO_LONG_TO_KEEP)
    kept = {"address": request.path, "typed": typed, "had_files": bool(request.FILES)}
    request.session[KEPT] = {page.partition("?")[0]: kept}
