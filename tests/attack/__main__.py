"""python -m tests.attack [--backup PATH] [--seconds N]: attacks a copy of the site, and says what held.

The copy has a state folder, a database (SQLite) and a port of its own; it is a fresh one with catalogue and try-out
samples, or one restored from a backup of `manage.py backup`. Copy and attackers are one group of processes, gone at
the end, however it ends. Exit code 0: everything held; 1: something did not, or was not tried; 2: not understood.
"""

import argparse
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from tests.attack.judging import LONGEST_WAIT
from tests.laws.imports import HOUSE

USUAL = 300  # seconds for all attacks on two cores; making the copy comes on top
# Set, so that neither .env nor the shell of a keeper leads to real data; empty, so that the defaults hold.
OF_A_REAL_SITE = (
    "ALLOWED_HOSTS",
    "BEHIND_PROXY",
    "BIND",
    "DATABASE_URL",
    "DEBUG",
    "HSTS_SECONDS",
    "HTTPS",
    "IDLE_MINUTES",
    "JOBS_HERE",
    "JOBS_QUEUE",
    "LOGIN_FAILURES",
    "PKCS11_MODULE",
    "SECOND_FACTOR_FOR_KEEPERS",
    "SECRET_KEY",
    "SIGNATURE_TRUST_ROOTS",
    "SITE_ADDRESS",
    "TIMESTAMP_URL",
)


def main() -> int:
    asked = _asked()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    folder = Path(tempfile.mkdtemp(prefix="childlabour-attack-"))
    words = [str(asked.seconds), str(asked.patience)]
    command = [sys.executable, "-m", "tests.attack.running", *words]
    if asked.backup:
        command.append(str(asked.backup.resolve()))
    group = subprocess.Popen(command, cwd=HOUSE, env=_environment(folder), start_new_session=True)
    try:
        return group.wait()
    except KeyboardInterrupt:
        return 1
    finally:
        with suppress(ProcessLookupError):
            os.killpg(group.pid, signal.SIGKILL)
        group.wait()
        shutil.rmtree(folder, ignore_errors=True)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.attack", description="Tấn công thử một bản sao dùng xong bỏ của hệ thống."
    )
    parser.add_argument(
        "--backup", type=Path, help="bản sao lưu (SQLite) để làm bản sao; không có thì dùng dữ liệu mẫu"
    )
    parser.add_argument(
        "--seconds", type=int, default=USUAL, help=f"giới hạn cho mọi phép thử (mặc định {USUAL})"
    )
    parser.add_argument(
        "--patience",
        type=int,
        default=LONGEST_WAIT,
        help=f"người bên cạnh chờ lâu hơn bấy nhiêu giây là không giữ được (mặc định {LONGEST_WAIT}; "
        "máy đang bận việc khác thì nới ra)",
    )
    asked = parser.parse_args()
    if asked.backup and not asked.backup.is_file():
        parser.error(f"không có tệp “{asked.backup}”")
    if asked.seconds < 1 or asked.patience < 1:
        parser.error("--seconds, --patience: ghi số giây từ 1 trở lên")
    return asked


def _environment(folder: Path) -> dict[str, str]:
    ours = {"DJANGO_SETTINGS_MODULE": "childlabour.settings", "STATE_DIR": str(folder / "state")}
    inherited = {
        name: value for name, value in os.environ.items() if name != "WEB_CONCURRENCY"
    }  # gunicorn's, too
    return inherited | dict.fromkeys(OF_A_REAL_SITE, "") | ours


if __name__ == "__main__":
    sys.exit(main())
