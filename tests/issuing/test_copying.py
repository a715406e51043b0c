"""Sao y, trích sao, sao lục: from the issued bytes, numbered by unit and year, in the form of the decree."""

import io
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pdfplumber
import pytest
from django.urls import reverse

from childlabour.core.clock import today
from childlabour.core.errors import Refusal
from plans.issuing.copying import pages_in, pages_of_copy
from plans.issuing.workflow import perform
from plans.models import Action, CertifiedCopy, CopyForm, Issue
from plans.signatures import pdf_files
from plans.signatures.asking import count_of_pages
from tests.cast import a_plan, an_issued_plan
from tests.issuing.papers import a_blank_scan
from tests.issuing.way import issued, sealed

pytestmark = pytest.mark.django_db

SAID = {
    "authority": "TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG",
    "copy_signer": "Vi Văn Hùng",
    "recipients": "Các xã\nLưu: VT",
}
MILLIMETRE = 72 / 25.4


def copied(office, document, form: str = "SY", **more) -> CertifiedCopy:
    perform(Action.COPY, document, office.thu, **SAID | {"copy_form": form} | more)
    return CertifiedCopy.objects.order_by("made_at", "pk").last()


def texts_of(pdf: bytes) -> list[str]:
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        return [page.extract_text() for page in document.pages]


@pytest.fixture
def document(office):
    return sealed(office, number=5)


def test_a_copy_has_the_pages_of_the_issued_bytes_and_its_block_below_them(office, document):
    copy = copied(office, document)
    original = texts_of(bytes(Issue.objects.get(document=document).pdf))
    made = texts_of(pages_of_copy(copy))
    assert made[: len(original) - 1] == original[:-1]
    assert made[len(original) - 1].startswith(original[-1][:200])
    block = "\n".join(made)[len("\n".join(original)) - 40 :]
    for said in (
        "SAO Y",
        f"Số: 01/SY-{document.unit.symbol}",
        "CHÁNH VĂN PHÒNG",
        "Vi Văn Hùng",
        "- Các xã;",
        "- Lưu: VT.",
    ):
        assert said in block
    assert copy.of_sha256 == document.issue.sha256


def test_the_block_stands_under_a_rule_as_wide_as_the_text_and_within_the_margins(office, document):
    pdf = pages_of_copy(copied(office, document))
    with pdfplumber.open(io.BytesIO(pdf)) as made:
        page = next(page for page in made.pages if "SAO Y" in page.extract_text())
        (form,) = [word for word in page.extract_words() if word["text"] == "SAO"]
        rules = [r for r in (*page.rects, *page.lines, *page.curves) if r["x1"] - r["x0"] > 150 * MILLIMETRE]
        assert any(0 < form["top"] - rule["bottom"] < 12 * MILLIMETRE for rule in rules)
        assert max(word["bottom"] for word in page.extract_words()) <= (297 - 20) * MILLIMETRE + 1


def test_copies_of_every_form_share_one_run_of_numbers_a_unit_and_year(office, document):
    other = sealed(office, number=6)
    first, second = copied(office, document), copied(office, other, "TrS", pages="1")
    third = copied(office, document, "SL", source=first)
    symbol = document.unit.symbol
    assert [copy.code for copy in (first, second, third)] == [
        f"01/SY-{symbol}",
        f"02/TrS-{symbol}",
        f"03/SL-{symbol}",
    ]
    of_last_year = copied(office, document, copied_on=date(2025, 6, 1))
    assert (of_last_year.number, of_last_year.year) == (1, 2025)


def test_an_extract_has_the_chosen_pages_alone(office, document):
    original = texts_of(bytes(Issue.objects.get(document=document).pdf))
    made = texts_of(pages_of_copy(copied(office, document, "TrS", pages="1")))
    assert made[0].startswith(original[0][:100])
    assert "TRÍCH SAO" in "".join(made)
    assert len(made) <= 2


def test_a_copy_of_a_copy_shows_both_blocks(office, document):
    copy = copied(office, document, "SL", source=copied(office, document))
    said = "\n".join(texts_of(pages_of_copy(copy)))
    assert said.index("SAO Y") < said.index("SAO LỤC")


def test_what_is_wrong_is_said_all_at_once(office, document):
    with pytest.raises(Refusal) as refused:
        perform(
            Action.COPY,
            document,
            office.thu,
            copy_form="TrS",
            pages="1, 99",
            copied_on=today() + timedelta(1),
        )
    said = str(refused.value)
    for reason in ("Ghi quyền hạn", "Ghi họ tên", "Ghi nơi nhận"):
        assert reason in said
    with pytest.raises(Refusal) as refused:
        copied(office, document, "TrS", pages="1, 99", copied_on=today() + timedelta(1))
    assert "không có trang 99" in str(refused.value)
    assert "không thể sau hôm nay" in str(refused.value)
    with pytest.raises(Refusal, match="chọn một bản sao y"):
        copied(office, document, "SL")
    with pytest.raises(Refusal, match="không thể trước ngày của văn bản"):
        copied(office, document, copied_on=document.issued_on - timedelta(1))
    assert not CertifiedCopy.objects.exists()


@pytest.mark.parametrize(("typed", "pages"), [("1", [1]), ("1, 3-4", [1, 3, 4]), ("3–4,1", [1, 3, 4])])
def test_pages_are_typed_as_in_any_print(typed, pages):
    assert pages_in(typed) == pages


@pytest.mark.parametrize("typed", ["", "a", "4-3", "1,", "-1"])
def test_what_names_no_pages_is_refused(office, document, typed):
    with pytest.raises(Refusal, match="Ghi trang được trích"):
        copied(office, document, "TrS", pages=typed)


def test_only_the_clerk_copies_and_only_what_is_issued(office, document):
    with pytest.raises(Refusal):
        perform(Action.COPY, document, office.lan, **SAID, copy_form="SY")
    with pytest.raises(Refusal):
        perform(Action.COPY, a_plan(office.committee), office.thu, **SAID, copy_form="SY")


def test_the_journal_names_the_copy(office, document):
    copy = copied(office, document)
    event = document.events.get(action=Action.COPY)
    assert (event.officer_name, event.reason) == (str(office.thu), f"Sao y số {copy.code}.")


def test_a_copy_on_record_is_not_changed(office, document):
    copy = copied(office, document)
    with pytest.raises(Exception, match="ban hành"):
        CertifiedCopy.objects.filter(pk=copy.pk).update(signer="Người khác")


def test_the_clerk_makes_it_at_the_desk_and_prints_it(client, office, document):
    client.force_login(office.thu)
    page = reverse("issuing:document", args=[document.pk])
    assert (
        "Hình thức sao" in client.get(page).content.decode()
        or "hình thức sao" in client.get(page).content.decode()
    )
    typed = SAID | {"copy_form": CopyForm.WHOLE, "copied_on": f"{today():%d/%m/%Y}"}
    answer = client.post(reverse("issuing:act", args=[document.pk, "copy"]), typed, follow=True)
    copy = CertifiedCopy.objects.get()
    assert copy.code in answer.content.decode()
    printed = client.get(reverse("issuing:certified_copy", args=[document.pk, copy.pk]))
    assert count_of_pages(printed.content) >= 1
    assert 'filename="sao-y-01-sy' in printed["Content-Disposition"]
    register = client.get(reverse("issuing:copies")).content.decode()
    assert copy.code in register
    assert "Các xã" in register


def test_the_register_of_another_agency_is_not_shown(client, office, document):
    copied(office, document)
    client.force_login(office.mai)
    assert "SY-" not in client.get(reverse("issuing:copies")).content.decode()


# ── Only what bears signature and seal is copied ────────────────────────────────────────────────────


def test_a_paper_signed_by_hand_is_copied_from_its_scan(office):
    document = issued(office, scan=a_blank_scan(2))
    copy = copied(office, document)
    made = texts_of(pages_of_copy(copy))
    assert (made[:2], len(made)) == (["", ""], 3), "no words of ours, and the block not laid over the picture"
    assert "SAO Y" in made[2]
    assert copy.of_sha256 == document.scan.sha256


def test_what_bears_no_seal_is_not_copied(office):
    with pytest.raises(Refusal, match="không có chữ ký số và con dấu"):
        copied(office, an_issued_plan(office=office))
    assert not CertifiedCopy.objects.exists()


def test_what_cannot_be_printed_spends_no_number(office):
    with pytest.raises(Refusal, match="Không mở được tệp"):
        copied(office, issued(office))
    assert not CertifiedCopy.objects.exists()


def test_numbers_follow_days(office, document):
    copied(office, document)
    with pytest.raises(Refusal, match="của bản sao số 01/SY"):
        copied(office, document, copied_on=today() - timedelta(1))


def test_what_was_copied_must_still_be_kept(office, document):
    copy = copied(office, document)
    copy.of_sha256 = "0" * 64
    with pytest.raises(Refusal, match="đã khác bản được sao"):
        pages_of_copy(copy)


def test_no_two_threads_have_a_file_open():
    """PDFium would write over its own memory."""
    with ThreadPoolExecutor(1) as another, pdf_files.opened(a_blank_scan()):
        assert not another.submit(pdf_files._ONE_THREAD.acquire, blocking=False).result()
