"""The one door for "no": what any room refuses becomes a page with every reason and a way on, or JSON.

A page whose own form shows the reasons asks with `Attempt`; nothing else catches a refusal. The API of open
data has the same door in `childlabour.core.api.refuse`.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode

from childlabour.airlock.refusing import Busy
from childlabour.core.errors import Problem, Refusal, as_data
from childlabour.units.gate import sent, texts_in, wants_json
from plans.models import Document
from plans.pages.telling import with_addresses
from plans.pages.ways import ways_from
from plans.web.confirming import are_questions

REFUSED = 422
BUSY = 503  # the same may be sent again (RFC 9110, 15.6.4)
ASKED = 409  # nothing but questions stand in the way: answer them, and send it again
OF_A_DOCUMENT = {"delivery", "desk", "issuing"}  # in these rooms of addresses `pk` is a document


class Attempt:
    """`with Attempt(request) as attempt: …` keeps a refusal for the page that shows the form once more.

    A script that asks for JSON has no such page: its refusal goes on to the door.
    """

    def __init__(self, request: HttpRequest):
        self.request = request
        self.refusal: Refusal | None = None

    @property
    def problems(self) -> tuple[Problem, ...]:
        return self.refusal.problems if self.refusal else ()

    def __enter__(self) -> "Attempt":
        return self

    def __exit__(self, kind: object, fault: BaseException | None, trace: object) -> bool:
        if not isinstance(fault, Refusal) or wants_json(self.request):
            return False
        self.refusal = fault
        return True

    def marks(self, page: HttpResponse) -> HttpResponse:
        """The page that shows the form once more; a machine that was too busy is said so to the browser, too."""
        return _when_busy(page, self.refusal)


class Door:
    """Middleware: a refusal that left its view is answered here."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, fault: Exception) -> HttpResponse | None:
        if not isinstance(fault, Refusal):
            return None
        return _when_busy(refused(request, fault.problems), fault)


def _when_busy(page: HttpResponse, refusal: Refusal | None) -> HttpResponse:
    if isinstance(refusal, Busy):
        page.status_code = BUSY
        page["Retry-After"] = str(refusal.retry_after)
    return page


def refused(request: HttpRequest, problems: tuple[Problem, ...]) -> HttpResponse:
    if wants_json(request):
        return JsonResponse(as_data(problems), status=ASKED if are_questions(problems) else REFUSED)
    document = _document(request)
    context = {
        "nav": "desk",
        "problems": with_addresses(problems, document, request.user),
        "texts": texts_in(sent(request).typed),
        "ways": _ways(request, document),
    }
    return render(request, "refused.html", context, status=REFUSED)


def _document(request: HttpRequest) -> Document | None:
    """What the address is about, if this person may see it. One query."""
    match = request.resolver_match
    if match is None or match.app_name not in OF_A_DOCUMENT or "pk" not in match.kwargs:
        return None
    visible = Document.objects.visible_to(request.user).select_related("unit__place")
    return visible.filter(pk=match.kwargs["pk"]).first()


def _ways(request: HttpRequest, document: Document | None) -> list[tuple[str, str]]:
    """(words, address) of where to go from here."""
    if not request.user.is_authenticated:
        here = urlencode({"next": request.get_full_path()})
        return [("Đăng nhập lại", f"{reverse('accounts:login')}?{here}")]
    own = (
        [*ways_from(request.user, document), ("Trang văn bản", document.get_absolute_url())]
        if document
        else []
    )
    return [*own, ("Bàn làm việc", reverse("desk:home"))]
