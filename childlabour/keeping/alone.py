"""One backup, restore or upgrade at a time, by the account that the service runs as."""

import os
import pwd
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from childlabour.core.errors import Refusal
from childlabour.core.serving import held_alone

LOCK = "keeping.lock"


@contextmanager
def alone() -> Iterator[None]:
    """Raises Refusal when another one runs, or for an account that is not the service's."""
    _refuse_other_accounts()
    with held_alone(LOCK, "Một lần sao lưu, khôi phục hoặc nâng cấp khác đang chạy: chờ xong rồi chạy lại."):
        yield


def _refuse_other_accounts() -> None:
    """What root puts in place, the service could not read."""
    owner = Path(settings.STATE_DIR).stat().st_uid
    if owner != os.geteuid():
        raise Refusal(
            f"“{settings.STATE_DIR}” là của tài khoản {_name(owner)}: chạy lệnh này bằng tài khoản đó "
            f"(sudo -u {_name(owner)} …)."
        )


def _name(account: int) -> str:
    try:
        return pwd.getpwuid(account).pw_name
    except KeyError:  # of another machine
        return f"#{account}"
