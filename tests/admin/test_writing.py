"""Entering and changing a document in the admin: what is typed is kept, what was not touched stays as it was."""

import io
import zipfile
from dataclasses import replace
from datetime import date

import pytest
from django.db import transaction
from django.urls import reverse

from childlabour.units.models import Officer, Unit
from plans.admin import files
from plans.content.asking import content_of
from plans.drafting.changing import lay_change
from plans.models import Assignment, Document, StoredBlock, Task
from targets.models import Target
from tests.admin.pages import (
    address,
    as_shown,
    desk_of,
    list_of,
    messages_on,
    problems_on,
    words_on,
)
from tests.cast import a_plan, an_issued_plan, revised
from tests.content import writing


def titles_on(page) -> list[str]:
    return [document.title for document in page.context["cl"].result_list]


class TestANewDocument:
    def test_is_entered_with_its_citations_words_and_recipients(self, office, lan):
        desk, add = desk_of(lan), reverse("admin:plans_document_add")
        sent = as_shown(desk.get(add)) | {
            "title": "Phòng, chống lao động trẻ em năm 2024",
            "period_from": "2024",
            "period_to": "2024",
            "issued_on": "01/6/2024",
            "citation_lines": "Luật Trẻ em ngày 05/4/2016;\r\n",
            "body_lines": "I. Mục tiêu\r\n- Trên 72% trẻ em được hỗ trợ.\r\n\r\nTT | Việc\r\n1 | Rà soát",
            "recipient_lines": "- Như trên;\r\nLưu: VT.",
        }
        answer = desk.post(add, sent)
        assert answer.status_code == 302, problems_on(answer)
        document = Document.objects.get(title="Phòng, chống lao động trẻ em năm 2024")
        assert document.unit == office.committee
        assert document.issued_on.isoformat() == "2024-06-01"
        content = content_of(document)
        assert [ground.text for ground in content.citations] == ["Luật Trẻ em ngày 05/4/2016"]
        assert content.citations[0].date == date(2016, 4, 5)
        assert [(block.type, block.printed) for block in content.blocks] == [
            ("part", "I. Mục tiêu"),
            ("paragraph", "- Trên 72% trẻ em được hỗ trợ."),
            ("table", ""),
            ("row", "TT | Việc"),
            ("row", "1 | Rà soát"),
        ]
        assert [(one.text, one.purpose) for one in content.recipients] == [
            ("Như trên", "act"),
            ("Lưu: VT", "file"),
        ]
        assert document.versions.count() == 1

    def test_comes_back_with_every_problem_and_everything_that_was_typed(self, office, lan):
        desk, add = desk_of(lan), reverse("admin:plans_document_add")
        typed = {
            "title": "<b>Kế hoạch</b>",
            "period_from": "2025",
            "period_to": "2021",
            "issued_on": "31/02/2024",
            "orientation_year": "99999",
            "body_lines": "- " + "x" * 400,
            "recipient_lines": "Như trên\n" + "x " * 2_000,
        }
        answer = desk.post(add, as_shown(desk.get(add)) | typed)
        said = problems_on(answer)
        assert set(said) == {"period_to", "issued_on", "orientation_year", "body_lines", "recipient_lines"}
        assert "quá 300" in said["body_lines"][0]
        again = as_shown(answer)
        for name in ("title", "issued_on", "body_lines", "recipient_lines"):
            assert again[name] == typed[name]
        assert "<b>Kế hoạch</b>" not in answer.content.decode()
        assert not Document.objects.exists()


class TestThePageOfADocument:
    def test_runs_in_the_order_of_the_paper(self, office, lan):
        words = words_on(desk_of(lan).get(address(a_plan(office=office))))
        places = [
            words.index(said)
            for said in ("Trích yếu", "Căn cứ:", "Nội dung (mỗi", "Nơi nhận:", "Họ và tên người ký:")
        ]
        assert places == sorted(places)

    def test_holds_the_words_a_block_a_line(self, office, lan):
        document = a_plan(office=office, targets=1, tasks=1)
        lines = as_shown(desk_of(lan).get(address(document)))["body_lines"].split("\n")
        assert lines[:4] == [
            "Ủy ban nhân dân ban hành Kế hoạch như sau:",
            "I. Mục đích",
            "1. Nâng cao nhận thức.",
            "2. Can thiệp sớm.",
        ]
        assert len(lines) == len(content_of(document).blocks)

    def test_leads_to_the_papers(self, office, lan):
        document = a_plan(office=office)
        page = desk_of(lan).get(address(document)).content.decode()
        for paper in ("sheet", "pdf", "word"):
            assert f'href="{reverse(f"public:{paper}", args=[document.pk])}"' in page

    def test_warns_of_due_dates_outside_the_period_and_saves(self, office, lan):
        document, desk = a_plan(office=office), desk_of(lan)
        sent = as_shown(desk.get(address(document))) | {"period_from": "2022", "period_to": "2022"}
        answer = desk.post(address(document), sent, follow=True)
        document.refresh_from_db()
        assert document.period_to == 2022
        assert sum("nằm ngoài kỳ" in said for said in messages_on(answer)) == 2

    def test_that_is_sent_back_untouched_changes_nothing(self, office, lan):
        document, desk = a_plan(office=office), desk_of(lan)
        grown(
            document,
            writing.table(50, 50),
            writing.row("**a**", "b"),
            writing.paragraph("\N{NO-BREAK SPACE}x"),
        )
        before, versions = content_of(document), document.versions.count()
        assert desk.post(address(document), as_shown(desk.get(address(document)))).status_code == 302
        assert content_of(Document.objects.get(pk=document.pk)) == before
        assert document.versions.count() == versions

    def test_keeps_the_keys_and_the_meaning_of_lines_that_stay(self, office, lan):
        document, desk = a_plan(office=office), desk_of(lan)
        before = {block.key: block for block in content_of(document).blocks}
        sent = as_shown(desk.get(address(document)))
        sent["body_lines"] = (
            sent["body_lines"]
            .replace("Can thiệp sớm.", "Can thiệp kịp thời.")
            .replace("I. Mục đích\n", "I. Mục đích\nMột đoạn mới.\n")
        )
        assert desk.post(address(document), sent).status_code == 302
        after = content_of(Document.objects.get(pk=document.pk)).blocks
        changed = [block.text for block in after if before.get(block.key) != block]
        assert changed == ["Một đoạn mới.", "Can thiệp kịp thời."]
        assert before.keys() < {block.key for block in after}
        assert document.versions.count() == 1

    def test_keeps_what_hangs_on_a_line_that_was_moved_or_typed_again(self, office, lan):
        document, desk = a_plan(office=office, targets=1, tasks=1), desk_of(lan)
        meant = {block.key: block for block in content_of(document).blocks if block.task or block.targets}
        sent = as_shown(desk.get(address(document)))
        task, target = (
            next(line for line in sent["body_lines"].split("\n") if words in line)
            for words in ("Nhiệm vụ 1", "Trên 51%")
        )
        rest = [line for line in sent["body_lines"].split("\n") if line not in (task, target)]

        def stand_after(*lines):
            page = as_shown(desk.get(address(document))) | {"body_lines": "\n".join(lines)}
            assert desk.post(address(document), page).status_code == 302
            blocks = content_of(Document.objects.get(pk=document.pk)).blocks
            return {block.key: block for block in blocks if block.task or block.targets}

        assert stand_after(target, *rest, task) == meant
        assert stand_after(*rest) == {}
        assert stand_after(*rest, task, target) == meant

    def test_keeps_what_is_known_of_a_recipient_and_a_citation(self, office, lan):
        document, desk = a_plan(office=office), desk_of(lan)
        sent = as_shown(desk.get(address(document)))
        sent["recipient_lines"] = f"Thường trực Huyện ủy\n{sent['recipient_lines']}"
        desk.post(address(document), sent)
        assert [(one.text, one.unit_id) for one in document.recipients.all()] == [
            ("Thường trực Huyện ủy", None),
            ("UBND xã Tân Thành", office.people_of_tan_thanh.pk),
            ("Lưu: VT, LĐTBXH", None),
        ]
        assert [one.act_number for one in document.citations.all()] == ["782/QĐ-TTg"]

    @pytest.mark.parametrize(
        ("line", "said"),
        [
            ("\uf0b7 Can thiệp sớm", "U+F0B7"),
            ("a | " * 30 + "b", "cột"),
            ("x" * 20_001, "quá 20000"),
        ],
    )
    def test_says_what_cannot_stand_and_keeps_it(self, office, lan, line, said):
        document, desk = a_plan(office=office), desk_of(lan)
        sent = as_shown(desk.get(address(document))) | {"body_lines": line}
        answer = desk.post(address(document), sent)
        assert said in " ".join(problems_on(answer)["body_lines"])
        assert as_shown(answer)["body_lines"] == line


class TestTwoPeopleAtOnce:
    def test_nobody_is_overwritten_unknowingly_and_what_was_typed_stays(self, office, lan):
        document, desk = a_plan(office=office), desk_of(lan)
        sent = as_shown(desk.get(address(document))) | {"body_lines": "I. Của tôi"}
        before = content_of(document)
        theirs = replace(before, blocks=(*before.blocks, writing.paragraph("Của anh Hùng.")))
        with transaction.atomic():
            lay_change(document, office.hung, before, theirs)
        answer = desk.post(address(document), sent)
        assert answer.status_code == 200
        (said,) = problems_on(answer)["__all__"]
        assert said.startswith("Chưa lưu: từ khi mở trang này, Vi Văn Hùng đã sửa văn bản.")
        assert as_shown(answer)["body_lines"] == "I. Của tôi"
        assert content_of(Document.objects.get(pk=document.pk)) == theirs
        assert desk.post(address(document), as_shown(answer)).status_code == 200, "and again"

    @pytest.mark.parametrize(
        "theirs", [{"title": "Của anh Hùng"}, {"period_to": 2025}, {"source_note": "Theo báo."}]
    )
    def test_nothing_beside_the_body_is_overwritten_either(self, office, lan, theirs):
        document, desk = a_plan(office=office), desk_of(lan)
        sent = as_shown(desk.get(address(document))) | {"seat": "Hữu Lũng"}
        Document.objects.filter(pk=document.pk).update(**theirs)
        assert "__all__" in problems_on(desk.post(address(document), sent))
        ((name, value),) = theirs.items()
        assert getattr(Document.objects.get(pk=document.pk), name) == value

    def test_a_page_opened_before_that_says_nothing_else_goes_through(self, office, lan):
        document, desk = a_plan(office=office), desk_of(lan)
        sent = as_shown(desk.get(address(document))) | {"body_lines": "I. Của tôi"}
        desk.post(address(document), sent)
        assert desk.post(address(document), sent).status_code == 302, "pressed twice"


class TestWhatHangsOnTheWords:
    def test_is_read_with_its_values_and_leads_to_the_words(self, office, lan):
        target = Target.objects.filter(block__document=a_plan(office=office)).first()
        page = desk_of(lan).get(address(target))
        assert "51" in words_on(page)
        assert "Phòng ngừa, phát hiện, hỗ trợ, can thiệp lao động trẻ em" in words_on(page)
        spot = reverse("desk:spot", args=[target.block.document_id, f"block-{target.block.key}"])
        assert f'href="{spot}">Mở ở bàn soạn thảo' in page.content.decode()

    def test_of_an_issued_document_leads_to_its_page(self, office, lan):
        document = an_issued_plan(office=office, frozen=False)
        task = Task.objects.filter(block__document=document).first()
        page = desk_of(lan).get(address(task)).content.decode()
        assert f'href="{document.get_absolute_url()}#khoi-{task.block.key}">Đọc trong văn bản' in page

    def test_a_block_is_found_by_its_words(self, office, lan):
        document = a_plan(office=office)
        found = desk_of(lan).get(list_of(StoredBlock), {"q": "can thiep som"}).context["cl"].result_list
        assert [block.document for block in found] == [document]

    def test_a_block_that_was_taken_away_is_not(self, office, lan):
        document = a_plan(office=office)
        revised(document, lambda content: replace(content, blocks=content.blocks[:2]))
        found = desk_of(lan).get(list_of(StoredBlock), {"q": "can thiep som"}).context["cl"].result_list
        assert list(found) == []

    def test_a_unit_is_given_a_day_of_its_own(self, office, lan):
        given = Assignment.objects.filter(task__block__document=a_plan(office=office)).first()
        desk = desk_of(lan)
        sent = as_shown(desk.get(address(given))) | {"due_on": "15/8/2023", "unit": office.front.pk}
        assert desk.post(address(given), sent).status_code == 302
        was, given = given, Assignment.objects.get(pk=given.pk)
        assert (given.due_on.isoformat(), given.unit) == ("2023-08-15", was.unit)


def grown(document: Document, *blocks) -> Document:
    return revised(document, lambda content: replace(content, blocks=(*content.blocks, *blocks)))


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
        asked = {"app_label": "plans", "model_name": "document", "field_name": "unit", "term": "mat tran"}
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
