"""What a certified copy says below the copied pages (NĐ 30/2020, Phụ lục I, Phần II; Phụ lục III, Mẫu 3.1)."""

from django.template.loader import render_to_string

from childlabour.core.vietnamese import lines_of, write_date
from plans.models import CertifiedCopy

from .html import style
from .pdf import render_pdf


def block_of(copy: CertifiedCopy) -> bytes:
    """As a page of its own; the pages are put together by `plans.issuing.copying`."""
    recipients = [line.strip(" -.;") for line in lines_of(copy.recipients)]
    page = render_to_string(
        "paper/certified.html",
        {
            "copy": copy,
            "form": copy.get_form_display().upper(),
            "agency": [line.upper() for line in lines_of(copy.agency)],
            "date": f"{copy.seat}, {write_date(copy.copied_on)}",
            "recipients": recipients,
            "authority": [line.upper() for line in lines_of(copy.authority)],
        },
    )
    return render_pdf(page, style())
