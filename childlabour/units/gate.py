"""The gate of every page behind the log-in: who may come in, and how what was typed survives a lapsed session."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial, wraps
from typing import Any, TypeAlias, overload

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseBase, JsonResponse, QueryDict
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from childlabour.core.errors import Problem, Refusal, as_data
from childlabour.core.proxy import client_network

from .models import KeptForm, Officer
from .models.kept_form import KEPT_FOR, LONGEST_ADDRESS, LONGEST_KEPT, room_to_keep


class OfficersRequest(HttpRequest):
    """What a view behind this gate is given."""

    user: Officer


View: TypeAlias = Callable[..., HttpResponseBase]
Back: TypeAlias = Callable[..., str]

TICKET = "cho_dang_nhap"  # the cookie that says which kept form is this browser's

LOG_IN_AGAIN = Problem("Phiên đăng nhập đã hết: đăng nhập lại rồi làm tiếp.")
COPY_IT = "sao chép chữ bên dưới, đăng nhập lại rồi dán vào."
TOO_LONG_TO_KEEP = Problem(f"Phiên đăng nhập đã hết, và bài vừa gửi dài quá nên không giữ hộ được: {COPY_IT}")
TOO_MANY_KEPT = Problem(
    f"Phiên đăng nhập đã hết, và máy chủ đang giữ hộ quá nhiều bài nên không giữ thêm được: {COPY_IT}"
)

takes_form = require_http_methods(["GET", "HEAD", "POST"])  # a page that also takes the form it shows


def open_on_errand(view: View) -> View:
    """A page that the officer needs for an errand, or may always leave by."""
    view.is_open_on_errand = True  # type: ignore[attr-defined]
    return view


def no_sign_of_life(view: View) -> View:
    """A page that a browser asks for by itself: whoever left the room is not kept in by it."""
    view.is_no_sign_of_life = True  # type: ignore[attr-defined]
    return view


def secret_fields(*names: str) -> Callable[[View], View]:
    """Fields of a form that are in no report of a fault, wait for nobody and are never shown again.

    Known before the view is called: a form may be refused, and kept, ahead of it.
    """

    def mark(view: View) -> View:
        hidden: View = sensitive_post_parameters(*names)(view)
        hidden.secret_fields = names  # type: ignore[attr-defined]
        return hidden

    return mark


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
    it. Wrong verbs are told so before anyone is asked who they are, and a view's secrets stay its own:
    `require_…` and `secret_fields` stand above this one.
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
        answer = redirect_to_login(page)
        if request.method == "POST":
            keep(request, page, answer)
        return answer

    guarded.back = back or _itself  # type: ignore[attr-defined]
    return guarded


def _itself(request: HttpRequest, **_: Any) -> str:
    return request.get_full_path()


def page_of_form(request: HttpRequest) -> str:
    """Where the form that was just posted is shown again; "" for a page that is not behind this gate."""
    match = request.resolver_match
    back: Back | None = getattr(match.func, "back", None) if match else None
    return back(request, *match.args, **match.kwargs) if back and match else ""


# --- What was sent ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Sent:
    """What was typed into the form at `address`: sent just now, or before the log-in ran out (`waited`)."""

    address: str = ""
    typed: QueryDict = field(default_factory=QueryDict)
    waited: bool = False
    had_files: bool = False  # no page can hold them: a person chooses them again

    def to(self, address: str) -> QueryDict | None:
        """What was typed, if it was into the form at `address`."""
        return self.typed or None if self.address == address else None


def sent(request: HttpRequest) -> Sent:
    """The form that a page has to show once more; what waited behind the log-in is given out once."""
    if request.method == "POST":
        return Sent(request.path, typed_in(request), had_files=bool(request.FILES))
    ticket = request.COOKIES.get(TICKET)
    kept = KeptForm.objects.fresh().filter(ticket=ticket, page=request.path).first() if ticket else None
    if kept is None or not KeptForm.objects.filter(pk=kept.pk).delete()[0]:
        return Sent()
    typed = QueryDict(mutable=True)
    for name, values in kept.typed.items():
        typed.setlist(name, values)
    return Sent(kept.address, typed, waited=True, had_files=kept.had_files)


def typed_in(request: HttpRequest) -> QueryDict:
    """What a person posted: without the token of the form, and without what its view calls secret."""
    match = request.resolver_match
    secrets = getattr(match.func, "secret_fields", ()) if match else ()
    typed: QueryDict = request.POST.copy()
    for name in ("csrfmiddlewaretoken", *secrets):
        typed.pop(name, None)
    return typed


def texts_in(typed: QueryDict) -> list[str]:
    """The texts among what was typed, for a page that has no form to show them in."""
    return [value for _, values in typed.lists() for value in values if len(value.split()) > 1]


def why_not_kept(request: HttpRequest) -> Problem | None:
    """Why what was posted cannot wait: it is too long, or too much waits already. Two queries."""
    size = _size(typed_in(request))
    if size > LONGEST_KEPT:
        return TOO_LONG_TO_KEEP
    return None if room_to_keep(client_network(request), size) else TOO_MANY_KEPT


def _size(typed: QueryDict) -> int:
    return sum(len(name) + len(value) for name, values in typed.lists() for value in values)


def keep(request: HttpRequest, page: str, answer: HttpResponseBase) -> None:
    """What was posted waits for `page`, and `answer` carries the ticket. It will be shown, never performed.

    Raises Refusal where it cannot: the door shows what was typed, to be copied.
    """
    if problem := why_not_kept(request):
        raise Refusal(problem)
    if ticket := request.COOKIES.get(TICKET):
        KeptForm.objects.filter(ticket=ticket).delete()  # a browser has one form that waits
    kept = KeptForm.objects.create(
        network=client_network(request),
        page=page.partition("?")[0][:LONGEST_ADDRESS],
        address=request.path[:LONGEST_ADDRESS],
        typed={
            # PostgreSQL keeps no zero in a text
            name.replace("\0", ""): [value.replace("\0", "") for value in values]
            for name, values in typed_in(request).lists()
        },
        size=_size(typed_in(request)),
        had_files=bool(request.FILES),
    )
    answer.set_cookie(
        TICKET, kept.ticket, max_age=KEPT_FOR, httponly=True, secure=settings.HTTPS, samesite="Lax"
    )
