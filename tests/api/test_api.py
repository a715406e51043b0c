"""The open data: what is shown to whom, in which shape, at which price."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client

from childlabour.core.api import PerAddress, refuse
from childlabour.core.errors import Problem, Refusal
from plans.content.asking import content_of
from plans.content.values import CameFrom, ChargeMark, TaskMark
from plans.content.words import lost, words_in, words_of
from plans.models import Citation, Document, Relation, RelationKind, Status, Task
from targets.models import Target
from tests.cast import a_letter, a_plan, an_issued_plan, long_plan, many_issued_plans, revised
from tests.content import writing

pytestmark = pytest.mark.django_db

ROOMS = ("plans", "targets", "tasks", "units", "programmes")


@pytest.fixture(autouse=True)
def _nobody_has_called_yet():
    cache.clear()


def asked(path: str, officer=None, **query) -> dict:
    client = Client()
    if officer:
        client.force_login(officer)
    answer = client.get(f"/api/v1/{path}", query)
    assert answer.status_code == 200, answer.content
    return json.loads(answer.content)


def ids(path: str, officer=None, **query) -> set[int]:
    return {row["id"] for row in asked(path, officer, **query)["results"]}


def refused(path: str, status: int, *, method: str = "get", **query) -> list[dict]:
    answer = getattr(Client(), method)(f"/api/v1/{path}", query)
    assert answer.status_code == status, answer.content
    assert answer["Content-Type"] == "application/json"
    return answer.json()["problems"]


class TestWhoSeesWhat:
    def test_the_public_sees_what_is_issued_and_nothing_of_drafts(self, office):
        issued, draft = an_issued_plan(office=office, frozen=False), a_plan(office=office)
        assert ids("plans/") == {issued.pk}
        for room in ("targets/", "tasks/"):
            assert {row["plan"] for row in asked(room)["results"]} == {issued.pk}
        refused(f"plans/{draft.pk}/", 404)
        refused(f"targets/{Target.objects.filter(block__document=draft).first().pk}/", 404)
        refused(f"tasks/{Task.objects.filter(block__document=draft).first().pk}/", 404)

    def test_an_officer_sees_the_drafts_of_the_own_units_too(self, office, lan):
        own, foreign = a_plan(office=office), a_plan(office.other_committee, office=office)
        assert ids("plans/", lan) == {own.pk}
        assert {row["plan"] for row in asked("targets/", lan)["results"]} == {own.pk}
        assert {row["plan"] for row in asked("tasks/", lan)["results"]} == {own.pk}
        assert ids("plans/", office.mai) == {foreign.pk}

    def test_the_keeper_sees_all(self, office, keeper):
        drafts = {a_plan(office=office).pk, a_plan(office.other_committee, office=office).pk}
        assert ids("plans/", keeper) == drafts

    def test_a_draft_is_not_betrayed_by_what_points_at_it(self, office, keeper):
        upper = a_plan(office.other_committee, office=office)
        document = an_issued_plan(office=office, frozen=False, parent=upper)
        Target.objects.filter(block__document=document).update(
            upper=Target.objects.filter(block__document=upper).first()
        )
        Citation.objects.filter(document=document).update(cited_document=upper)
        lower = a_plan(office.people_of_tan_thanh, office=office, parent=document)
        told = asked(f"plans/{document.pk}/")
        assert (told["parent"], told["children"]) == (None, [])
        assert told["citations"][0]["cited_plan"] is None
        assert {t["upper"] for s in told["sections"] for t in s["targets"]} == {None}
        assert not [mark for block in told["blocks"] for mark in block.get("targets", ()) if "upper" in mark]
        assert asked("plans/")["results"][0]["parent"] is None
        told = asked(f"plans/{document.pk}/", keeper)
        assert (told["parent"], told["children"]) == (upper.pk, [lower.pk])
        assert told["citations"][0]["cited_plan"] == upper.pk
        assert None not in {t["upper"] for s in told["sections"] for t in s["targets"]}


class TestShapes:
    def test_a_document_in_a_list(self, office):
        document = an_issued_plan(office=office, number=5, frozen=False, title="Kế hoạch\nnăm 2023")
        (row,) = asked("plans/")["results"]
        assert row == {
            "id": document.pk,
            "kind": "KH",
            "kind_name": "Kế hoạch",
            "number": 5,
            "symbol": "KH-UBND",
            "code": "05/KH-UBND",
            "title": "Kế hoạch năm 2023",
            "issuer": {"id": office.committee.pk, "name": "Ủy ban nhân dân huyện Hữu Lũng"},
            "issued_on": "2023-05-26",
            "period_from": 2023,
            "period_to": 2023,
            "orientation_year": None,
            "programme": "782",
            "parent": None,
            "status": "issued",
            "origin": "here",
            "page": f"http://testserver/ke-hoach/{document.pk}/",
            "pdf": f"http://testserver/ke-hoach/{document.pk}/pdf/",
            "authentic": "",
            "authentic_copy": None,
        }

    def test_a_letter_is_of_the_kind_cv_though_its_symbol_has_none(self, office, lan):
        a_letter(office=office)
        (row,) = asked("plans/", lan)["results"]
        assert (row["kind"], row["symbol"], row["code"]) == ("CV", "UBND-LĐTBXH", "")

    def test_a_whole_document_runs_in_the_order_of_its_paper(self, office):
        document = an_issued_plan(office=office, frozen=False)
        told = asked(f"plans/{document.pk}/")
        assert [section["heading"] for section in told["sections"]] == [
            "Mục đích",
            "Mục tiêu",
            "Tổ chức thực hiện",
        ]
        assert told["citations"][0]["act_date"] == "2021-05-27"
        assert [recipient["text"] for recipient in told["recipients"]] == [
            "UBND xã Tân Thành",
            "Lưu: VT, LĐTBXH",
        ]
        assert told["signature_lines"] == ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]

    @pytest.mark.parametrize(
        ("value", "written"), [("4.9", "4.9"), ("72", "72"), ("100.0000", "100"), ("0.5", "0.5"), ("0", "0")]
    )
    def test_a_value_is_text_with_a_point_and_no_idle_zeros(self, office, value, written):
        document = a_plan(office=office, targets=1)
        Target.objects.update(value=Decimal(value))
        Document.objects.filter(pk=document.pk).update(
            status=Status.ISSUED, number=1, number_year=2023, issued_on=date(2023, 5, 26)
        )
        (row,) = asked("targets/")["results"]
        assert row["value"] == written
        assert row["comparator"] == ">"
        assert row["measure"].startswith("trên ")

    def test_a_target_in_words_has_neither_value_nor_comparator(self, office, lan):
        a_plan(office=office, targets=1)
        Target.objects.update(value=None, comparator="")
        (row,) = asked("targets/", lan)["results"]
        assert (row["value"], row["comparator"], row["measure"]) == (None, None, "")

    def test_a_task_names_its_units_and_their_days(self, office, lan):
        a_plan(office=office, tasks=1)
        (row,) = asked("tasks/", lan)["results"]
        assert row["due_on"] == "2023-11-30"
        assert row["assignments"] == [
            {
                "unit": {"id": office.people_of_tan_thanh.pk, "name": "Ủy ban nhân dân xã Tân Thành"},
                "role": "lead",
                "is_inherited": False,
                "due_on": "2023-11-30",
                "added_at": None,
            }
        ]

    def test_a_programme_is_known_by_its_code(self, office):
        told = asked("programmes/782/")
        assert [group["code"] for group in told["groups"]] == ["MT1", "MT2", "MT3", "DH2030"]

    def test_a_unit_tells_where_it_sits(self, office):
        told = asked(f"units/{office.labour.pk}/")
        assert told["place"]["name"] == "huyện Hữu Lũng"
        assert told["superior"]["id"] == office.committee.pk


class TestTheBody:
    """Blocks, and what the API told of a body before there were blocks."""

    def test_is_told_block_by_block_with_what_hangs_on_each(self, office, lan):
        draft = a_plan(office=office, targets=1, tasks=1)
        told = asked(f"plans/{draft.pk}/", lan)
        assert told["version"] == 2
        assert [block["key"] for block in told["blocks"]] == [b.key for b in content_of(draft).blocks]
        (target,) = (block for block in told["blocks"] if block.get("targets"))
        assert target["runs"] == [
            [
                "Trên 51% cán bộ, giáo viên được cung cấp kiến thức về phòng ngừa lao động trẻ em",
                False,
                False,
                ["t0"],
            ],
            [".", False, False, []],
        ]
        assert (target["marker"], target["targets"][0]["statement"]["value"]) == ("-", "51")
        (task,) = (block for block in told["blocks"] if "task" in block)
        assert task["task"]["lead"] == [office.people_of_tan_thanh.pk]

    def test_of_a_table_tells_its_cells(self, office, lan):
        draft = a_plan(office=office)
        cells = writing.cell("**Việc**", across=2), "Ai làm"
        with_table = (writing.table(30, 30, 40, key="bang"), writing.row(*cells, key="hang"))
        revised(draft, lambda content: replace(content, blocks=(*content.blocks, *with_table)))
        *_, table, row = asked(f"plans/{draft.pk}/", lan)["blocks"]
        assert table["columns"] == [[30, "left"], [30, "left"], [40, "left"]]
        assert row["cells"] == [
            {"paragraphs": [[["Việc", True, False, []]]], "across": 2},
            {"paragraphs": [[["Ai làm", False, False, []]]]},
        ]

    def test_is_told_in_sections_as_before(self, office):
        document = an_issued_plan(office=office, frozen=False, targets=1, tasks=1)
        told = asked(f"plans/{document.pk}/")
        assert told["preamble"] == "Ủy ban nhân dân ban hành Kế hoạch như sau:"
        assert [(one["kind"], one["body"].split("\n")[0]) for one in told["sections"]] == [
            ("prose", "1. Nâng cao nhận thức."),
            ("objectives", "1. Phòng ngừa, phát hiện, hỗ trợ, can thiệp lao động trẻ em"),
            ("tasks", "1. Nhiệm vụ 1: rà soát trẻ em có nguy cơ"),
        ]
        assert told["closing"] == "Các đơn vị nghiêm túc triển khai thực hiện."
        (task,) = told["sections"][2]["tasks"]
        assert (task["heading"], task["details"]) == (
            "Nhiệm vụ 1: rà soát trẻ em có nguy cơ",
            "- Lập danh sách các hộ cần hỗ trợ.\n- Báo cáo kết quả.",
        )
        (listed,) = asked("tasks/")["results"]
        assert listed == task == asked(f"tasks/{task['id']}/"), "the same wherever it is asked"

    def test_loses_no_word_on_the_way_to_sections(self, office, lan):
        draft = a_plan(office=office)
        more = (
            writing.chapter("Chương I", "Quy định"),
            writing.article("Điều 1.", "Phạm vi"),
            writing.table(50, 50),
            writing.row("a", "b"),
            writing.paragraph("Câu kết.", level=1),
            writing.annex("Phụ lục", "Biểu"),
            writing.paragraph("Dòng của biểu.", level=1),
        )
        revised(draft, lambda content: replace(content, blocks=(*content.blocks, *more)))
        told = asked(f"plans/{draft.pk}/", lan)
        body, annexes = told["sections"][:-1], told["sections"][-1:]
        parts = lambda sections: [text for one in sections for text in (one["heading"], one["body"])]  # noqa: E731
        said = " ".join([told["preamble"], *parts(body), told["closing"], *parts(annexes)])
        assert lost(words_of(said), list(words_in(content_of(draft).blocks))) == []
        gone = lost(list(words_in(content_of(draft).blocks)), words_of(said))
        assert gone == ["I", "II", "III", "Chương", "I"], "of headings the number, as ever"

    def test_a_task_below_a_heading_that_names_units_is_theirs(self, office, lan):
        draft = a_plan(office=office, tasks=0)
        heading = writing.clause("1.", "Công an", charge=ChargeMark((office.police.pk,), "Công an"))
        duty = writing.paragraph("Rà soát.", "-", "viec", task=TaskMark(due_text="hằng tháng"))
        revised(draft, lambda content: replace(content, blocks=(*content.blocks, heading, duty)))
        (row,) = asked("tasks/", lan)["results"]
        assert row["assignments"] == [
            {
                "unit": {"id": office.police.pk, "name": "Công an huyện Hữu Lũng"},
                "role": "lead",
                "is_inherited": True,
                "due_on": None,
                "added_at": None,
            }
        ]
        assert (row["block"], row["due_on"], row["due_text"]) == ("viec", None, "hằng tháng")

    def test_what_was_marked_after_issue_says_when(self, office):
        document = an_issued_plan(office=office, frozen=False, targets=1, tasks=1)
        for room in ("targets/", "tasks/"):
            assert asked(room)["results"][0]["added_at"] is None
        Target.objects.filter(block__document=document).update(added_at=datetime(2023, 12, 3, tzinfo=UTC))
        (target,) = asked("targets/")["results"]
        assert target["added_at"].startswith("2023-12-03T")
        assert target["block"] in {block["key"] for block in asked(f"plans/{document.pk}/")["blocks"]}

    def test_betrays_no_document_that_it_was_brought_from(self, office, lan):
        draft = a_plan(office=office)
        brought = writing.paragraph("Lấy từ dự thảo khác.", source=CameFrom(draft.pk, "k1"))
        revised(draft, lambda content: replace(content, blocks=(*content.blocks, brought)))
        assert not [block for block in asked(f"plans/{draft.pk}/", lan)["blocks"] if "source" in block]


class TestFilters:
    def test_are_those_of_the_pages(self, office):
        here = an_issued_plan(office=office, frozen=False, title="Trẻ em vùng sâu")
        there = an_issued_plan(
            office.other_committee, office=office, frozen=False, period_from=2021, period_to=2022
        )
        assert ids("plans/", q="vung sau") == {here.pk}
        assert ids("plans/", issuer=office.other_committee.pk) == {there.pk}
        assert ids("plans/", year=2022) == {there.pk}
        assert ids("plans/", place=office.province.pk) == {here.pk, there.pk}
        assert ids("plans/", kind="QĐ") == set()
        assert ids("plans/", programme="782") == {here.pk, there.pk}
        assert {row["plan"] for row in asked("targets/", plan=here.pk)["results"]} == {here.pk}
        assert {row["plan"] for row in asked("tasks/", unit=office.police.pk)["results"]} == {
            here.pk,
            there.pk,
        }
        assert ids("units/", q="cong an") == {office.police.pk}

    @pytest.mark.parametrize(
        ("query", "field"),
        [
            ({"year": "hai nghìn"}, "year"),
            ({"year": "99999"}, "year"),
            ({"kind": "XX"}, "kind"),
            ({"place": "99999999999999999999"}, "place"),
            ({"issuer": "abc"}, "issuer"),
            ({"programme": "khong-co"}, "programme"),
        ],
    )
    def test_what_means_nothing_is_refused_in_vietnamese(self, office, query, field):
        (problem,) = refused("plans/", 400, **query)
        assert problem["field"] == field
        assert any(letter in problem["message"] for letter in "ăâđêôơưáàảãạếềểễệốồổỗộớờởỡợ")

    def test_all_problems_come_at_once(self, office):
        problems = refused("plans/", 400, year="x", kind="y", place="z")
        assert {problem["field"] for problem in problems} == {"year", "kind", "place"}

    @pytest.mark.parametrize("room", ROOMS)
    def test_numbers_beyond_every_table_are_refused(self, office, room):
        refused(f"{room}/99999999999999999999/", 404)

    @pytest.mark.parametrize("room", ["targets", "tasks"])
    @pytest.mark.parametrize("plan", ["99999999999999999999", "1e400", "NaN", "-1"])
    def test_a_plan_that_cannot_be_is_no_fault_of_ours(self, office, room, plan):
        answer = Client().get(f"/api/v1/{room}/", {"plan": plan})
        assert answer.status_code in (200, 400), answer.content

    @pytest.mark.parametrize("typed", ["\x00", "%", "'; --", "🙂", "a" * 99])
    def test_a_search_takes_anything(self, office, typed):
        answer = Client().get("/api/v1/plans/", {"q": typed})
        assert answer.status_code in (200, 400), answer.content


class TestPages:
    def test_are_of_fifty_rows_and_of_as_many_as_asked_for_up_to_200(self, office):
        many_issued_plans(60)
        first = asked("plans/")
        assert (first["count"], len(first["results"])) == (60, 50)
        assert first["next"].endswith("/api/v1/plans/?page=2")
        assert len(asked("plans/", page=2)["results"]) == 10
        assert len(asked("plans/", page_size=7)["results"]) == 7
        assert len(asked("plans/", page_size=100000)["results"]) == 60

    @pytest.mark.parametrize("page", ["0", "abc", "999", "-1"])
    def test_a_page_that_is_not_there_is_said_so(self, office, page):
        assert refused("plans/", 404, page=page) == [{"message": "Không có trang này.", "field": ""}]

    @pytest.mark.parametrize(("room", "queries"), [("plans", 2), ("targets", 2), ("tasks", 6)])
    def test_a_list_costs_the_same_with_three_and_with_sixty_plans(
        self, office, room, queries, django_assert_num_queries
    ):
        for how_many in (3, 60):
            many_issued_plans(how_many - Document.objects.count())
            cache.clear()
            with django_assert_num_queries(queries):
                asked(f"{room}/", page_size=200)

    @pytest.mark.parametrize(("room", "queries"), [("units", 3), ("programmes", 4)])
    def test_the_catalogue_costs_the_same_however_long(
        self, office, room, queries, django_assert_num_queries
    ):
        with django_assert_num_queries(queries):
            asked(f"{room}/")

    @pytest.mark.parametrize("rows", [3, 60])
    def test_a_document_costs_the_same_however_long(self, office, lan, rows, django_assert_num_queries):
        document = long_plan(rows, office=office)
        client = Client()
        client.force_login(lan)
        client.get("/")  # the first page of a log-in puts it on the list
        with django_assert_num_queries(12 + 4):  # and four to know who asks
            assert client.get(f"/api/v1/plans/{document.pk}/").status_code == 200


class TestChanges:
    def test_a_replaced_plan_says_so_and_names_what_replaced_it(self, office):
        earlier = an_issued_plan(office.committee, frozen=False)
        later = an_issued_plan(office.committee, frozen=False)
        Relation.objects.create(later=later, earlier=earlier, kind=RelationKind.REPLACES)
        Document.objects.filter(pk=earlier.pk).update(status=Status.REPLACED)
        shown = asked(f"plans/{earlier.pk}/")
        assert shown["status"] == "replaced"
        assert shown["changes"] == [
            {"kind": "replaces", "kind_name": "thay thế", "earlier": earlier.pk, "later": later.pk}
        ]
        assert asked(f"plans/{later.pk}/")["changes"] == shown["changes"]

    def test_a_draft_that_would_replace_it_is_not_betrayed(self, office):
        earlier = an_issued_plan(office.committee, frozen=False)
        Relation.objects.create(later=a_plan(office.committee), earlier=earlier, kind=RelationKind.REPLACES)
        assert asked(f"plans/{earlier.pk}/")["changes"] == []


class TestRefusals:
    @pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
    @pytest.mark.parametrize("path", ["plans/", "plans/1/", "units/", "programmes/782/"])
    def test_nothing_is_written_here(self, office, path, method):
        (problem,) = refused(path, 405, method=method)
        assert problem["message"].startswith("Ở đây chỉ đọc được dữ liệu")

    def test_an_upload_finds_no_door(self, office, lan):
        client = Client(enforce_csrf_checks=True)
        client.force_login(lan)
        answer = client.post("/api/v1/plans/", {"file": SimpleUploadedFile("ke-hoach.pdf", b"%PDF-1.7")})
        assert answer.status_code == 405

    @pytest.mark.parametrize("path", ["khong-co/", "plans/abc/", "plans", "plans/1/xoa/", ""])
    def test_an_unknown_address_is_answered_in_json(self, office, path):
        (problem,) = refused(path, 404)
        assert problem["message"] == "Không có dữ liệu này, hoặc chưa công khai."

    def test_another_format_is_not_on_offer(self, office):
        answer = Client().get("/api/v1/plans/", headers={"Accept": "text/csv"})
        assert answer.status_code == 406
        assert "JSON" in answer.json()["problems"][0]["message"]

    def test_a_loop_gone_wild_is_slowed_down(self, office, monkeypatch):
        monkeypatch.setattr(PerAddress, "rate", "3/min")
        client = Client()
        answers = [client.get("/api/v1/units/") for _ in range(4)]
        assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
        assert "Gọi quá dày" in answers[-1].json()["problems"][0]["message"]
        assert int(answers[-1]["Retry-After"]) > 0

    def test_a_forged_proxy_header_opens_no_second_account(self, office, monkeypatch):
        monkeypatch.setattr(PerAddress, "rate", "3/min")
        client = Client()
        answers = [
            client.get(
                "/api/v1/units/", headers={"X-Forwarded-For": f"10.0.0.{n}", "X-Real-IP": f"10.0.0.{n}"}
            )
            for n in range(4)
        ]
        assert answers[-1].status_code == 429


class TestSchema:
    def test_is_valid_openapi_3_1_without_a_warning(self, tmp_path):
        schema = tmp_path / "schema.json"
        call_command(
            "spectacular", "--validate", "--fail-on-warn", "--format", "openapi-json", "--file", str(schema)
        )
        told = json.loads(schema.read_text(encoding="utf-8"))
        assert told["openapi"].startswith("3.1")
        assert {f"/api/v1/{room}/" for room in ROOMS} <= set(told["paths"])

    def test_is_served_with_the_kinds_of_the_decree(self):
        told = asked("schema/")
        assert told["components"]["schemas"]["PlanKind"]["enum"] == [
            "KH",
            "CV",
            "QĐ",
            "BC",
            "TTr",
            "BB",
            "TB",
        ]

    def test_the_manual_names_the_schema_and_asks_for_nothing_outside(self):
        page = Client().get("/api/v1/tai-lieu/").content.decode()
        assert "<code>blocks</code>" in page and "<code>version: 2</code>" in page
        assert 'data-schema="/api/v1/schema/"' in page
        assert "https://" not in page


def test_what_a_room_refuses_is_told_with_every_reason():
    told = refuse(Refusal(Problem("Chưa ghi ngày.", "day"), "Chưa tới hạn."), {})
    assert told.status_code == 422
    assert told.data == {
        "problems": [
            {"message": "Chưa ghi ngày.", "field": "day"},
            {"message": "Chưa tới hạn.", "field": ""},
        ]
    }
