"""What it costs the server to hand out an issued paper, beside a static file of the same size and its 304."""

import http.client
import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from django.urls import reverse

from tests.bench.measuring import tell
from tests.cast import an_issued_plan
from tests.jobs.test_beside_the_server import Server
from tests.laws.imports import HOUSE

pytestmark = pytest.mark.django_db(transaction=True)

REQUESTS = 3_000
TICKS = os.sysconf("SC_CLK_TCK")


def test_serving(capsys, office, tmp_path):
    document = an_issued_plan(number=5)
    address = reverse("public:pdf", args=[document.pk])
    state, told = tmp_path / "state", {"DEBUG": "off", "SERVED_DIR": str(tmp_path / "served")}
    collect(state, told)
    (state / "static" / "paper.bin").write_bytes(bytes(document.issue.pdf))
    server = Server(state, JOBS_HERE="off", **told)
    try:
        figures = {
            "static file": server_ms(server, "/static/paper.bin"),
            "issued PDF": server_ms(server, address),
            "static file, 304": server_ms(server, "/static/paper.bin", again=True),
            "issued PDF, 304": server_ms(server, address, again=True),
        }
    finally:
        server.destroy()
    with capsys.disabled():
        tell(
            f"Handing out {len(document.issue.pdf) / 1000:.0f} kB, CPU of the server",
            figures,
            base="static file",
        )
        for name in ("", ", 304"):
            ratio = figures[f"static file{name}"] / figures[f"issued PDF{name}"]
            print(f"  {ratio:.2f} of a static file: an issued PDF{name}")


def collect(state: Path, told: dict[str, str]) -> None:
    environment = told | {"DJANGO_SETTINGS_MODULE": "childlabour.settings", "STATE_DIR": str(state)}
    command = [sys.executable, "manage.py", "collectstatic", "--no-input", "--verbosity", "0"]
    subprocess.run(command, cwd=HOUSE, env=os.environ | environment, check=True)


def server_ms(server: Server, address: str, *, again: bool = False) -> float:
    """Of one request on a connection that is kept; `again`: with the ETag of the first answer."""
    with closing(http.client.HTTPConnection("127.0.0.1", server.port)) as caller:
        headers = {}
        for _ in range(20):
            caller.request("GET", address, headers=headers)
            answer = caller.getresponse()
            answer.read()
            if again and answer.status == 200:
                headers = condition_of(answer)
        assert answer.status == (304 if again else 200), (address, answer.status)
        before = _cpu_ticks(server)
        for _ in range(REQUESTS):
            caller.request("GET", address, headers=headers)
            caller.getresponse().read()
        return (_cpu_ticks(server) - before) / TICKS * 1000 / REQUESTS


def condition_of(answer: http.client.HTTPResponse) -> dict[str, str]:
    """What asks whether it is still the same."""
    if answer.headers["ETag"]:
        return {"If-None-Match": answer.headers["ETag"]}
    return {"If-Modified-Since": answer.headers["Last-Modified"]}


def _cpu_ticks(server: Server) -> int:
    """Of all its processes, user and system."""
    stats = (Path("/proc") / str(number) / "stat" for number in server.group())
    fields = (stat.read_text().rpartition(")")[2].split() for stat in stats)
    return sum(int(field[11]) + int(field[12]) for field in fields)
