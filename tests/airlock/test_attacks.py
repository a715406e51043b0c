"""Small files made to take the site down: the site keeps its memory and its time, and says no in an office's words.

What is measured is this process, which is what a process of the site would be; the worker has limits of its own.
"""

import resource
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from asn1crypto.pkcs12 import Pfx
from django.urls import reverse

from childlabour.core.errors import Refusal
from childlabour.jobs.models import Job, State
from plans.issuing.scans import bring
from plans.models import Scan
from plans.signatures.asking import clean_picture
from plans.signatures.keys import FileKey
from tests.airlock import attacks
from tests.issuing.certificates import PASS_PHRASE, given_to
from tests.issuing.papers import upload
from tests.issuing.way import numbered
from tests.jobs.workers import work_off

pytestmark = pytest.mark.django_db

MEMORY = 200 * 1024  # kB more than before; every file here took three times as much and more
PROCESSOR = 4  # seconds of this process; the worker's time is not ours


@contextmanager
def unhurt() -> Iterator[None]:
    spent, peak = time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    yield
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - peak < MEMORY
    assert time.process_time() - spent < PROCESSOR


def said_of(act, *given) -> str:
    with pytest.raises(Refusal) as refused:
        act(*given)
    return str(refused.value)


def test_a_pdf_whose_table_of_places_explodes_is_dropped_on_the_public_page(client):
    """It cost 49 s and 1.1 GB; anybody could send it."""
    data = attacks.exploding_table_of_places()
    assert len(data) < 40_000
    with unhurt():
        page = client.post(reverse("issuing:ask"), {"file": upload(data)})
    assert page.status_code == 200
    assert "Không phải tệp của hệ thống này" in page.content.decode()


def test_a_page_on_which_too_much_is_drawn_is_brought_as_a_scan(office):
    """It cost 6.9 GB."""
    document = numbered(office)
    data = attacks.exploding_scan()
    with unhurt():
        said = said_of(bring, document, data, office.thu)
    assert said.endswith((": quét lại ở 200 dpi rồi nộp lại.", ": quét lại."))
    assert not Scan.objects.exists()


def test_a_picture_of_very_many_points_is_brought_as_a_signature():
    """It cost 645 MB."""
    data = attacks.exploding_picture()
    assert len(data) < 700_000
    with unhurt():
        assert "4000 điểm ảnh" in said_of(clean_picture, data, "image")


def test_a_text_of_nothing_but_percentages_is_pasted(client, office):
    """It cost 15 s, after it had been read."""
    client.force_login(office.lan)
    sent = {"unit": office.committee.pk, "text": attacks.percentages()}
    with unhurt():
        waiting = client.post(reverse("reading:source"), sent)
        work_off()
        shown = client.get(waiting.url, follow=True)
    job = Job.objects.get()
    assert job.state == State.REFUSED
    assert "quá nhiều chỉ tiêu, nhiệm vụ hoặc đoạn" in job.problems[0]
    assert "Tách riêng phần kế hoạch" in shown.content.decode()


def test_a_key_that_takes_minutes_to_open_is_let_be():
    """How often its pass phrase is hashed, the file itself says: this one says two thousand million times."""
    file = Pfx.load(given_to("Vi Văn Hùng").file)
    file["mac_data"]["iterations"] = 2**31 - 1
    with unhurt():
        assert "Không mở được tệp khóa" in said_of(FileKey, file.dump(force=True), PASS_PHRASE)
