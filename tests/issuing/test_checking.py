"""`verify_issued`: what is stored is still what was issued; whatever is not is named."""

from dataclasses import replace
from datetime import date
from io import BytesIO, StringIO

import pypdfium2
import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from PIL import Image

from childlabour.units.models import Unit
from plans.content.values import TextRun
from plans.issuing import triggers
from plans.issuing.freezing import sha256
from plans.models import Document, Issue, RegisterBook, RegisterEntry, Task
from plans.paper.frozen import from_data
from plans.paper.pdf import to_pdf
from targets.models import Target
from tests.cast import an_issued_plan
from tests.issuing.papers import a_scan
from tests.issuing.way import carried_over, issued

pytestmark = pytest.mark.django_db


def verified() -> tuple[int, str]:
    out = StringIO()
    try:
        call_command("verify_issued", stdout=out)
    except CommandError as no:
        return no.returncode, str(no)
    return 0, out.getvalue()


@pytest.fixture
def unlocked():
    """Somebody with the keys of the database, who takes the locks off to change what was issued."""
    triggers.lift(connection)
    yield
    triggers.lay(connection)


def with_locks_back(change) -> tuple[int, str]:
    change()
    triggers.lay(connection)
    return verified()


def test_all_is_well(office):
    an_issued_plan(office=office)
    assert verified() == (0, "1 văn bản nguyên vẹn.\n")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda i: Issue.objects.filter(pk=i.pk).update(pdf=bytes(i.pdf) + b" "), "khác mã kiểm tra"),
        (lambda i: Issue.objects.filter(pk=i.pk).update(sha256="0" * 64), "khác mã kiểm tra"),
        (
            lambda i: Issue.objects.filter(pk=i.pk).update(snapshot=i.snapshot | {"title": "Khác"}),
            "kèm trong tệp PDF khác bản lưu",
        ),
        (lambda i: Issue.objects.filter(pk=i.pk).update(number="99"), "khác số, ngày đã đăng ký"),
        (lambda i: Issue.objects.filter(pk=i.pk).delete(), "không có bản lưu"),
    ],
)
def test_what_was_changed_with_the_locks_off_is_named(office, unlocked, change, said):
    issue = an_issued_plan(office=office).issue
    code, words = with_locks_back(lambda: change(issue))
    assert code == 1
    assert said in words


ROWS_CHANGED = {
    "trích yếu": lambda d: Document.objects.filter(pk=d.pk).update(title="Khác hẳn"),
    "nội dung": lambda d: d.blocks.filter(place=1).update(runs=[["Khác hẳn", False, False, []]]),
    "chỉ tiêu": lambda d: Target.objects.filter(block__document=d).update(sentence="Trên 10% trẻ em"),
    "nhiệm vụ": lambda d: Task.objects.filter(block__document=d).update(due_on=date(2001, 1, 1)),
    "nơi nhận": lambda d: d.recipients.all().delete(),
    "người ký": lambda d: Document.objects.filter(pk=d.pk).update(signer="Người Khác"),
    "mức độ khẩn": lambda d: Document.objects.filter(pk=d.pk).update(urgency="at_once"),
    "mã tra cứu": lambda d: Document.objects.filter(pk=d.pk).update(verification_code="AAAA-BBBB-CCCC-DDDD"),
    "trạng thái khác diễn biến": lambda d: Document.objects.filter(pk=d.pk).update(status="revoked"),
}


@pytest.mark.parametrize("said", ROWS_CHANGED)
def test_rows_that_pages_show_and_that_no_longer_say_what_was_issued_are_named(office, unlocked, said):
    document = issued(office)
    code, words = with_locks_back(lambda: ROWS_CHANGED[said](document))
    assert code == 1
    assert said in words


def test_a_unit_that_was_renamed_after_the_issue_is_no_fault(office):
    an_issued_plan(office=office)
    Unit.objects.filter(pk=office.committee.pk).update(name="Ủy ban nhân dân huyện Hữu Lũng (cũ)")
    Unit.objects.filter(pk=office.police.pk).update(name="Công an huyện, tên mới")
    assert verified() == (0, "1 văn bản nguyên vẹn.\n")


def test_a_trigger_that_somebody_else_has_laid_is_named(office):
    issued(office)
    if connection.vendor == "sqlite":
        laid = ["CREATE TRIGGER giup AFTER UPDATE ON plans_event BEGIN SELECT 1; END"]
    else:
        laid = [
            "CREATE FUNCTION giup() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$",
            "CREATE TRIGGER giup AFTER UPDATE ON plans_event FOR EACH ROW EXECUTE FUNCTION giup()",
        ]
    with connection.cursor() as cursor:
        for statement in laid:
            cursor.execute(statement)
    code, words = verified()
    assert code == 1
    assert "khóa lạ giup" in words


def test_a_picture_laid_over_the_words_of_a_page_is_named(office, unlocked):
    """Words, data and hash are as they should be; only the eye sees something else."""
    issue = an_issued_plan(office=office).issue
    pdf = with_a_picture_on(bytes(issue.pdf))
    code, words = with_locks_back(
        lambda: Issue.objects.filter(pk=issue.pk).update(pdf=pdf, sha256=sha256(pdf))
    )
    assert code == 1
    assert "trang 1 của tệp PDF có ảnh" in words


def with_a_picture_on(pdf: bytes) -> bytes:
    document = pypdfium2.PdfDocument(pdf)
    picture = pypdfium2.PdfImage.new(document)
    picture.set_bitmap(pypdfium2.PdfBitmap.from_pil(Image.new("RGB", (60, 20), "white")))
    picture.set_matrix(pypdfium2.PdfMatrix().scale(200, 60).translate(100, 500))
    page = document[0]
    page.insert_obj(picture)
    page.gen_content()
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def test_a_page_put_in_the_place_of_another_is_named_though_the_attachment_is_the_same(office, unlocked):
    """The pages of another paper, the data of this one; the hash is mended, too."""
    issue = an_issued_plan(office=office).issue
    paper = from_data(issue.snapshot["paper"])
    other = replace(
        paper, blocks=(*paper.blocks[:-1], replace(paper.blocks[-1], runs=(TextRun("Bỏ hết nhiệm vụ."),)))
    )
    data = {key: value for key, value in issue.snapshot.items() if key != "paper"}
    pdf = to_pdf(replace(other, source=data))
    code, words = with_locks_back(
        lambda: Issue.objects.filter(pk=issue.pk).update(pdf=pdf, sha256=sha256(pdf))
    )
    assert code == 1
    assert "chữ trên trang 2 của tệp PDF khác bản lưu" in words
    assert words.count("khác") == 1, "neither hash nor data would have told it"


def test_a_page_that_is_a_picture_is_named(office, unlocked):
    issue = an_issued_plan(office=office).issue
    pdf = a_scan(bytes(issue.pdf))
    code, words = with_locks_back(
        lambda: Issue.objects.filter(pk=issue.pk).update(pdf=pdf, sha256=sha256(pdf))
    )
    assert code == 1
    assert "trang 1 của tệp PDF có ảnh" in words


def test_what_cannot_be_opened_is_named(office, unlocked):
    issue = an_issued_plan(office=office).issue
    code, words = with_locks_back(
        lambda: Issue.objects.filter(pk=issue.pk).update(pdf=b"%PDF-", sha256=sha256(b"%PDF-"))
    )
    assert code == 1
    assert "không mở được tệp PDF" in words


def test_it_says_that_of_scans_it_knows_the_hash_alone(office):
    carried_over(office)
    assert verified() == (
        0,
        "1 văn bản nguyên vẹn.\n1 bản quét: chỉ đối chiếu dấu băm, không đọc chữ trong ảnh.\n",
    )


@pytest.mark.parametrize("name", ["plans_frozen_plans_issue_update", "plans_frozen_plans_answer_delete"])
def test_a_lock_made_to_let_through_is_named(office, name):
    """It is still there, by name."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            table = name.removeprefix("plans_frozen_").rpartition("_")[0]
            cursor.execute(f"DROP TRIGGER {name}")
            cursor.execute(f"CREATE TRIGGER {name} BEFORE UPDATE ON {table} BEGIN SELECT 1; END")
        else:
            cursor.execute(
                f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS "
                "$$ BEGIN RETURN OLD; END $$"
            )
    code, words = verified()
    assert code == 1
    assert f"khóa {name} đã bị tắt hoặc bị sửa" in words
    triggers.lay(connection)
    assert verified()[0] == 0


SWITCH_OFF = {
    "sqlite": "DROP TRIGGER plans_frozen_plans_issue_delete",
    "postgresql": "ALTER TABLE plans_issue DISABLE TRIGGER plans_frozen_plans_issue_delete",
}


def test_a_lock_switched_off_is_named(office):
    with connection.cursor() as cursor:
        cursor.execute(SWITCH_OFF[connection.vendor])
    code, words = verified()
    assert code == 1
    assert "plans_frozen_plans_issue_delete" in words


def test_a_number_torn_out_of_the_book_is_named(office, unlocked):
    issued(office)
    issued(office)
    code, words = with_locks_back(lambda: RegisterEntry.objects.filter(number=1).delete())
    assert code == 1
    assert "không có số 01 và không có lý do" in words


def test_a_start_of_the_book_that_was_moved_over_a_gap_is_named(office, unlocked):
    issued(office)
    issued(office)
    RegisterEntry.objects.filter(number=1).delete()
    code, words = with_locks_back(lambda: RegisterBook.objects.update(opened_after=2))
    assert code == 1
    assert "số 02 không ở phía của nó: sổ giấy khai đến 02" in words


def test_an_old_number_slipped_in_beyond_the_paper_book_is_named(office, unlocked):
    document = carried_over(office)
    code, words = with_locks_back(lambda: RegisterEntry.objects.filter(document=document).update(number=130))
    assert code == 1
    assert "số 130 không ở phía của nó: sổ giấy khai đến 120" in words
    assert "không có số 121 và không có lý do" in words


def test_a_lock_taken_off_is_named(office, unlocked):
    code, words = verified()
    assert code == 1
    assert "thiếu khóa plans_frozen_plans_issue_update" in words


def test_a_scan_that_is_not_what_was_brought_is_named(office):
    issued(office)
    code, words = verified()
    assert code == 1
    assert "bản quét khác mã kiểm tra" in words
