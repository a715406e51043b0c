"""Entering and changing a plan in the admin: what is typed is kept, what is left blank is read or put in order."""

import io
import zipfile
from decimal import Decimal

import pytest
from django.urls import reverse

from childlabour.units.models import Officer, Unit
from plans.admin import files
from plans.models import Assignment, Citation, Document, Recipient, Section, SectionKind, Task
from targets.models import Target
from tests.admin.pages import (
    address,
    as_shown,
    desk_of,
    list_of,
    messages_on,
    new_row,
    problems_on,
    words_on,
)
from tests.cast import a_plan, a_programme, an_issued_plan


def titles_on(page) -> list[str]:
    return [document.title for document in page.context["cl"].result_list]


class TestANewDocument:
    def test_is_entered_with_its_citations_parts_and_recipients(self, office, lan):
        desk, add = desk_of(lan), reverse("admin:plans_document_add")
        page = desk.get(add)
        sent = as_shown(page) | {
            "title": "Phòng, chống lao động trẻ em năm 2024",
            "period_from": "2024",
            "period_to": "2024",
            "issued_on": "01/6/2024",
        }
        sent |= new_row(page, Citation, text="Luật Trẻ em ngày 05/4/2016;")
        sent |= new_row(page, Section, heading="Mục tiêu", kind=SectionKind.OBJECTIVES)
        sent |= new_row(page, Recipient, text="- Như trên", purpose="act")
        answer = desk.post(add, sent)
        assert answer.status_code == 302, problems_on(answer)
        document = Document.objects.get(title="Phòng, chống lao động trẻ em năm 2024")
        assert document.unit == office.committee
        assert document.issued_on.isoformat() == "2024-06-01"
        assert [c.text for c in document.citations.all()] == ["Luật Trẻ em ngày 05/4/2016"]
        assert [s.heading for s in document.sections.all()] == ["Mục tiêu"]

    def test_comes_back_with_every_problem_and_everything_that_was_typed(self, office, lan):
        desk, add = desk_of(lan), reverse("admin:plans_document_add")
        page = desk.get(add)
        sent = as_shown(page) | {
            "title": "<b>Kế hoạch</b>",
            "period_from": "2025",
            "period_to": "2021",
            "issued_on": "31/02/2024",
            "orientation_year": "99999",
        }
        sent |= new_row(page, Citation, text="")
        sent |= new_row(page, Recipient, text="x" * 3000, purpose="act")
        answer = desk.post(add, sent)
        assert set(problems_on(answer)) == {"period_to", "issued_on", "orientation_year", "recipients-0-text"}
        again = as_shown(answer)
        assert {name: again[name] for name in ("title", "issued_on", "recipients-0-text")} == {
            "title": "<b>Kế hoạch</b>",
            "issued_on": "31/02/2024",
            "recipients-0-text": "x" * 3000,
        }
        assert "<b>Kế hoạch</b>" not in answer.content.decode()
        assert not Document.objects.exists()


class TestThePageOfADocument:
    def test_runs_in_the_order_of_the_paper(self, office, lan):
        words = words_on(desk_of(lan).get(address(a_plan(office=office))))
        places = [
            words.index(said)
            for said in ("Trích yếu", "Căn cứ\n", "Phần mở đầu", "Các phần\n", "Câu kết", "Nơi nhận\n")
        ]
        assert places == sorted(places)

    def test_leads_to_each_part_and_to_the_papers(self, office, lan):
        document = a_plan(office=office)
        page = desk_of(lan).get(address(document)).content.decode()
        for section in document.sections.all():
            assert f'href="{address(section)}">Mở phần này' in page
        for paper in ("sheet", "pdf", "word"):
            assert f'href="{reverse(f"public:{paper}", args=[document.pk])}"' in page

    def test_warns_of_due_dates_outside_the_period_and_saves(self, office, lan):
        document, desk = a_plan(office=office), desk_of(lan)
        sent = as_shown(desk.get(address(document))) | {"period_from": "2022", "period_to": "2022"}
        answer = desk.post(address(document), sent, follow=True)
        document.refresh_from_db()
        assert document.period_to == 2022
        assert sum("nằm ngoài kỳ" in said for said in messages_on(answer)) == 2

    def test_a_new_row_goes_to_the_end_and_a_placed_one_to_its_place(self, office, lan):
        document, desk = a_plan(office=office), desk_of(lan)
        page = desk.get(address(document))
        desk.post(
            address(document), as_shown(page) | new_row(page, Recipient, text="Công an huyện", purpose="act")
        )
        page = desk.get(address(document))
        placed = new_row(page, Recipient, text="Thường trực Huyện ủy", purpose="report", order=1)
        desk.post(address(document), as_shown(page) | placed)
        assert [r.text for r in document.recipients.all()] == [
            "UBND xã Tân Thành",
            "Thường trực Huyện ủy",
            "Lưu: VT, LĐTBXH",
            "Công an huyện",
        ]


class TestATargetInTheAdmin:
    def objectives(self, office) -> Section:
        return a_plan(office=office, targets=1).sections.get(kind=SectionKind.OBJECTIVES)

    def test_typed_as_a_sentence_is_read_into_its_parts(self, office, lan):
        section, desk = self.objectives(office), desk_of(lan)
        page = desk.get(address(section))
        row = new_row(page, Target, sentence="Trên 72% trẻ em có nguy cơ được hỗ trợ, can thiệp kịp thời.")
        answer = desk.post(address(section), as_shown(page) | row)
        assert answer.status_code == 302, problems_on(answer)
        target = section.targets.last()
        assert (target.comparator, target.value, target.unit) == (">", Decimal(72), "%")
        assert target.population == "trẻ em có nguy cơ"

    def test_in_words_only_stays_without_a_value(self, office, lan):
        section, desk = self.objectives(office), desk_of(lan)
        page = desk.get(address(section))
        row = new_row(page, Target, sentence="Nâng cao trách nhiệm của gia đình đối với trẻ em")
        assert desk.post(address(section), as_shown(page) | row).status_code == 302
        assert section.targets.last().value is None

    def test_of_150_per_cent_is_refused_at_its_sentence(self, office, lan):
        section, desk = self.objectives(office), desk_of(lan)
        page = desk.get(address(section))
        row = new_row(page, Target, sentence="Trên 150% trẻ em có nguy cơ được hỗ trợ")
        answer = desk.post(address(section), as_shown(page) | row)
        assert problems_on(answer) == {
            "targets-1-sentence": ["Giá trị tính bằng % phải từ 0 đến 100; đang ghi 150."]
        }

    def test_keeps_the_parts_that_someone_typed(self, office, lan):
        target, desk = self.objectives(office).targets.get(), desk_of(lan)
        sent = as_shown(desk.get(address(target))) | {"value": "4,9", "comparator": "<=", "unit": "%"}
        assert desk.post(address(target), sent).status_code == 302
        target.refresh_from_db()
        assert (target.comparator, target.value) == ("<=", Decimal("4.9"))

    def test_shows_its_value_with_a_comma(self, office, lan):
        target = self.objectives(office).targets.get()
        Target.objects.filter(pk=target.pk).update(value=Decimal("4.9"), comparator="<=")
        page = desk_of(lan).get(address(target))
        assert page.context["adminform"].form["value"].value() == "4,9"
        assert "xuống còn 4,9 %" in words_on(desk_of(lan).get(address(target.section)))

    def test_whose_parts_no_longer_say_the_sentence_is_pointed_out(self, office, lan):
        target, desk = self.objectives(office).targets.get(), desk_of(lan)
        sent = as_shown(desk.get(address(target))) | {"sentence": "Trên 90% cán bộ được tập huấn"}
        answer = desk.post(address(target), sent, follow=True)
        assert any("Câu chỉ tiêu và phần đo được" in said for said in messages_on(answer))

    def test_chooses_among_the_groups_of_its_own_programme(self, office, lan):
        a_programme("khac")
        target = self.objectives(office).targets.get()
        groups = desk_of(lan).get(address(target)).context["adminform"].form.fields["group"].queryset
        assert {group.programme_id for group in groups} == {office.programme.pk}


def test_a_part_keeps_the_kind_that_prints_what_it_holds(office, lan):
    section = a_plan(office=office).sections.get(kind=SectionKind.OBJECTIVES)
    desk = desk_of(lan)
    answer = desk.post(address(section), as_shown(desk.get(address(section))) | {"kind": "prose"})
    assert problems_on(answer) == {"kind": ["Phần này đang có 2 chỉ tiêu. Xóa hoặc chuyển chúng trước đã."]}


def test_a_task_is_given_to_units_on_its_own_page(office, lan):
    task = Task.objects.filter(section__document=a_plan(office=office)).first()
    desk = desk_of(lan)
    page = desk.get(address(task))
    row = new_row(page, Assignment, unit=office.front.pk, role="partner", due_on="15/8/2023")
    answer = desk.post(address(task), as_shown(page) | row)
    assert answer.status_code == 302, problems_on(answer)
    assert task.assignments.get(unit=office.front).due_on.isoformat() == "2023-08-15"


class TestSearch:
    @pytest.mark.parametrize("typed", ["vung sau", "VÙNG SÂU", "vùng sâu", "sau vung", "10/kh-ubnd vung"])
    def test_finds_with_and_without_marks_in_any_order(self, office, lan, typed):
        an_issued_plan(office=office, number=10, frozen=False, title="Trẻ em vùng sâu")
        an_issued_plan(office=office, number=11, frozen=False, title="Trẻ em thành thị")
        assert titles_on(desk_of(lan).get(list_of(Document), {"q": typed})) == ["Trẻ em vùng sâu"]

    @pytest.mark.parametrize("typed", ["\x00", "%", "'", "a" * 5000, "🙂", "%00"])
    def test_takes_anything(self, office, lan, typed):
        assert desk_of(lan).get(list_of(Document), {"q": typed}, follow=True).status_code == 200

    @pytest.mark.parametrize(
        ("model", "typed", "found"),
        [(Unit, "cong an", "Công an huyện Hữu Lũng"), (Officer, "hoang thi lan", "Hoàng Thị Lan")],
    )
    def test_finds_units_and_people_alike(self, office, keeper, model, typed, found):
        page = desk_of(keeper).get(list_of(model), {"q": typed})
        assert [getattr(row, "full_name", None) or row.name for row in page.context["cl"].result_list] == [
            found
        ]

    def test_a_unit_is_proposed_by_a_few_letters(self, office, lan):
        asked = {"app_label": "plans", "model_name": "recipient", "field_name": "unit", "term": "mat tran"}
        found = desk_of(lan).get(reverse("admin:autocomplete"), asked).json()["results"]
        assert [row["text"] for row in found] == [str(office.front)]


class TestFilters:
    def test_narrow_by_year_issuer_and_own_unit(self, office, lan):
        an_issued_plan(office=office, frozen=False, title="Năm 2023")
        an_issued_plan(office=office, frozen=False, title="Giai đoạn", period_from=2021, period_to=2025)
        other = an_issued_plan(office.other_committee, office=office, frozen=False, title="Bắc Sơn")
        desk, documents = desk_of(lan), list_of(Document)
        assert titles_on(desk.get(documents, {"nam": "2025"})) == ["Giai đoạn"]
        assert set(titles_on(desk.get(documents, {"cua-toi": "co"}))) == {"Năm 2023", "Giai đoạn"}
        assert titles_on(desk.get(documents, {"co-quan": str(other.unit_id)})) == ["Bắc Sơn"]
        assert titles_on(desk.get(documents, {"status__exact": "draft"})) == []

    @pytest.mark.parametrize(
        "asked",
        [
            "nam=abc",
            "nam=99999",
            "co-quan=x",
            "co-quan=99999999999999999999",
            "unit=99999999999999999999",
            "unit__id__exact=x",
            "programme__id__exact=99999999999999999999",
            "vai=1",
            "status=%00",
            "e=1",
        ],
    )
    def test_a_filter_that_means_nothing_breaks_nothing(self, office, lan, asked):
        a_plan(office=office)
        assert desk_of(lan).get(f"{list_of(Document)}?{asked}", follow=True).status_code == 200


class TestManyPapersAtOnce:
    def zip_of(self, desk, action: str, *documents: Document):
        return desk.post(
            list_of(Document),
            {"action": action, "_selected_action": [document.pk for document in documents]},
            follow=True,
        )

    @pytest.mark.parametrize(("action", "ending"), [("zip_of_pdfs", "pdf"), ("zip_of_pages", "html")])
    def test_come_in_one_archive_with_names_of_their_own(self, office, lan, action, ending):
        issued = an_issued_plan(office=office, number=10)
        twin = an_issued_plan(office.other_committee, office=office, number=10)
        answer = self.zip_of(desk_of(lan), action, issued, twin, a_plan(office=office))
        names = zipfile.ZipFile(io.BytesIO(answer.content)).namelist()
        assert len(set(names)) == 3
        assert {f"ke-hoach-10-kh-ubnd-2023.{ending}", f"ke-hoach-10-kh-ubnd-2023-2.{ending}"} <= set(names)

    def test_an_issued_one_is_the_stored_paper(self, office, lan):
        issued = an_issued_plan(office=office, number=10)
        answer = self.zip_of(desk_of(lan), "zip_of_pdfs", issued)
        archive = zipfile.ZipFile(io.BytesIO(answer.content))
        assert archive.read("ke-hoach-10-kh-ubnd-2023.pdf") == bytes(issued.issue.pdf)

    def test_too_many_are_refused_with_the_number_that_is_allowed(self, office, lan, monkeypatch):
        monkeypatch.setattr(files, "MOST_AT_ONCE", 2)
        documents = [an_issued_plan(office=office, frozen=False) for _ in range(3)]
        answer = self.zip_of(desk_of(lan), "zip_of_pdfs", *documents)
        assert messages_on(answer) == [
            "Đã chọn 3 văn bản; mỗi lần xuất nhiều nhất 2. Lọc bớt hoặc chia thành nhiều lần."
        ]

    def test_a_foreign_draft_asked_for_by_its_id_is_not_among_them(self, office, lan):
        foreign = a_plan(office.other_committee, office=office)
        own = a_plan(office=office)
        answer = self.zip_of(desk_of(lan), "zip_of_pages", foreign, own)
        assert zipfile.ZipFile(io.BytesIO(answer.content)).namelist() == [f"ke-hoach-{own.pk}.html"]
