"""Papers printed once for all tests of this folder."""

from functools import cache

import pytest

from plans.paper.pdf import to_pdf
from tests.paper import papers
from tests.paper.printed import Printed


@cache
def _pdf(name: str) -> bytes:
    return to_pdf(papers.ALL[name]())


@cache
def _printed(name: str) -> Printed:
    return Printed(_pdf(name), papers.ALL[name]())


@pytest.fixture(scope="session")
def pdf_of():
    return _pdf


@pytest.fixture(scope="session")
def printed():
    return _printed
