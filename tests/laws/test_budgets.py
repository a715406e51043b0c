"""Pages cost a fixed number of queries however many rows they show. The prices are data; a dearer page fails."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from plans.models import Citation, Document, Recipient
from tests.cast import an_issued_plan, an_office, many_issued_plans

FEW, MANY = 3, 60
WHO = 3  # what it costs to know who is logged in: the session, the officer, and whether the log-in stands

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class Budget:
    page: str
    queries: int  # for a stranger
    world: Callable[[int], str]  # makes so many rows of everything the page shows, answers its address


def documents_in_a_list(rows: int) -> str:
    many_issued_plans(rows)
    return reverse("public:plans")


def narrowed_list(rows: int) -> str:
    office = an_office()
    many_issued_plans(rows)
    address = reverse("public:plans")
    return f"{address}?q=lao+dong&place={office.district.pk}&issuer={office.committee.pk}&programme=782&year=2023"


def home(rows: int) -> str:
    many_issued_plans(rows)
    return reverse("public:home")


def programmes(rows: int) -> str:
    many_issued_plans(rows)
    return reverse("public:programmes")


def programme(rows: int) -> str:
    many_issued_plans(rows)
    an_issued_plan(frozen=False, kind="QĐ", number=782, targets=rows)
    return reverse("public:programme", args=["782"])


def unit(rows: int) -> str:
    office = an_office()
    for _ in range(rows):
        an_issued_plan(office.people_of_tan_thanh, office=office, frozen=False, tasks=4)
    return reverse("public:unit", args=[office.people_of_tan_thanh.pk])


def long_plan(rows: int) -> Document:
    """`rows` targets, tasks, citations of plans here, recipients, plans below; three acts above."""
    office, act = an_office(), None
    for number in (901, 902, 903):
        act = an_issued_plan(office=office, frozen=False, number=number, parent=act)
    document = an_issued_plan(office=office, frozen=False, number=900, parent=act, targets=rows, tasks=rows)
    others = [
        an_issued_plan(office=office, frozen=False, parent=document, number=1000 + n) for n in range(rows)
    ]
    Citation.objects.bulk_create(Citation(document=document, text=str(p), cited_document=p) for p in others)
    Citation.objects.bulk_create(
        Citation(document=p, text=str(document), cited_document=document) for p in others
    )
    Recipient.objects.bulk_create(Recipient(document=document, text=f"Nơi {n}") for n in range(rows))
    return document


def address_of(name: str) -> Callable[[int], str]:
    return lambda rows: reverse(f"public:{name}", args=[long_plan(rows).pk])


def frozen_pdf(rows: int) -> str:
    document = an_issued_plan(targets=rows, tasks=rows, issued_on=date(2023, 6, 1))
    return reverse("public:pdf", args=[document.pk])


BUDGETS = (
    Budget("home", 7, home),
    Budget("list", 8, documents_in_a_list),
    Budget("narrowed list", 11, narrowed_list),
    Budget("programmes", 2, programmes),
    Budget("programme", 6, programme),
    Budget("unit", 11, unit),
    Budget("document", 18, address_of("document")),
    Budget("sheet", 9, address_of("sheet")),
    Budget("word", 9, address_of("word")),
    Budget("drawn PDF", 11, address_of("pdf")),  # the data in it name the units
    Budget("stored PDF", 2, frozen_pdf),
)


def queries_of(client, address: str) -> int:
    with CaptureQueriesContext(connection) as spent:
        assert client.get(address).status_code == 200
    return len(spent)


@pytest.mark.parametrize("rows", [FEW, MANY])
@pytest.mark.parametrize("budget", BUDGETS, ids=lambda budget: budget.page)
def test_a_page_keeps_its_budget_however_many_rows(client, budget, rows):
    address = budget.world(rows)
    assert queries_of(client, address) == budget.queries


@pytest.mark.parametrize("budget", BUDGETS, ids=lambda budget: budget.page)
def test_to_know_the_officer_costs_three_queries_more_and_at_most_the_unit_and_what_came_to_it(
    client, budget
):
    address = budget.world(FEW)
    client.force_login(an_office().lan)
    client.get(address)  # the first page of a log-in puts it on the list
    assert queries_of(client, address) <= budget.queries + WHO + 1 + (budget.page == "document")
