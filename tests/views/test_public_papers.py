"""The paper for everyone: an issued PDF is the stored one, for ever; a draft is drawn for its own people."""

import hashlib

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from childlabour.units.models import Unit
from plans.models import Document, Issue
from tests.cast import a_plan, an_issued_plan

pytestmark = pytest.mark.django_db


@pytest.fixture
def document(office) -> Document:
    return an_issued_plan(number=5)


def address(document: Document, name: str = "pdf") -> str:
    return reverse(f"public:{name}", args=[document.pk])


def test_an_issued_plan_is_served_byte_for_byte(client, document):
    answer = client.get(address(document))
    assert hashlib.sha256(answer.content).hexdigest() == document.issue.sha256
    assert answer["Content-Type"] == "application/pdf"
    assert answer["ETag"] == f'"{document.issue.sha256}"'
    assert answer["Cache-Control"] == "public, no-cache", "words may be taken out of it yet"
    assert "public" in answer["Cache-Control"]
    assert 'filename="ke-hoach-05-kh-ubnd-2023.pdf"' in answer["Content-Disposition"]


def test_who_has_the_paper_already_is_told_so_without_loading_it(client, document):
    etag = client.get(address(document))["ETag"]
    with CaptureQueriesContext(connection) as spent:
        answer = client.get(address(document), headers={"If-None-Match": etag})
    assert answer.status_code == 304
    assert answer.content == b""
    assert answer["ETag"] == etag
    assert not [query for query in spent if '"pdf"' in query["sql"]]


def test_another_hash_gets_the_whole_paper(client, document):
    assert client.get(address(document), headers={"If-None-Match": '"khác"'}).status_code == 200


def test_a_paper_in_store_is_never_drawn_again(client, document):
    Unit.objects.filter(pk=document.unit_id).update(letterhead="Ủy ban nhân dân\nphường Khác")
    assert client.get(address(document)).content == bytes(Issue.objects.get(document=document).pdf)


def test_the_sheet_keeps_the_names_of_its_day(client, document):
    Unit.objects.filter(pk=document.unit_id).update(letterhead="Ủy ban nhân dân\nphường Khác")
    assert "phường Khác".upper() not in client.get(address(document, "sheet")).content.decode().upper()


@pytest.mark.parametrize("page", ["home", "plans", "programmes"])
def test_no_list_loads_a_stored_paper(client, document, page):
    with CaptureQueriesContext(connection) as spent:
        client.get(reverse(f"public:{page}"))
    assert not [query for query in spent if '"plans_issue"."pdf"' in query["sql"]]


@pytest.mark.parametrize("name", ["pdf", "word", "sheet"])
def test_a_draft_is_kept_by_no_cache(client, office, name):
    draft = a_plan()
    client.force_login(office.lan)
    answer = client.get(address(draft, name))
    assert "private" in answer["Cache-Control"]
    assert "ETag" not in answer


def test_a_draft_says_so_on_its_paper(client, office):
    draft = a_plan()
    client.force_login(office.lan)
    assert "DỰ THẢO" in client.get(address(draft, "sheet")).content.decode()


def test_the_sheet_brings_its_style_under_the_policy(client, document):
    answer = client.get(address(document, "sheet"))
    page = answer.content.decode()
    nonce = page.split('<style nonce="')[1].split('"')[0]
    assert f"'nonce-{nonce}'" in answer["Content-Security-Policy"]
    assert "unsafe" not in answer["Content-Security-Policy"]


def test_word_is_named_as_the_paper_is(client, document):
    answer = client.get(address(document, "word"))
    assert answer.content[:2] == b"PK"
    assert 'attachment; filename="ke-hoach-05-kh-ubnd-2023.docx"' in answer["Content-Disposition"]
