"""The pages on which an issued document is marked further: its words with what hangs on them, a form for each block."""

import re

import pytest
from django.urls import reverse

from plans.content.asking import content_of
from plans.models import Assignment, Document, Task
from targets.models import Target
from tests.cast import a_plan, revised
from tests.issuing.test_marking_later import SENTENCE, with_line
from tests.issuing.way import issued

pytestmark = pytest.mark.django_db


@pytest.fixture
def document(office) -> Document:
    return issued(office, revised(a_plan(office=office, tasks=2), with_line))


def address(document: Document, key: str = "") -> str:
    args = [document.pk, key] if key else [document.pk]
    return reverse("issuing:mark" if key else "issuing:marking", args=args)


def page(client, where: str, status: int = 200) -> str:
    answer = client.get(where)
    assert answer.status_code == status
    return answer.content.decode()


def test_it_is_reached_from_the_page_of_the_document_s_way(office, client, document):
    client.force_login(office.hung)
    shown = page(client, reverse("issuing:document", args=[document.pk]))
    assert f'href="{address(document)}"' in shown


def test_the_words_stand_there_with_what_hangs_on_them(office, client, document):
    client.force_login(office.lan)
    shown = page(client, address(document))
    assert f"Phấn đấu {SENTENCE} trong năm." in shown
    assert "<b>Chỉ tiêu:</b> Trên 51%" in shown
    assert "<b>Nhiệm vụ:</b> chủ trì: Công an huyện" in shown
    assert f'href="{address(document, "overlooked")}"' in shown


def test_a_target_is_marked_by_its_words_and_taken_away_again(office, client, document):
    client.force_login(office.lan)
    where = address(document, "overlooked")
    answer = client.post(where, {"do": "target", "target-words": SENTENCE})
    assert answer["Location"] == f"{address(document)}#overlooked"
    target = Target.objects.get(mark__startswith="later-")
    assert target.added_at
    shown = page(client, where)
    assert "sau khi ban hành" in shown
    assert client.post(where, {"do": f"no-target-{target.mark}"}).status_code == 302
    assert not Target.objects.filter(pk=target.pk).exists()


def test_words_that_do_not_stand_there_are_said_so_and_kept(office, client, document):
    client.force_login(office.lan)
    answer = client.post(address(document, "overlooked"), {"do": "target", "target-words": "95% cha mẹ"})
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "Đoạn này không có chữ “95% cha mẹ”" in shown
    assert ">\n95% cha mẹ</textarea>" in shown


def test_the_parts_of_a_later_target_are_put_right(office, client, document):
    client.force_login(office.lan)
    where = address(document, "overlooked")
    client.post(where, {"do": "target", "target-words": SENTENCE})
    target = Target.objects.get(mark__startswith="later-")
    typed = {
        "comparator": ">=",
        "value": "80",
        "unit": "%",
        "population": "cha mẹ",
        "outcome": "được tư vấn",
        "direction": "up",
        "horizon": "2023",
    }
    name = f"target-{target.mark}"
    sent = {f"{name}-{part}": value for part, value in typed.items()}
    assert client.post(where, {"do": f"parts-{target.mark}"} | sent).status_code == 302
    target.refresh_from_db()
    assert (target.comparator, target.horizon) == (">=", 2023)
    assert document.events.latest("pk").reason == f"Sửa: chỉ tiêu “{target.sentence}”."


def test_a_task_is_marked_and_given(office, client, document):
    client.force_login(office.lan)
    unit = office.people_of_tan_thanh
    typed = {"do": "task", "task-lead": [unit.pk], "task-due_text": "Quý III/2023"}
    assert client.post(address(document, "to-do"), typed).status_code == 302
    task = Task.objects.get(block__key="to-do")
    assert (task.due_text, [given.unit for given in task.assignments.all()]) == ("Quý III/2023", [unit])
    assert client.post(address(document, "to-do"), {"do": "no-task"}).status_code == 302
    assert not Assignment.objects.filter(task__block__key="to-do").exists()


def test_two_who_work_on_one_later_task_do_not_write_over_each_other(office, client, document):
    where = address(document, "to-do")
    client.force_login(office.lan)
    client.post(where, {"do": "task"})
    opened = base_on(page(client, where))
    answer = client.post(where, {"do": "task", "task-product": "Báo cáo rà soát", "base": opened})
    assert answer.status_code == 302
    client.force_login(office.hung)
    typed = {"do": "task", "task-due_text": "Quý II/2023", "base": opened}
    answer = client.post(where, typed)
    shown = answer.content.decode()
    assert answer.status_code == 422 and "một người khác đã đổi dấu ở đoạn này" in shown
    assert 'value="Quý II/2023"' in shown, "what was typed stays"
    assert "sản phẩm: Báo cáo rà soát" in shown, "beside what hangs there now"
    assert Task.objects.get(block__key="to-do").product == "Báo cáo rà soát"
    typed |= {"task-product": "Báo cáo rà soát", "base": base_on(shown)}
    assert client.post(where, typed).status_code == 302, "now he has seen it"
    task = Task.objects.get(block__key="to-do")
    assert (task.product, task.due_text) == ("Báo cáo rà soát", "Quý II/2023")


def test_nor_is_taken_away_what_a_colleague_changed(office, client, document):
    where = address(document, "to-do")
    client.force_login(office.lan)
    client.post(where, {"do": "task"})
    opened = base_on(page(client, where))
    client.post(where, {"do": "task", "task-product": "Báo cáo rà soát"})
    assert client.post(where, {"do": "no-task", "base": opened}).status_code == 422
    assert Task.objects.filter(block__key="to-do").exists()


def base_on(shown: str) -> str:
    (base,) = set(re.findall('name="base" value="([0-9a-f]+)"', shown))
    return base


def test_a_heading_gives_work_to_units(office, client, document):
    client.force_login(office.lan)
    key = next(block.key for block in content_of(document).blocks if block.text == "Mục đích")
    typed = {"do": "charge", "charge-units": [office.police.pk]}
    assert client.post(address(document, key), typed).status_code == 302
    assert "Giao đơn vị:</b> Công an huyện" in page(client, address(document))


def test_who_only_reads_finds_no_form(office, client, document):
    client.force_login(office.thu)
    shown = page(client, address(document, "overlooked"))
    assert "<button" not in shown.split("<main", 1)[1].split("</main", 1)[0]
    answer = client.post(address(document, "overlooked"), {"do": "target", "target-words": SENTENCE})
    assert answer.status_code == 422 and "không có quyền đánh dấu nội dung" in answer.content.decode()


def test_there_is_nothing_to_mark_before_the_issue_or_where_nothing_is_said(office, client, document):
    client.force_login(office.lan)
    assert client.get(address(a_plan(office=office, title="Nháp"))).status_code == 404
    assert client.get(address(document, "no-such-key")).status_code == 404


def test_the_page_costs_the_same_however_long_the_document(office, client, django_assert_max_num_queries):
    client.force_login(office.lan)
    for tasks in (3, 30):
        document = issued(office, a_plan(office=office, targets=tasks, tasks=tasks, title=f"Dài {tasks}"))
        with django_assert_max_num_queries(20):
            page(client, address(document))
