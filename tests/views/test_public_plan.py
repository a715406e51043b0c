"""A plan to read: the words of the paper, its targets with their parts, who does what, what stands above and below."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from childlabour.units.models import Place, PlaceSuccession, Unit, UnitSuccession
from plans.models import Assignment, Citation, Document, Relation, Section, Task
from targets.models import Target
from tests.cast import a_letter, a_plan, a_target, an_issued_plan

pytestmark = pytest.mark.django_db


def read(client, document: Document) -> str:
    """The page as text between tags, blanks squeezed."""
    return " ".join(client.get(document.get_absolute_url()).content.decode().split())


@pytest.fixture
def document(office) -> Document:
    return an_issued_plan(
        frozen=False, number=5, issued_on=date(2023, 6, 1), title="Thực hiện Chương trình năm 2023"
    )


def objectives(document: Document) -> Section:
    return document.sections.get(kind="objectives")


def test_numbers_and_dates_are_written_as_on_the_paper(client, document):
    page = read(client, document)
    assert "Kế hoạch số 05/KH-UBND" in page
    assert "ngày 01/6/2023" in page
    assert "Năm 2023" in page


def test_a_target_shows_its_comparator_its_value_and_its_group(client, document):
    document.sections.get(kind="objectives").targets.all().delete()
    target = a_target(objectives(document), value=72, group=document.programme.groups.get(code="MT2"))
    target.statement = target.statement.__class__(**{**vars(target.statement), "value": Decimal("4.9")})
    target.save()
    page = read(client, document)
    assert "<span>trên</span> <b>4,9 %</b>" in page
    assert "Truyền thông về phòng ngừa, giảm thiểu lao động trẻ em" in page


def test_a_target_in_words_only_is_called_so(client, document):
    a_target(objectives(document), value=None).save()
    assert "định tính" in read(client, document)


def test_the_upper_target_stands_beside_ours(client, document):
    upper_document = an_issued_plan(frozen=False, number=782, kind="QĐ", symbol="QĐ-TTg")
    upper, ours = objectives(upper_document).targets.first(), objectives(document).targets.first()
    Target.objects.filter(pk=ours.pk).update(upper=upper, weaker_reason="Địa bàn vùng cao")
    page = read(client, document)
    assert f"Cấp trên (782/QĐ-TTg): {upper.measure}" in page
    assert f'href="/ke-hoach/{upper_document.pk}/#target-{upper.pk}"' in page
    assert "Địa bàn vùng cao" in page


def test_tasks_name_who_leads_who_helps_by_when_and_with_what(client, document, office):
    section = Section.objects.create(document=document, order=9, kind="tasks", heading="Nhiệm vụ")
    task = Task.objects.create(
        section=section, heading="Rà soát", due_on=date(2023, 2, 5), product="Danh sách"
    )
    Assignment.objects.create(task=task, unit=office.police)
    Assignment.objects.create(task=task, unit=office.school, role="partner")
    page = read(client, document)
    for words in ("Công an huyện Hữu Lũng", "Trường Trung học cơ sở xã Tân Thành", "05/02/2023", "Danh sách"):
        assert f"<dd>{words}</dd>" in page


def test_duties_stand_under_the_unit_as_the_paper_names_it(client, document, office):
    section = document.sections.get(kind="organisation")
    task = Task.objects.create(
        section=section,
        order=99,
        details="Tham mưu bố trí ngân sách.",
        units_as_printed="Công chức Tài chính",
    )
    Assignment.objects.create(task=task, unit=office.people_of_tan_thanh)
    page = read(client, document)
    assert "Công chức Tài chính</h3>" in page
    assert f'href="/don-vi/{office.people_of_tan_thanh.pk}/"' in page


def test_a_cited_plan_of_ours_is_a_link_and_a_draft_is_not(client, document, office):
    issued = an_issued_plan(office.other_committee, frozen=False, number=192)
    Citation.objects.create(document=document, order=5, text="Kế hoạch số 192/KH-UBND", cited_document=issued)
    assert f'<a href="/ke-hoach/{issued.pk}/">Kế hoạch số 192/KH-UBND</a>' in read(client, document)
    Document.objects.filter(pk=issued.pk).update(status="cancelled")
    assert f"/ke-hoach/{issued.pk}/" not in read(client, document)


def test_the_cascade_is_shown_from_the_top_down(client, office):
    decision = an_issued_plan(frozen=False, kind="QĐ", symbol="QĐ-TTg", number=782)
    Place.objects.filter(pk=office.district.pk).update(level="country")
    district = an_issued_plan(office.other_committee, frozen=False, parent=decision, number=192)
    commune = an_issued_plan(office.people_of_tan_thanh, frozen=False, parent=district, number=5)
    page = client.get(commune.get_absolute_url())
    assert page.context["steps"] == [
        ("QĐ 782", decision.get_absolute_url()),
        ("Bắc Sơn", district.get_absolute_url()),
        ("Tân Thành", ""),
    ]
    assert commune.get_absolute_url() in read(client, district)


def test_many_plans_below_are_counted_and_listed_apart(client, document, office):
    for number in range(14):
        an_issued_plan(office.other_committee, frozen=False, parent=document, number=number + 1)
    page = read(client, document)
    assert f'href="/ke-hoach/?parent={document.pk}">Cả 14 văn bản cấp dưới' in page


def test_a_later_act_is_named_on_the_earlier_and_the_reverse(client, document, office):
    later = an_issued_plan(office.other_committee, frozen=False, number=9, title="Kế hoạch thay thế")
    Relation.objects.create(later=later, earlier=document, kind="amends")
    assert "đã được sửa đổi, bổ sung bởi" in read(client, document)
    assert f'href="/ke-hoach/{later.pk}/">Kế hoạch số 09/KH-UBND ngày 26/5/2023</a>' in read(client, document)
    assert "Sửa đổi, bổ sung: <a" in read(client, later)

    Relation.objects.update(kind="replaces")
    Document.objects.filter(pk=document.pk).update(status="replaced")
    assert f'chỉ còn để tra cứu. Xem <a href="/ke-hoach/{later.pk}/">' in read(client, document)


def test_a_change_still_in_draft_changes_nothing(client, document, office):
    Relation.objects.create(later=a_plan(), earlier=document, kind="amends")
    assert "sửa đổi, bổ sung" not in read(client, document)


def test_a_letter_is_addressed(client, office):
    letter = a_letter(period_from=2022, period_to=2022)
    Document.objects.filter(pk=letter.pk).update(
        status="issued", number=464, number_year=2022, issued_on=date(2022, 3, 3)
    )
    page = read(client, letter)
    assert "Kính gửi" in page
    assert "Về việc triển khai công tác trẻ em" in page


def test_what_became_of_the_office_is_told(client, document, office):
    commune = Place.objects.create(level="commune", name="xã Hữu Lũng", valid_from=date(2025, 7, 1))
    PlaceSuccession.objects.create(
        old=office.district, new=commune, kind="split", legal_basis="Nghị quyết 1672"
    )
    Unit.objects.filter(pk=office.committee.pk).update(valid_to=date(2025, 6, 30))
    page = read(client, document)
    assert "kết thúc hoạt động hết ngày 30/6/2025, nay là xã Hữu Lũng (Nghị quyết 1672)." in page

    heir = Unit.objects.create(name="Ủy ban nhân dân xã Hữu Lũng", place=commune)
    UnitSuccession.objects.create(old=office.committee, new=heir, kind="split")
    assert f'nay là <a href="/don-vi/{heir.pk}/">' in read(client, document)
    assert "Kế thừa <a" in " ".join(client.get(f"/don-vi/{heir.pk}/").content.decode().split())


def test_the_source_of_the_text_is_named(client, document):
    Document.objects.filter(pk=document.pk).update(source_note="Nhập lại từ bản công bố.")
    assert "Nhập lại từ bản công bố." in read(client, document)


def test_markup_in_a_plan_is_text(client, document):
    Document.objects.filter(pk=document.pk).update(
        title="<b>x</b>", preamble="<script>y</script>", closing="<i>z</i>"
    )
    document.sections.update(body="<img src=x onerror=alert(1)>")
    page = read(client, document)
    for markup in ("<b>x", "<script>y", "<i>z", "<img"):
        assert markup not in page


def test_the_hash_of_the_issued_paper_is_shown(client, office):
    document = an_issued_plan()
    assert document.issue.sha256 in read(client, document)


def test_an_office_shows_its_plans_and_its_tasks(client, document, office):
    page = " ".join(
        client.get(reverse("public:unit", args=[office.people_of_tan_thanh.pk])).content.decode().split()
    )
    assert "Nhiệm vụ 1: rà soát trẻ em có nguy cơ" in page
    assert "30/11/2023" in page
    assert "Đơn vị chưa ban hành văn bản nào" in page


def test_tasks_of_a_revoked_plan_are_not_on_the_office_any_more(client, document, office):
    Document.objects.filter(pk=document.pk).update(status="revoked")
    page = client.get(reverse("public:unit", args=[office.people_of_tan_thanh.pk])).content.decode()
    assert "Nhiệm vụ 1" not in page


def test_a_programme_shows_what_the_state_promised(client, document):
    an_issued_plan(frozen=False, kind="QĐ", symbol="QĐ-TTg", number=782, targets=3)
    page = " ".join(client.get(reverse("public:programme", args=["782"])).content.decode().split())
    assert "<span>trên</span> <b>53 %</b>" in page
    assert "Phòng ngừa, phát hiện, hỗ trợ, can thiệp lao động trẻ em" in page
    assert client.get(reverse("public:programme", args=["khong-co"])).status_code == 404
