"""Issued papers, answered like static files: before anyone is asked who he is, and as a rule without a query.

What is issued is public as long as it stands, so there is no cookie to vary by. A process remembers which bytes a
document has, and believes it for as long as the copy is there (`plans.paper.served`) and `BELIEVED` seconds at most:
another machine, with copies of its own, may have taken words out of the paper.
"""

import re
import time
from collections.abc import Callable
from dataclasses import dataclass

from csp.utils import build_policy
from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response

from plans.law.seeing import for_everybody
from plans.law.states import PUBLISHED
from plans.models import Issue
from plans.paper import served
from plans.paper.files import MEDIA_TYPES, Format

ADDRESS = re.compile(r"/ke-hoach/([0-9]{1,18})/pdf/")
# Kept anywhere, yet asked for anew each time: words of a person may have been taken out meanwhile.
WHILE_IT_STANDS = "public, no-cache"
BELIEVED = 5  # seconds
MOST_REMEMBERED = 20_000  # some 10 MB
SHORT = {"Cache-Control": WHILE_IT_STANDS, "Content-Type": MEDIA_TYPES[Format.PDF]}
CONDITIONS = ("HTTP_IF_NONE_MATCH", "HTTP_IF_MATCH")


@dataclass(frozen=True)
class Stored:
    document: int
    digest: str
    headers: dict[str, str]
    asked_at: float

    @property
    def etag(self) -> str:
        return self.headers["ETag"]

    @property
    def is_fresh(self) -> bool:
        return time.monotonic() - self.asked_at < BELIEVED


class Published:
    """Middleware, beside static files."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response
        self._known: dict[int, Stored] = {}
        self._usual = {
            "Content-Type": MEDIA_TYPES[Format.PDF],
            "Cache-Control": WHILE_IT_STANDS,
            "Content-Security-Policy": build_policy(),
            "X-Frame-Options": settings.X_FRAME_OPTIONS,
        }

    def __call__(self, request: HttpRequest) -> HttpResponse:
        asked = ADDRESS.fullmatch(request.path_info) if request.method in ("GET", "HEAD") else None
        answer = self._answer(request, int(asked[1])) if asked else None
        return answer or self.get_response(request)

    def _answer(self, request: HttpRequest, document: int) -> HttpResponse | None:
        """None: nothing is issued under this address, and its view answers."""
        stored = self._known.get(document)
        if stored is None or not stored.is_fresh or not served.is_kept(stored.digest):
            stored = self._ask(document)
        if stored is None:
            return None
        if short := _short_answer(request, stored.etag):
            return short
        content = served.bytes_of(stored.digest)
        if content is None:
            stored, content = self._remember_whole(document)
        return HttpResponse(content, headers=stored.headers | {"Content-Length": str(len(content))})

    def _ask(self, document: int) -> Stored | None:
        """One query; a second one where there is no copy of the bytes yet."""
        issue = _issues(document).defer("snapshot", "pdf").first()
        if issue is None:
            return None
        return self._remember(issue) if served.is_kept(issue.sha256) else self._remember_whole(document)[0]

    def _remember_whole(self, document: int) -> tuple[Stored, bytes]:
        """Hash and bytes of one query, for they change together; and a copy of them."""
        issue = _issues(document).defer("snapshot").get()
        content = bytes(issue.pdf)
        served.keep(issue.sha256, content)
        return self._remember(issue), content

    def _remember(self, issue: Issue) -> Stored:
        if len(self._known) >= MOST_REMEMBERED:
            self._known.clear()
        headers = self._usual | {
            "ETag": f'"{issue.sha256}"',
            "Content-Disposition": f'inline; filename="{issue.document.slug}.pdf"',
        }
        stored = Stored(issue.document_id, issue.sha256, headers, time.monotonic())
        before = self._known.get(issue.document_id)
        self._known[issue.document_id] = stored
        if before and before.digest != stored.digest:
            served.let_go(before.digest)
        return stored


def _short_answer(request: HttpRequest, etag: str) -> HttpResponse | None:
    """To who has the paper already, as browsers ask it; any other condition is weighed as HTTP wants it."""
    status = 304 if request.META.get("HTTP_IF_NONE_MATCH") == etag else 0
    if not status and any(condition in request.META for condition in CONDITIONS):
        weighed = get_conditional_response(request, etag=etag)
        status = weighed.status_code if weighed else 0
    return HttpResponse(status=status, headers={"ETag": etag} | SHORT) if status else None


def _issues(document: int) -> QuerySet[Issue]:
    """One, if the public may read it."""
    issues = Issue.objects.filter(for_everybody(Issue), document=document, document__status__in=PUBLISHED)
    return issues.select_related("document__unit")
