"""The bell's list, how one wants to be told, the feed."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from childlabour.core.paging import page_of
from childlabour.units.gate import OfficersRequest, officers_only

from .feed import feed_of, key_wanted, new_key, officer_behind, revoke
from .models import ByMail, Notice, Wishes
from .posting import mail_is_set
from .telling import see

A_PAGE = 30


class WishesForm(forms.Form):
    by_mail = forms.ChoiceField(label="thư điện tử", choices=ByMail.choices, widget=forms.RadioSelect)


@require_safe
@officers_only
def notices(request: OfficersRequest) -> HttpResponse:
    """All that one was told, the newest first. Two queries."""
    wishes = Wishes.objects.filter(officer=request.user).first() or Wishes(officer=request.user)
    context = {
        "nav": "notices",
        "page": page_of(Notice.objects.of(request.user), request, A_PAGE),
        "form": WishesForm(initial={"by_mail": wishes.by_mail}),
        "has_feed": bool(wishes.feed_hash),
        "mail_is_set": mail_is_set(),
    }
    return render(request, "notices/notices.html", context)


@require_safe
@officers_only
def opened(request: OfficersRequest, number: int) -> HttpResponse:
    """Where a notice leads; it counts as seen from now on."""
    notice = get_object_or_404(Notice.objects.of(request.user), pk=number)
    if notice.seen_at is None:
        see(request.user, notice.pk)
    return redirect(notice.address)


@require_POST
@officers_only(back=lambda request: reverse("notices:notices"))
def seen(request: OfficersRequest) -> HttpResponse:
    see(request.user)
    return redirect("notices:notices")


@require_POST
@officers_only(back=lambda request: reverse("notices:notices"))
def wish(request: OfficersRequest) -> HttpResponse:
    form = WishesForm(request.POST)
    if form.is_valid():
        Wishes.objects.update_or_create(
            officer=request.user, defaults={"by_mail": form.cleaned_data["by_mail"]}
        )
        messages.success(request, "Đã lưu cách nhận thông báo.")
    return redirect("notices:notices")


@require_POST
@officers_only(back=lambda request: reverse("notices:notices"))
def feed_key(request: OfficersRequest) -> HttpResponse:
    """A new key, shown this once; or none any more."""
    if "stop" in request.POST:
        revoke(request.user)
        messages.success(request, "Đã thu hồi khóa nguồn tin: khóa cũ không dùng được nữa.")
        return redirect("notices:notices")
    context = {
        "nav": "notices",
        "key": new_key(request.user),
        "address": request.build_absolute_uri(reverse("notices:feed")),
    }
    return render(request, "notices/feed_key.html", context)


@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    officer = officer_behind(request)
    if officer is None:
        return key_wanted()
    return feed_of(officer, reverse("notices:notices"))
