"""How gunicorn serves this app: `gunicorn -c python:childlabour.server childlabour.wsgi`.

A web server in front hands it requests in production; by itself it serves one machine (`make run`).
"""

import multiprocessing
import os
import sys

PORT = os.environ.get("PORT") or "8000"
if not PORT.isdigit() or not 0 < int(PORT) < 65536:
    sys.exit(f'Cannot start. PORT is "{PORT}": write a number from 1 to 65535.')

bind = os.environ.get("BIND") or f"127.0.0.1:{PORT}"
workers = int(os.environ.get("WEB_CONCURRENCY") or multiprocessing.cpu_count() + 1)
worker_class = "gthread"
threads = 4  # a page waits for the database; a PDF holds its worker's thread for a tenth of a second
timeout = 60
preload_app = True  # start-up checks run once, before any worker, and stop the start
control_socket_disable = True
loglevel = "warning"


def when_ready(server) -> None:
    print(f"\n  http://{bind}/   (Ctrl-C stops)\n" if ":" in bind else f"Serving on {bind}", flush=True)
