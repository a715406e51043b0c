"""How every answer behaves, whichever room gives it: verbs, caches, permissions of the browser, waiting."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth import SESSION_KEY
from django.core.exceptions import BadRequest, SuspiciousOperation
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotAllowed
from django.utils.cache import patch_vary_headers

VERBS = ("GET", "HEAD", "POST", "OPTIONS")  # of a page; views say which of them they take
NO_CONTENT, NOT_ALLOWED, TOO_MANY = 204, 405, 429
USUAL_WAIT = "60"  # seconds, where a room that says 429 does not say how long
FOR_NOBODY_ELSE = "private, no-store"
# Nothing here looks, listens, pays or asks where one is; a page may still be printed and shown full-screen.
PERMISSIONS = ", ".join(
    f"{feature}=()"
    for feature in (
        "accelerometer",
        "bluetooth",
        "browsing-topics",
        "camera",
        "display-capture",
        "geolocation",
        "gyroscope",
        "hid",
        "magnetometer",
        "microphone",
        "midi",
        "payment",
        "publickey-credentials-get",
        "serial",
        "usb",
        "xr-spatial-tracking",
    )
)


class Manners:
    """Middleware, outermost but for the redirect to https."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self.get_response(request)
        if request.method == "OPTIONS" and answer.status_code == NOT_ALLOWED and not _is_of_the_api(request):
            answer = HttpResponse(status=NO_CONTENT, headers={"Allow": f"{answer['Allow']}, OPTIONS"})
        if _is_signed_in(request):
            answer["Cache-Control"] = FOR_NOBODY_ELSE
            patch_vary_headers(answer, ["Cookie"])
        if answer.status_code == TOO_MANY:
            answer.setdefault("Retry-After", USUAL_WAIT)
        answer.setdefault("Permissions-Policy", PERMISSIONS)
        return answer

    def process_view(
        self, request: HttpRequest, view: object, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponseBase | None:
        """Before the token of a form is asked for: a PUT is a wrong verb, not a form without one.

        The API says no to a verb itself, in JSON.
        """
        if _is_of_the_api(request):
            return None
        if request.method not in VERBS:
            return HttpResponseNotAllowed(VERBS)
        _read_form(request)
        return None


def _read_form(request: HttpRequest) -> None:
    """Asked for first here, so that what cannot be read is a 400 once: its page asks for the form again."""
    try:
        request.POST  # noqa: B018 - reading is what is tried
    except (BadRequest, SuspiciousOperation):
        request._mark_post_parse_error()  # type: ignore[attr-defined]
        raise


def _is_of_the_api(request: HttpRequest) -> bool:
    """It asks for no token of a form."""
    match = request.resolver_match
    return match is not None and getattr(match.func, "csrf_exempt", False)


def _is_signed_in(request: HttpRequest) -> bool:
    """Nobody has a session on a request that was answered before it was asked for (a static file)."""
    session = getattr(request, "session", None)
    return session is not None and SESSION_KEY in session
