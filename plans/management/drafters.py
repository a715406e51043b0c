"""For whom a command writes: an officer by log-in, and the unit that this officer drafts for."""

from childlabour.core.errors import Refusal
from childlabour.units.models import Officer, Unit
from plans.law.rights import issuers_for, usual_issuer


def officer_called(name: str) -> Officer:
    officer = Officer.objects.filter(username=name, is_active=True).first()
    if officer is None:
        raise Refusal(f"Không có cán bộ nào đăng nhập bằng tên “{name[:80]}”. Xem lại --officer.")
    return officer


def unit_for(officer: Officer, pk: str) -> Unit:
    """The unit asked for, else the one that the officer drafts for."""
    units = issuers_for(officer).exclude(symbol="").select_related("place")
    if not pk:
        unit = usual_issuer(units)
    else:
        known = pk.isascii() and pk.isdecimal() and len(pk) < 19
        unit = units.filter(pk=pk).first() if known else None
    if unit is None:
        asked = f"cho cơ quan mang mã “{pk[:40]}”" if pk else "cho cơ quan nào"
        raise Refusal(f"{officer} không soạn thảo {asked}. Chọn người soạn thảo hoặc --unit khác.")
    return unit
