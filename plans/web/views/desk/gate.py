"""The door of the desk: who may come in, and how what was typed survives a log-in that ran out."""

from functools import wraps

from django.contrib.auth.views import redirect_to_login
from django.http import JsonResponse

KEPT = "kept_typing"  # session key: {address: posted fields}
LONGEST_KEPT = 400_000  # characters of one form; a session is a row of the database


def wants_json(request) -> bool:
    return request.headers.get("Accept", "").startswith("application/json")


def officers_only(view, *, back=None):
    """Logged-in officers only. A POST from a lapsed session is kept and shown again after the log-in.

    `back`: from the view's arguments to the page that shows the form, for an address that only takes POSTs.
    """

    @wraps(view)
    def guarded(request, *args, **kwargs):
        if request.user.is_authenticated:
            return view(request, *args, **kwargs)
        if wants_json(request):
            return JsonResponse({"login": True}, status=401)
        page = back(*args, **kwargs) if back else request.get_full_path()
        if request.method == "POST":
            keep_typing(request, page)
        return redirect_to_login(page)

    return guarded


def keep_typing(request, page: str) -> None:
    typed = {name: values for name, values in request.POST.lists() if name != "csrfmiddlewaretoken"}
    if sum(len(value) for values in typed.values() for value in values) <= LONGEST_KEPT:
        request.session[KEPT] = {page.partition("?")[0]: typed}


def take_kept_typing(request) -> dict[str, list[str]] | None:
    """What was typed at this address before the log-in ran out; given out once."""
    kept = request.session.get(KEPT, {})
    if request.path not in kept:
        return None
    typed = kept.pop(request.path)
    request.session[KEPT] = kept
    return typed
