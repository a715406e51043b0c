"""What a page costs with 60 and with 6,000 plans, and how many queries it makes."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from plans.models import Document
from tests.bench.measuring import cpu_ms, tell
from tests.cast import an_issued_plan, many_issued_plans

pytestmark = pytest.mark.django_db

FEW, MANY = 60, 6_000


def test_pages(client, capsys):
    one = an_issued_plan(frozen=False)
    pages = {
        "home": reverse("public:home"),
        "list": reverse("public:plans"),
        "list, searched": reverse("public:plans") + "?q=lao+dong",
        "document": reverse("public:document", args=[one.pk]),
        "API list": "/api/v1/plans/",
    }
    pages = {name: path for name, path in pages.items() if client.get(path).status_code == 200}
    many_issued_plans(FEW - Document.objects.count())
    few = cost_of(client, pages)
    add_copies(one, MANY - Document.objects.count())
    many = cost_of(client, pages)
    with capsys.disabled():
        for name in pages:
            at_few, queries_at_few = few[name]
            at_many, queries_at_many = many[name]
            labels = (f"{FEW} plans, {queries_at_few} queries", f"{MANY} plans, {queries_at_many} queries")
            tell(f"Page: {name}", dict(zip(labels, (at_few, at_many), strict=True)), base=labels[0])


def cost_of(client, pages: dict[str, str]) -> dict[str, tuple[float, int]]:
    costs = {}
    for name, path in pages.items():
        with CaptureQueriesContext(connection) as queries:
            client.get(path)
            how_many = len(queries)
        costs[name] = cpu_ms(lambda path=path: client.get(path)), how_many
    return costs


def add_copies(document: Document, how_many: int) -> None:
    """Rows only: what a list meets. Their sections would tell nothing more about it."""
    values = {field.attname: getattr(document, field.attname) for field in Document._meta.concrete_fields}
    del values["id"]
    Document.objects.bulk_create(
        [Document(**values | {"number": 10_000 + place}) for place in range(how_many)], batch_size=500
    )
