"""What a leader sent back stands first on the desk, with the reason."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from plans.issuing.workflow import perform
from plans.models import Action
from tests.cast import a_plan
from tests.issuing.way import submitted

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client, office):
    client.force_login(office.lan)
    return lambda: client.get(reverse("desk:home"))


def test_a_returned_draft_stands_first_and_says_why(desk, office):
    returned = perform(Action.SEND_BACK, submitted(office), office.hung, reason="Thiếu kinh phí.")
    a_plan(office=office, title="Soạn sau")
    page = desk()
    assert [document.pk for document in page.context["mine"]][0:1] == [returned.pk]
    assert f"Bị trả lại: Thiếu kinh phí ({office.hung})." in page.content.decode()


def test_what_was_put_forward_again_is_returned_no_more(desk, office):
    document = perform(Action.SEND_BACK, submitted(office), office.hung, reason="Thiếu kinh phí.")
    perform(Action.SUBMIT, document, office.lan)
    perform(Action.WITHDRAW, document, office.lan)
    assert "Bị trả lại" not in desk().content.decode()


def test_the_desk_costs_the_same_however_many_came_back(desk, office):
    desk()
    prices = []
    for _ in range(2):
        for _ in range(3):
            perform(Action.SEND_BACK, submitted(office), office.hung, reason="Sửa.")
        with CaptureQueriesContext(connection) as asked:
            desk()
        prices.append(len(asked))
    assert prices[0] == prices[1]
