"""The one door for "no": what any room refuses becomes a page with every reason and a way on, or JSON.

A page whose own form shows the reasons asks with `Attempt`; nothing else catches a refusal. The API of open
data has the same door in `childlabour.core.api.refuse`.
"""

from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode

from childlabour.airlock.refusing import Busy
from childlabour.core.errors import Problem, Refusal, as_data
from childlabour.units.gate import page_of_form, sent, texts_in, wants_json
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
        answer = self.get_response(request)
        if isinstance(answer, HttpResponseNotAllowed) and request.method == "GET" and not wants_json(request):
            return _opened_by_itself(request, answer)
        return answer

    def process_exception(self, request: HttpRequest, fault: Exception) -> HttpResponse | None:
        if not isinstance(fault, Refusal):
            return None
        return _when_busy(refused(request, fault.problems), fault)


def _opened_by_itself(request: HttpRequest, answer: HttpResponseNotAllowed) -> HttpResponse:
    """An address that only takes what a form sends: its page says so, and leads to the form."""
    page = render(request, "only_sent.html", {"ways": _ways(request, None)}, status=answer.status_code)
    page["Allow"] = answer["Allow"]
    return page


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
    """(words, address) of where to go from here: on with the document, back, to the desk; each address once."""
    if not request.user.is_authenticated:
        here = urlencode({"next": page_of_form(request) or request.get_full_path()})
        return [("Đăng nhập lại", f"{reverse('accounts:login')}?{here}")]
    by_address: dict[str, str] = {}
    for words, address in _ways_of_an_officer(request, document):
        by_address.setdefault(address, words)
    return [(words, address) for address, words in by_address.items()]


def _ways_of_an_officer(request: HttpRequest, document: Document | None) -> Iterator[tuple[str, str]]:
    if document:
        yield from ways_from(request.user, document)
        yield "Trang văn bản", document.get_absolute_url()
    back = _came_from(request) or page_of_form(request)
    if back and (request.method == "POST" or back != request.get_full_path()):
        yield "Trở lại trang vừa rồi", back
    yield "Bàn làm việc", reverse("desk:home")


def _came_from(request: HttpRequest) -> str:
    """The page that led here, if it is one of ours that one may open again; "" otherwise."""
    said = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(said, {request.get_host()}, require_https=request.is_secure()):
        return ""
    place = urlsplit(said)
    if place.path == reverse("accounts:login"):
        return ""
    return f"{place.path}?{place.query}" if place.query else place.path
