"""A press beside a finding of the check, which puts it right."""

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from childlabour.units.gate import officers_only
from plans.drafting.mending import mend


def _check_page(request, pk, key, what) -> str:
    return reverse("desk:check", args=[pk])


@require_POST
@officers_only(back=_check_page)
def mended(request, pk, key, what):
    if mend(pk, what, key, request.user):
        messages.success(request, "Đã sửa trong dự thảo.")
    else:
        messages.info(request, "Chỗ này đã được sửa từ trước.")
    return redirect("desk:check", pk)
