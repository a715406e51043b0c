"""How gunicorn serves this app: `gunicorn -c python:childlabour.server childlabour.wsgi`.

A web server in front hands it requests in production; by itself it serves one machine (`make run`).
"""

import gc
import multiprocessing
import socket
import sys
from typing import Any

from django.core.exceptions import ImproperlyConfigured

from childlabour.core import environment
from childlabour.jobs import supervising

try:
    port = environment.number("PORT", default=8000, least=1, most=65535)
    workers = environment.number(
        "WEB_CONCURRENCY", default=multiprocessing.cpu_count() + 1, least=1, most=256
    )
    works_here = environment.switch("JOBS_HERE", default=True)
except ImproperlyConfigured as fault:
    sys.exit(f"Cannot start. {fault}")

bind = environment.text("BIND", default=f"127.0.0.1:{port}")
worker_class = "childlabour.web_worker.WebWorker"  # gthread, and our words for what nobody can read
threads = 4  # a page waits for the database; a PDF holds its worker for a tenth of a second
timeout = 60
preload_app = True  # start-up checks run once, before any worker, and stop the start
control_socket_disable = True
loglevel = "warning"


def on_starting(server: object) -> None:
    """Says so at once when the port is taken; gunicorn would try for six seconds."""
    host, _, number = bind.rpartition(":")
    if host != "127.0.0.1":
        return
    with socket.socket() as trial:
        if trial.connect_ex((host, int(number))) == 0:
            sys.exit(
                f"Cannot start. PORT {number} is in use: choose another (PORT={int(number) + 1} make run)."
            )


def when_ready(server: Any) -> None:
    """Before the first worker is made: what is loaded is theirs in common, as long as no collector writes to it."""
    gc.collect()
    gc.freeze()
    address = bind if bind.startswith("unix:") else f"http://{bind}/"
    print(f"\n  {address}   (Ctrl-C stops)\n", flush=True)
    server.supervisor = supervising.start() if works_here else None


def on_exit(server: Any) -> None:
    if server.supervisor:
        supervising.end(server.supervisor)
