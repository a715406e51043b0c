"""The days off of State offices, and the Saturdays worked instead.

Tết, the second day of Quốc khánh and the swaps are named year by year; nothing is guessed for a year whose
notice has not been seen.
"""

from childlabour.core.vietnamese import read_date
from targets.catalogue.choices import Certainty, DayKind

from .pieces import DayData

SECOND_HAND = Certainty.SECOND_HAND
BY_LAW = "Bộ luật Lao động 2019, Điều 112"
GIVEN_IN_RETURN = "Bộ luật Lao động 2019, Điều 111 khoản 3"
CULTURE_DAY = "Nghị quyết số 28/2026/QH16, Điều 2"
NOTICE_OF_2025 = "Thông báo số 6150/TB-BLĐTBXH ngày 03/12/2024"
NOTICE_OF_2026 = "Thông báo số 9441/TB-BNV ngày 16/10/2025"
SWAP_OF_JANUARY_2026 = "Công văn số 12729/VPCP-KGVX ngày 25/12/2025"
NOTICE_OF_2027 = "Công văn số 10065/VPCP-KGVX ngày 02/10/2026"


def _off(name: str, source: str, *days: str) -> tuple[DayData, ...]:
    return tuple(DayData(day=read_date(day), name=name, source=source, certainty=SECOND_HAND) for day in days)


def _swapped(off: str, worked: str, occasion: str, source: str) -> tuple[DayData, ...]:
    """A weekday between two days off, and the Saturday that is worked for it."""
    return (
        *_off(f"{occasion} (hoán đổi)", source, off),
        DayData(
            day=read_date(worked),
            kind=DayKind.WORKED,
            name=f"Làm bù cho ngày {off}",
            source=source,
            certainty=SECOND_HAND,
        ),
    )


NEW_YEAR, TET, HUNG_KINGS = "Tết Dương lịch", "Tết Nguyên đán", "Giỗ Tổ Hùng Vương"
VICTORY, LABOUR, NATIONAL = "Ngày Chiến thắng", "Ngày Quốc tế Lao động", "Quốc khánh"

DAYS_OF_2025 = (
    *_off(NEW_YEAR, BY_LAW, "01/01/2025"),
    *_off(TET, NOTICE_OF_2025, "27/01/2025", "28/01/2025", "29/01/2025", "30/01/2025", "31/01/2025"),
    *_off(HUNG_KINGS, BY_LAW, "07/4/2025"),
    *_off(VICTORY, BY_LAW, "30/4/2025"),
    *_off(LABOUR, BY_LAW, "01/5/2025"),
    *_swapped("02/5/2025", "26/4/2025", LABOUR, NOTICE_OF_2025),
    *_off(NATIONAL, NOTICE_OF_2025, "01/9/2025", "02/9/2025"),
)
DAYS_OF_2026 = (
    *_off(NEW_YEAR, BY_LAW, "01/01/2026"),
    *_swapped("02/01/2026", "10/01/2026", NEW_YEAR, SWAP_OF_JANUARY_2026),
    *_off(TET, NOTICE_OF_2026, "16/02/2026", "17/02/2026", "18/02/2026", "19/02/2026", "20/02/2026"),
    *_off(f"Nghỉ bù {HUNG_KINGS}", GIVEN_IN_RETURN, "27/4/2026"),
    *_off(VICTORY, BY_LAW, "30/4/2026"),
    *_off(LABOUR, BY_LAW, "01/5/2026"),
    *_swapped("31/8/2026", "22/8/2026", NATIONAL, NOTICE_OF_2026),
    *_off(NATIONAL, NOTICE_OF_2026, "01/9/2026", "02/9/2026"),
    *_off("Ngày Văn hóa Việt Nam", CULTURE_DAY, "24/11/2026"),
)
# Mùng 1 is Saturday 06/02/2027: two days of Tết fall on the weekend and are given back on 09 and 10.
DAYS_OF_2027 = (
    *_off(NEW_YEAR, BY_LAW, "01/01/2027"),
    *_off(TET, NOTICE_OF_2027, "04/02/2027", "05/02/2027", "08/02/2027"),
    *_off(f"Nghỉ bù {TET}", NOTICE_OF_2027, "09/02/2027", "10/02/2027"),
    *_off(HUNG_KINGS, BY_LAW, "16/4/2027"),
    *_off(VICTORY, BY_LAW, "30/4/2027"),
    *_off(f"Nghỉ bù {LABOUR}", GIVEN_IN_RETURN, "03/5/2027"),
    *_off(NATIONAL, NOTICE_OF_2027, "02/9/2027", "03/9/2027"),
    *_off("Ngày Văn hóa Việt Nam", CULTURE_DAY, "24/11/2027"),
)
