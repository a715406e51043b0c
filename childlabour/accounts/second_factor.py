"""The second factor: a code that the officer's telephone shows for half a minute (TOTP), or a recovery code.

django-otp keeps the devices and counts wrong codes; each doubles the wait for the next, up to `LONGEST_WAIT`.
"""

from dataclasses import dataclass
from math import ceil

from django.conf import settings
from django.db import transaction
from django_otp import verify_token
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from childlabour.core.clock import now
from childlabour.units.models import Officer

RECOVERY_CODES = 10
DIGITS = 6
MOST_COUNTED = 9  # wrong codes in a row: the tenth waits no longer than the ninth
LONGEST_WAIT = 2 ** (MOST_COUNTED - 1)  # seconds; without this, twenty slips would cost a week
TELEPHONE, PAPER = "Điện thoại", "Mã dự phòng"


@dataclass(frozen=True)
class Verdict:
    is_right: bool
    wait: int = 0  # seconds before another code is looked at


def is_on(officer: Officer) -> bool:
    return bool(TOTPDevice.objects.filter(user=officer, confirmed=True).exists())


def is_missing(officer: Officer) -> bool:
    """Whether this keeper may not go on without one. A query for keepers alone."""
    is_above = officer.is_keeper or officer.is_superuser
    return settings.SECOND_FACTOR_FOR_KEEPERS and is_above and not is_on(officer)


def offered(officer: Officer) -> TOTPDevice:
    """The secret that the officer is asked to scan; the same until it is confirmed."""
    waiting = TOTPDevice.objects.filter(user=officer, confirmed=False).order_by("pk")  # two tabs may make two
    return waiting.first() or TOTPDevice.objects.create(user=officer, confirmed=False, name=TELEPHONE)


def readable_secret(device: TOTPDevice) -> str:
    """For typing: "JBSW Y3DP …", as authenticators take it."""
    _, _, secret = device.config_url.partition("secret=")
    secret = secret.partition("&")[0]
    return " ".join(secret[place : place + 4] for place in range(0, len(secret), 4))


def turn_on(officer: Officer, code: str) -> Verdict:
    """A right code proves that the telephone has the secret."""
    device = offered(officer)
    verdict = _verdict(officer, device, code)
    if verdict.is_right:
        TOTPDevice.objects.filter(pk=device.pk).update(confirmed=True)
    return verdict


@transaction.atomic
def new_recovery_codes(officer: Officer) -> list[str]:
    """In the place of all earlier ones; shown once, each good for one log-in."""
    StaticDevice.objects.filter(user=officer).delete()
    device = StaticDevice.objects.create(user=officer, name=PAPER)
    codes = [StaticToken.random_token() for _ in range(RECOVERY_CODES)]
    StaticToken.objects.bulk_create(StaticToken(device=device, token=code) for code in codes)
    return codes


def codes_left(officer: Officer) -> int:
    return int(StaticToken.objects.filter(device__user=officer).count())


def verify(officer: Officer, code: str, *, is_familiar: bool = False) -> Verdict:
    """Of the telephone, or a recovery code, which is used up.

    `is_familiar`: asked from where the officer has come in before. What strangers got wrong does not hold up there;
    the limit of the address does (`guessing`).
    """
    kind = TOTPDevice if code.isdigit() and len(code) == DIGITS else StaticDevice
    if is_familiar:
        kind.objects.filter(user=officer).update(
            throttling_failure_count=0, throttling_failure_timestamp=None
        )
    device = kind.objects.filter(user=officer, confirmed=True).first()
    return _verdict(officer, device, code) if device else Verdict(False)


@transaction.atomic
def turn_off(officer: Officer) -> None:
    TOTPDevice.objects.filter(user=officer).delete()
    StaticDevice.objects.filter(user=officer).delete()


def tidy_code(written: str) -> str:
    return "".join(written.split()).replace("-", "").lower()


def _verdict(officer: Officer, device: TOTPDevice | StaticDevice, code: str) -> Verdict:
    kind = type(device)
    kind.objects.filter(pk=device.pk, throttling_failure_count__gt=MOST_COUNTED).update(
        throttling_failure_count=MOST_COUNTED
    )
    device.refresh_from_db()
    allowed, why = device.verify_is_allowed()
    if not allowed:
        return Verdict(False, max(1, ceil((why["locked_until"] - now()).total_seconds())))
    return Verdict(verify_token(officer, device.persistent_id, code) is not None)
