"""A task in the hands of a unit: from received to accepted, and every word that was said on the way."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from childlabour.core.errors import Refusal
from plans.followup.steps import ASSIGNMENTS, Move
from plans.models import Answer, AnswerFile, Assignment, AssignmentState
from tests.cast import an_issued_plan

pytestmark = pytest.mark.django_db


@pytest.fixture
def given(office) -> Assignment:
    """A task of the district in the hands of the commune."""
    an_issued_plan(office.committee, frozen=False, tasks=4)
    return Assignment.objects.filter(unit=office.people_of_tan_thanh).first()


def step(move: Move, given: Assignment, officer, **told) -> Assignment:
    return ASSIGNMENTS.perform(move, given, officer, **told)


def refusal(move: Move, given: Assignment, officer, **told) -> str:
    before = Assignment.objects.get(pk=given.pk).state, Answer.objects.count()
    with pytest.raises(Refusal) as refused:
        step(move, given, officer, **told)
    assert (Assignment.objects.get(pk=given.pk).state, Answer.objects.count()) == before
    return str(refused.value)


def test_a_task_goes_from_given_to_done_and_the_journal_tells_who_said_what(office, given):
    step(Move.RECEIVE, given, office.pao)
    step(Move.REPORT, given, office.pao, text="Đã họp 3 thôn.")
    step(Move.FINISH, given, office.pao, text="Xong cả 9 thôn.")
    step(Move.SEND_BACK, given, office.lan, text="Thiếu danh sách.")
    step(Move.FINISH, given, office.pao, text="Đã gửi danh sách.")
    assert step(Move.ACCEPT, given, office.hung).state == AssignmentState.DONE
    assert [(said.officer_name, said.state, said.text) for said in given.answers.all()] == [
        ("Giàng A Páo", "received", ""),
        ("Giàng A Páo", "under_way", "Đã họp 3 thôn."),
        ("Giàng A Páo", "reported", "Xong cả 9 thôn."),
        ("Hoàng Thị Lan", "sent_back", "Thiếu danh sách."),
        ("Giàng A Páo", "reported", "Đã gửi danh sách."),
        ("Vi Văn Hùng", "done", ""),
    ]


@pytest.mark.parametrize(
    ("move", "missing"),
    [
        (Move.REPORT, "Ghi đã làm được gì rồi mới gửi."),
        (Move.FINISH, "Ghi kết quả rồi mới báo cáo hoàn thành."),
    ],
)
def test_whoever_reports_says_what_was_done(office, given, move, missing):
    assert missing in refusal(move, given, office.pao, text="   ")


def test_whoever_sends_back_says_why(office, given):
    step(Move.FINISH, given, office.pao, text="Xong.")
    assert "Ghi lý do" in refusal(Move.SEND_BACK, given, office.lan)


def test_what_is_not_open_is_refused_with_the_state_it_is_in(office, given):
    step(Move.FINISH, given, office.pao, text="Xong.")
    assert "“chờ duyệt”" in refusal(Move.RECEIVE, given, office.pao)
    step(Move.ACCEPT, given, office.lan)
    assert "“hoàn thành”" in refusal(Move.REPORT, given, office.pao, text="Thêm.")


def test_whose_work_it_is_is_told_to_whoever_may_not(office, given):
    assert f"cán bộ thực hiện của {office.people_of_tan_thanh}" in refusal(Move.RECEIVE, given, office.lan)
    step(Move.FINISH, given, office.pao, text="Xong.")
    assert "cơ quan giao nhiệm vụ" in refusal(Move.ACCEPT, given, office.pao)
    assert "cơ quan giao nhiệm vụ" in refusal(Move.ACCEPT, given, office.mai)


def test_papers_are_kept_with_the_words_they_came_with(office, given):
    uploads = [SimpleUploadedFile(name, b"%PDF-1.4\n") for name in ("bien-ban.pdf", "danh-sach.pdf")]
    step(Move.REPORT, given, office.pao, text="Gửi kèm.", uploads=uploads)
    (said,) = given.answers.all()
    assert [(file.name, file.size) for file in said.files.all()] == [
        ("bien-ban.pdf", 9),
        ("danh-sach.pdf", 9),
    ]
    for file in AnswerFile.objects.all():
        with file.stored.open() as stored:
            assert stored.read() == b"%PDF-1.4\n"


def test_one_bad_paper_keeps_the_good_ones_and_the_words_from_going(office, given):
    uploads = [SimpleUploadedFile("tot.pdf", b"%PDF-1.4\n"), SimpleUploadedFile("xau.exe", b"MZ")]
    said = refusal(Move.REPORT, given, office.pao, text=" ", uploads=uploads)
    assert "xau.exe" in said and "Ghi đã làm được gì" in said, "all reasons at once"
    assert not AnswerFile.objects.exists()
