"""What whoever holds a paper is told: exactly what was checked, and "còn hiệu lực" for nothing that nobody checked."""

from datetime import date
from types import SimpleNamespace

import pytest

from childlabour.core.clock import today
from childlabour.units.models import Unit, UnitSuccession
from plans.issuing.workflow import perform
from plans.models import Action, Document, Kind, Origin, Status
from plans.pages.old_papers import OldPaper
from plans.pages.stamps import Evidence, marks_of, verdict_of
from tests.cast import a_plan
from tests.issuing.way import an_old_paper, carried_over, issued

DAY = date(2026, 11, 28)


def a_document(**facts) -> Document:
    ended = facts.pop("ended", None)
    unit = Unit(name="Ủy ban nhân dân huyện Hữu Lũng", symbol="UBND", valid_to=ended)
    given = {
        "status": Status.ISSUED,
        "period_from": 2026,
        "period_to": 2026,
        "number": 5,
        "issued_on": date(2026, 1, 5),
    }
    return Document(unit=unit, **given | facts)


def seen_by(*, good: bool = True, whole: bool = True) -> SimpleNamespace:
    return SimpleNamespace(is_good=good, intact=whole, whole=whole)


SIGNED = {"seen": (), "by_hand": ("a signature",)}


def evidence(**facts) -> Evidence:
    return Evidence(DAY, **{"is_whole": True, **SIGNED} | facts)


OLD = {"origin": Origin.CARRIED_OVER}
COMPARED = OldPaper(date(2026, 2, 1), date(2026, 2, 2))
STATES = {
    "signed by hand, in its year": (a_document(), evidence(), "success", "Văn bản thật, còn hiệu lực"),
    "signed by key": (
        a_document(),
        evidence(seen=(seen_by(),), by_hand=()),
        "success",
        "Văn bản thật, còn hiệu lực",
    ),
    "its years are over": (
        a_document(period_from=2023, period_to=2023),
        evidence(),
        "waiting",
        "Văn bản thật, kỳ kế hoạch đã hết",
    ),
    "its issuer has ended": (
        a_document(ended=date(2026, 6, 30)),
        evidence(),
        "waiting",
        "Văn bản thật, cơ quan ban hành đã kết thúc hoạt động",
    ),
    "its issuer ends later": (
        a_document(ended=date(2026, 12, 31)),
        evidence(),
        "success",
        "Văn bản thật, còn hiệu lực",
    ),
    "a letter, which is for no years": (
        a_document(kind=Kind.LETTER, period_from=2023, period_to=2023),
        evidence(),
        "success",
        "Văn bản thật, chưa bị thay thế, thu hồi",
    ),
    "replaced": (a_document(status=Status.REPLACED), evidence(), "waiting", "Văn bản thật, đã được thay thế"),
    "revoked": (a_document(status=Status.REVOKED), evidence(), "seal", "Văn bản thật, đã bị thu hồi"),
    "the stored file was changed": (
        a_document(),
        evidence(is_whole=False),
        "seal",
        "Tệp lưu không còn nguyên vẹn",
    ),
    "a signature does not fit": (
        a_document(),
        evidence(seen=(seen_by(good=False, whole=False),)),
        "seal",
        "Chữ ký không khớp với tệp lưu",
    ),
    "signatures could not be looked at": (
        a_document(),
        evidence(seen=None),
        "waiting",
        "Văn bản có trong sổ, chữ ký chưa xác thực được",
    ),
    "nobody knows who gave out the certificate": (
        a_document(),
        evidence(seen=(seen_by(good=False),), by_hand=()),
        "waiting",
        "Văn bản có trong sổ, chữ ký chưa xác thực được",
    ),
    "nobody signed it here": (
        a_document(),
        evidence(by_hand=()),
        "waiting",
        "Văn bản có trong sổ, chữ ký chưa xác thực được",
    ),
    "words were taken out": (
        a_document(),
        evidence(is_shorter=True),
        "waiting",
        "Văn bản có trong sổ, chữ ký chưa xác thực được",
    ),
    "an old paper, compared": (
        a_document(**OLD),
        evidence(by_hand=(), old_paper=COMPARED),
        "waiting",
        "Văn bản nhập lại từ bản giấy",
    ),
    "an old paper without number, day or scan": (
        a_document(number=None, issued_on=None, **OLD),
        evidence(by_hand=(), old_paper=OldPaper(DAY, None)),
        "waiting",
        "Văn bản nhập lại từ bản giấy",
    ),
    "an old paper whose years are over": (
        a_document(period_from=2021, period_to=2021, **OLD),
        evidence(by_hand=(), old_paper=COMPARED),
        "waiting",
        "Văn bản nhập lại từ bản giấy",
    ),
    "an old paper that was replaced": (
        a_document(status=Status.REPLACED, **OLD),
        evidence(by_hand=(), old_paper=COMPARED),
        "waiting",
        "Văn bản nhập lại, đã được thay thế",
    ),
    "an old paper that was revoked": (
        a_document(status=Status.REVOKED, **OLD),
        evidence(by_hand=(), old_paper=COMPARED),
        "seal",
        "Văn bản nhập lại, đã bị thu hồi",
    ),
}


@pytest.mark.parametrize("state", STATES)
def test_each_state_has_its_own_answer(state):
    document, found, tone, title = STATES[state]
    verdict = verdict_of(document, found)
    assert (verdict.tone, verdict.title) == (tone, title)


@pytest.mark.parametrize("state", STATES)
def test_in_force_is_said_only_where_everything_was_checked(state):
    document, found, tone, title = STATES[state]
    said = " ".join(
        [verdict_of(document, found).title, *(mark.words for mark in marks_of(document, found))]
    ).lower()
    checked_by_all = tone == "success" and "còn hiệu lực" in title.lower()
    of_the_mark = all(mark.shape == "yes" for mark in marks_of(document, found)[:2])
    assert ("còn hiệu lực" in said) <= (checked_by_all or of_the_mark)
    assert "còn hiệu lực" not in verdict_of(document, found).title.lower() or checked_by_all


def test_number_and_day_are_said_or_said_to_be_unknown():
    first, *_ = marks_of(a_document(), evidence())
    assert first.more == "số 05/KH-UBND, ngày 05/01/2026"
    first, *_ = marks_of(
        a_document(number=None, issued_on=None, **OLD), evidence(old_paper=OldPaper(DAY, None))
    )
    assert first.more == "không rõ số, không rõ ngày; không phải bản chính, chưa đối chiếu với bản quét"


def test_of_an_old_paper_in_its_years_nobody_knows_whether_it_is_in_force():
    verdict = verdict_of(a_document(**OLD), evidence(by_hand=(), old_paper=COMPARED))
    assert "không biết văn bản đã bị thay thế, thu hồi trên giấy hay chưa" in verdict.words


def test_whoever_took_the_place_of_the_issuer_is_named():
    ended = a_document(ended=date(2026, 6, 30))
    assert "nay là UBND xã Hữu Lũng" in verdict_of(ended, evidence(heirs=("UBND xã Hữu Lũng",))).words
    assert "chưa ghi cơ quan nào kế thừa" in verdict_of(ended, evidence()).words


@pytest.mark.django_db
class TestOnThePage:
    def page(self, client, document: Document) -> str:
        return client.get(f"/xac-thuc/{document.verification_code}/").content.decode()

    def test_a_plan_of_this_year_is_in_force(self, office, client):
        document = issued(office, a_plan(office=office, period_to=today().year))
        assert "Văn bản thật, còn hiệu lực" in self.page(client, document)

    def test_after_its_issuer_has_ended_it_is_not_called_so(self, office, client):
        document = issued(office, a_plan(office=office, period_to=today().year))
        heir = Unit.objects.create(name="UBND xã Hữu Lũng", place=office.district, function="committee")
        UnitSuccession.objects.create(old=office.committee, new=heir, kind="merged")
        Unit.objects.filter(pk=office.committee.pk).update(valid_to=date(2025, 6, 30))
        shown = self.page(client, document)
        assert "còn hiệu lực" not in shown.lower()
        assert "nay là UBND xã Hữu Lũng" in shown

    def test_an_old_paper_in_its_years_is_never_called_so(self, office, client):
        document = carried_over(office, an_old_paper(office, period_to=today().year))
        shown = self.page(client, document).lower()
        assert "còn hiệu lực" not in shown
        assert "chưa rõ hiệu lực" in shown

    def test_revoked(self, office, client):
        document = issued(office, a_plan(office=office, period_to=today().year))
        perform(Action.REVOKE, document, office.hung, reason="Trái thẩm quyền.")
        shown = self.page(client, document)
        assert "Văn bản thật, đã bị thu hồi" in shown
        assert "còn hiệu lực" not in shown.replace("Không còn hiệu lực", "").lower()
