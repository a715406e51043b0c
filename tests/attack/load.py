"""Many at once: nobody in particular is attacked, everybody waits."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

from django.urls import reverse

from tests.attack.judging import Attack
from tests.attack.site import Site

READERS, LASTING = 30, 6  # seconds


def readers(site: Site) -> Iterator[str]:
    """Thirty people read pages, papers and open data without a pause."""
    issued = site.papers.issued.pk
    places = [
        "/",
        "/ke-hoach/?q=lao+dong",
        reverse("public:document", args=[issued]),
        reverse("public:pdf", args=[issued]),
        "/api/v1/targets/",
    ]
    ends_at = time.monotonic() + LASTING

    def reads(number: int) -> list[int]:
        browser, statuses = site.stranger(f"127.0.2.{number + 1}"), []
        while time.monotonic() < ends_at:
            statuses.append(browser.get(places[(number + len(statuses)) % len(places)]).status)
        return statuses

    with ThreadPoolExecutor(READERS) as crowd:
        statuses = [status for read in crowd.map(reads, range(READERS)) for status in read]
    if wrong := [status for status in statuses if status not in {200, 429}]:
        yield f"{len(wrong)} trong {len(statuses)} lần không được (lần đầu: {wrong[0]})"


def papers_printed_at_once(site: Site) -> Iterator[str]:
    """Ten windows of one officer want the pages of a draft printed anew, each time."""
    address = reverse("public:pdf", args=[site.papers.draft.pk])
    browser = site.officer(site.office.lan)
    with ThreadPoolExecutor(10) as crowd:
        for answer in crowd.map(lambda _: browser.get(address), range(20)):
            if answer.status not in {200, 429, 503}:
                yield f"trả lời {answer.status}"


ATTACKS = (
    Attack("Ba mươi người đọc không nghỉ", "Trang, PDF, API.", "Ai cũng được trả lời.", readers, 60),
    Attack(
        "In liên tục một dự thảo",
        "Mười cửa sổ cùng tải PDF.",
        "Trang chủ vẫn mở nhanh.",
        papers_printed_at_once,
        60,
    ),
)
