"""A real Chromium for the journeys: Vietnamese, deaf to the world outside, and quick to complain."""

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from childlabour.core import machine
from childlabour.core.styles import lean
from childlabour.jobs.models import worker_is_alive
from tests.jobs.workers import AS_SERVED, a_worker, wait_until

WIDTHS = (360, 768, 1280)
PATIENCE = 60_000  # ms; on a machine that does other things as well a page may take its time


def pytest_collection_modifyitems(items):
    for item in items:
        if "tests/journeys/" in item.nodeid:
            item.add_marker("journey")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = machine.chromium()
    if not path:
        pytest.fail("The journeys need Chromium. Mend: sudo apt-get install chromium (make test does it).")
    # Playwright keeps an event loop on this thread, in which Django would refuse to touch the database.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path,
            args=["--no-sandbox"],  # root and containers have no sandbox; all it opens is our own pages
        )
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser, live_server) -> Iterator[Page]:
    """A window on the running app. The test fails when a page asked the outside world for anything,
    broke its own content security policy, missed a file of its own or threw an error."""
    complaints: list[str] = []
    context = browser.new_context(base_url=live_server.url, locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh")
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.on("pageerror", lambda error: complaints.append(f"script: {error}"))
    page.on("console", lambda said: _is_fault(said) and complaints.append(f"console: {said.text}"))
    page.on("response", lambda got: _is_missing(got) and complaints.append(f"{got.status}: {got.url}"))
    page.on(
        "request",
        lambda asked: (
            asked.url.startswith((live_server.url, "data:", "blob:", "about:"))
            or complaints.append(f"outside: {asked.url}")
        ),
    )
    yield page
    context.close()
    assert not complaints, complaints


@pytest.fixture
def worker(live_server) -> Iterator[None]:
    """Somebody does the jobs, as beside the server of `make run`."""
    with a_worker(*AS_SERVED):
        wait_until(worker_is_alive)
        yield


def _is_fault(said) -> bool:
    # A page that answers 404 on purpose is no fault; what it asks for in vain is (_is_missing).
    return said.type == "error" and not said.text.startswith("Failed to load resource")


def _is_missing(got) -> bool:
    return got.status >= 400 and got.request.resource_type not in {"document", "fetch", "xhr"}


def as_served(answer) -> bytes:
    """A style sheet comes from its source here, in service lean (childlabour.core.static)."""
    body = answer.body()
    return lean(body.decode()).encode() if answer.url.endswith(".css") else body
