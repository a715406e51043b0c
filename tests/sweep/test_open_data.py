"""The API does what its schema says: whatever is asked, and for every row there is."""

import io
from urllib.parse import parse_qsl, urlsplit

import pytest
import schemathesis
from django.conf import settings
from django.core.management import call_command
from django.core.wsgi import get_wsgi_application
from django.test import Client
from drf_spectacular.generators import SchemaGenerator
from hypothesis import HealthCheck, given
from hypothesis import settings as patience
from schemathesis import APIOperation, Case, GenerationMode
from schemathesis.checks import negative_data_rejection, positive_data_acceptance

from childlabour.core.api import PerAddress
from childlabour.units.models import Unit
from plans.models import Document, Task
from targets.models import Programme, Target
from tests.cast import a_letter, a_plan, an_issued_plan

# Committed, because the application that answers closes its connection after each request.
pytestmark = [pytest.mark.sweep, pytest.mark.django_db(transaction=True)]

# PostgreSQL keeps no NUL, so no search may hold one; no schema can say so.
WITHOUT_NUL = schemathesis.Config.from_dict({"generation": {"allow-x00": False}})
SCHEMA = schemathesis.openapi.from_dict(
    SchemaGenerator().get_schema(request=None, public=True), config=WITHOUT_NUL
)
SCHEMA.app = get_wsgi_application()
OPERATIONS = [found.ok() for found in SCHEMA.get_all_operations()]
ROWS = {"plans": Document, "targets": Target, "tasks": Task, "units": Unit, "programmes": Programme}
NAMING_A_ROW = {"programme", "place", "issuer", "unit"}  # of another table: no schema says which there are


@pytest.fixture(autouse=True)
def _nobody_is_slowed_down(monkeypatch):
    monkeypatch.setattr(PerAddress, "rate", "1000000/min")


@pytest.fixture(params=["public", "keeper"])
def cookies(request, office) -> dict[str, str]:
    if request.param == "public":
        return {}
    client = Client()
    client.force_login(office.son)
    return {settings.SESSION_COOKIE_NAME: client.cookies[settings.SESSION_COOKIE_NAME].value}


@pytest.mark.parametrize("kind", GenerationMode, ids=lambda kind: kind.value)
@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.label)
def test_whatever_is_asked_is_answered_as_the_schema_says(operation: APIOperation, kind, office, cookies):
    an_issued_plan(office=office, frozen=False)
    a_plan(office=office, title="Kế hoạch\n<b>&\"'{{ 1 }}")
    a_letter(office=office)

    @patience(
        max_examples=150,
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(operation.as_strategy(generation_mode=kind))
    def ask(case: Case) -> None:
        answer = case.call(cookies=cookies)
        left_out = [positive_data_acceptance]
        if leaves_something_empty(answer.request.url):
            left_out.append(negative_data_rejection)
        case.validate_response(answer, excluded_checks=left_out)
        if kind is GenerationMode.POSITIVE and answer.status_code == 400:
            assert {problem["field"] for problem in answer.json()["problems"]} <= NAMING_A_ROW

    ask()


def leaves_something_empty(url: str) -> bool:
    """`?year=` is what a form sends when nothing was chosen, and means nothing: no fault, whatever the schema."""
    return any(not value for _, value in parse_qsl(urlsplit(url).query, keep_blank_values=True))


@pytest.mark.parametrize("room", ROWS)
def test_every_row_of_the_samples_is_shown_as_the_schema_says(room, cookies):
    call_command("load_samples", stdout=io.StringIO())
    one, all_of_them = SCHEMA[f"/api/v1/{room}/{{{key_of(room)}}}/"]["GET"], SCHEMA[f"/api/v1/{room}/"]["GET"]
    all_of_them.Case(query={"page_size": 200}).call_and_validate(cookies=cookies)
    answers = [
        one.Case(path_parameters={key_of(room): key}).call_and_validate(cookies=cookies)
        for key in ROWS[room].objects.values_list(key_of(room), flat=True)
    ]
    assert [answer.status_code for answer in answers].count(200) > 1


def key_of(room: str) -> str:
    return "code" if room == "programmes" else "id"
