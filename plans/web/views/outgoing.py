"""Nơi đã gửi: how far a document of ours got, who lags behind, and what the clerk sends by hand."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from childlabour.core.paging import page_of
from childlabour.units.gate import OfficersRequest, officers_only
from plans.delivery import outside
from plans.delivery.reaching import DONE, LATE, OPEN, RECEIVED, counts_of, reach_of
from plans.delivery.reminding import may_remind, remind
from plans.delivery.sending import only_in_words
from plans.edxml.shape import MEDIA_TYPE, Namespace
from plans.edxml.writing import to_edxml
from plans.law.seeing import sees_dealings
from plans.models import Delivery, Document, Status

A_PAGE = 60  # units
LOOKS = {LATE: "quá hạn nhận", OPEN: "chưa nhận", RECEIVED: "đã nhận, chưa ban hành", DONE: "đã xong"}
BY_HAND = {"da-chuyen": outside.carried, "gui-thu": outside.mail_again}


def _sent(request: OfficersRequest, pk: int) -> Document:
    """Published, and its dealings open to this person."""
    documents = Document.objects.issued().with_dealings_seen_by(request.user)
    return get_object_or_404(documents.select_related("unit__place"), pk=pk)


@require_safe
@officers_only
def sent(request: OfficersRequest, pk: int) -> HttpResponse:
    """Counts, and the units by state, late ones first. Eight queries, however many units."""
    document = _sent(request, pk)
    reached = reach_of(document)
    look = request.GET.get("muc", "")
    shown = [one for one in reached if one.look == look] if look in LOOKS else reached
    page = page_of(shown, request, A_PAGE)
    reminders = list(document.reminders.all()[:10])
    is_in_force = document.status == Status.ISSUED
    context = {
        "nav": "desk",
        "document": document,
        "counts": counts_of(reached),
        "all": len(reached),
        "looks": [(key, words, sum(one.look == key for one in reached)) for key, words in LOOKS.items()],
        "look": look if look in LOOKS else "",
        "page": page,
        "units": page.object_list,
        "lagging": sum(one.lags for one in reached),
        "may_remind": is_in_force and may_remind(request.user, document),
        "may_send": is_in_force and outside.may_send(request.user, document),
        "reminders": reminders,
        "in_words": only_in_words(document),
    }
    return render(request, "delivery/sent.html", context)


def _page(request: OfficersRequest, pk: int, **_: Any) -> str:
    return reverse("delivery:sent", args=[pk])


@require_POST
@officers_only(back=_page)
def reminded(request: OfficersRequest, pk: int) -> HttpResponse:
    reminder = remind(_sent(request, pk), request.user)
    messages.success(request, f"Đã đôn đốc {reminder.units} đơn vị.")
    return redirect("delivery:sent", pk)


@require_POST
@officers_only(back=_page)
def sent_by_hand(request: OfficersRequest, pk: int, number: int, how: str) -> HttpResponse:
    """What left by hand, or goes out by mail once more."""
    if how not in BY_HAND:
        raise Http404(how)
    delivery = get_object_or_404(Delivery, pk=number, document=_sent(request, pk))
    BY_HAND[how](delivery, request.user)
    messages.success(
        request, f"Đã chuyển văn bản đến {delivery.unit}." if how == "da-chuyen" else "Thư đang được gửi."
    )
    return redirect("delivery:sent", pk)


@require_safe
@officers_only
def edxml(request: OfficersRequest, pk: int) -> HttpResponse:
    """The file to carry, for one unit (`?don-vi=`) or for all; for the issuer and for whoever it was delivered to."""
    document = get_object_or_404(Document.objects.issued().select_related("unit__place", "issue"), pk=pk)
    rows = Delivery.objects.filter(document=document)
    sees_all = sees_dealings(request.user, document)
    if not sees_all and not (rows := rows.come_to(request.user)).exists():
        raise Http404(pk)
    wanted = request.GET.get("don-vi", "")
    if wanted.isdecimal() and len(wanted) < 19:
        rows = rows.filter(unit=int(wanted))
    units = [row.unit for row in rows.select_related("unit").order_by("pk")]
    dialect = Namespace.GO_VN if request.GET.get("dang") == "go.vn" else Namespace.QCVN_102
    answer = HttpResponse(to_edxml(document, units, dialect), content_type=MEDIA_TYPE)
    answer["Content-Disposition"] = f'attachment; filename="{document.slug}.edxml"'
    answer["Cache-Control"] = "private, no-store"
    return answer
