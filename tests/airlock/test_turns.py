"""Few at once on the whole machine, few more in line, the rest are told to come back."""

import subprocess
import sys
import threading

import pytest
from django.test import Client
from django.urls import reverse

from childlabour.airlock.asking import nothing
from childlabour.airlock.questions import LANES, Lane
from childlabour.airlock.refusing import Busy
from childlabour.airlock.turns import FOLDER, turn
from plans.issuing.workflow import perform
from plans.models import Action
from tests.issuing.papers import upload
from tests.issuing.test_signing import sealed_inside
from tests.laws.imports import HOUSE

ALONE = Lane(turns=1, waiting=1, patience=0)
HOLDING = (
    "import sys, pathlib, time\n"
    "from childlabour.airlock import turns, questions\n"
    "with turns.turn(pathlib.Path(sys.argv[1]), 'x', questions.Lane(1, 1, 0), lambda: None):\n"
    "    print('held', flush=True); time.sleep(60)"
)


def test_a_place_is_free_again_when_it_is_left(tmp_path):
    for _ in range(3):
        with turn(tmp_path, "x", ALONE, nothing), pytest.raises(Busy), turn(tmp_path, "x", ALONE, nothing):
            pass


def test_lanes_do_not_stand_in_each_others_way(tmp_path):
    with turn(tmp_path, "x", ALONE, nothing), turn(tmp_path, "y", ALONE, nothing):
        pass


def test_another_process_holds_a_place_until_it_dies(tmp_path):
    command = [sys.executable, "-c", HOLDING, str(tmp_path)]
    with subprocess.Popen(command, cwd=HOUSE, stdout=subprocess.PIPE) as other:
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(Busy), turn(tmp_path, "x", ALONE, nothing):
            pass
        other.kill()
        other.wait()
        with turn(tmp_path, "x", ALONE, nothing):
            pass


def test_who_waits_comes_next_and_whoever_finds_no_seat_is_sent_away(tmp_path):
    patient = Lane(turns=1, waiting=1, patience=30)
    waits, came = threading.Event(), threading.Event()

    def in_line() -> None:
        with turn(tmp_path, "x", patient, waits.set):
            came.set()

    with turn(tmp_path, "x", patient, nothing):
        second = threading.Thread(target=in_line)
        second.start()
        assert waits.wait(20)
        with pytest.raises(Busy), turn(tmp_path, "x", patient, nothing):
            pass
        assert not came.is_set()
    second.join(20)
    assert came.is_set()


@pytest.mark.django_db
def test_a_paper_is_shown_with_all_but_its_signatures_while_the_machine_is_busy(
    settings, office, client, monkeypatch
):
    document = perform(Action.ISSUE, sealed_inside(office), office.thu)
    address = reverse("issuing:verify", args=[document.verification_code])
    readers = Lane(turns=1, waiting=1, patience=0)
    monkeypatch.setitem(LANES, "readers", readers)
    with turn(settings.STATE_DIR / FOLDER, "readers", readers, nothing):
        page = client.get(address)
    assert page.status_code == 503
    assert page["Retry-After"] == "60"
    shown = page.content.decode()
    assert "Văn bản thật, kỳ kế hoạch đã hết" in shown
    assert "Chưa kiểm tra được chữ ký trong tệp lưu. Máy đang bận" in shown
    assert client.get(address).status_code == 200
    with turn(settings.STATE_DIR / FOLDER, "readers", readers, nothing):
        assert client.get(address).status_code == 200, "what was said of the same bytes is remembered"


@pytest.mark.django_db
def test_whoever_looks_up_papers_takes_no_turn_from_the_office(settings, office, client, monkeypatch):
    document = perform(Action.ISSUE, sealed_inside(office), office.thu)
    officers = Lane(turns=1, waiting=1, patience=0)
    monkeypatch.setitem(LANES, "officers", officers)
    with turn(settings.STATE_DIR / FOLDER, "officers", officers, nothing):
        address = reverse("issuing:verify", args=[document.verification_code])
        assert client.get(address).status_code == 200


@pytest.mark.django_db
def test_a_visitor_of_a_busy_machine_is_told_when_to_come_back(settings, client: Client, monkeypatch):
    strangers = Lane(turns=1, waiting=1, patience=0)
    monkeypatch.setitem(LANES, "strangers", strangers)
    with turn(settings.STATE_DIR / FOLDER, "strangers", strangers, nothing):
        page = client.post(reverse("issuing:ask"), {"file": upload(b"%PDF-1.7")})
        told = client.post(
            reverse("issuing:ask"), {"file": upload(b"%PDF-1.7")}, HTTP_ACCEPT="application/json"
        )
    for answer in (page, told):
        assert answer.status_code == 503
        assert answer["Retry-After"] == "60"
    assert "Máy đang bận kiểm tra tệp khác: thử lại sau ít phút." in page.content.decode()
    assert "Mã kiểm tra của tệp vừa tải" in page.content.decode(), (
        "what can be said without opening it is said"
    )
    assert client.post(reverse("issuing:ask"), {"file": upload(b"%PDF-1.7")}).status_code == 200
