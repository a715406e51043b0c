"""The offices of the samples: who issues, who drafts, who does the work, and who took over in 2025."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from childlabour.units.models.succession import SuccessionKind
from childlabour.units.models.unit import UnitFunction

from . import places
from .places import LAST_DAY_OF_DISTRICTS
from .shapes import CapacityData, PlaceData, SuccessionData, UnitData

# The ministry's last day; when each province closed its department was not seen, so it is taken for them, too.
LAST_DAY_OF_LABOUR = date(2025, 2, 28)

# In a date line, a place named after an event or a person keeps its kind (NĐ 30/2020, Phụ lục I, II.4a).
SEATS_IN_FULL = {
    "thành phố Điện Biên Phủ": "Thành phố Điện Biên Phủ",
    "phường Điện Biên Phủ": "Phường Điện Biên Phủ",
    "Thành phố Hồ Chí Minh": "Thành phố Hồ Chí Minh",
}
KINDS_OF_PLACE = ("tỉnh", "thành phố", "thị xã", "thị trấn", "huyện", "quận", "xã", "phường")


def _seat(place: PlaceData) -> str:
    if place.name in SEATS_IN_FULL:
        return SEATS_IN_FULL[place.name]
    kind = next(kind for kind in KINDS_OF_PLACE if place.name.startswith(f"{kind} "))
    return place.name.removeprefix(f"{kind} ")


def _committee(place: PlaceData, superior: UnitData | None = None) -> UnitData:
    return UnitData(
        name=f"Ủy ban nhân dân {place.name}",
        short_name=f"UBND {place.name}",
        letterhead=f"Ủy ban nhân dân\n{place.name}",
        symbol="UBND",
        seat=_seat(place),
        place=place,
        function=UnitFunction.COMMITTEE,
        superior=superior,
        valid_from=place.valid_from,
        valid_to=place.valid_to,
    )


def _office(name: str, committee: UnitData, function: UnitFunction, **more: Any) -> UnitData:
    """An office under a committee, for as long as the committee lasts unless `more` says otherwise."""
    return UnitData(
        **{
            "name": name,
            "place": committee.place,
            "function": function,
            "seat": committee.seat,
            "superior": committee,
            "valid_to": committee.valid_to,
            **more,
        }
    )


def _labour_department(committee: UnitData, **more: Any) -> UnitData:
    """Sở LĐTBXH of a province; its letterhead names the province above, not again in its own name."""
    return _office(
        f"Sở Lao động - Thương binh và Xã hội {committee.place.name}",
        committee,
        UnitFunction.CHILDREN,
        short_name=f"Sở LĐTBXH {committee.place.name}",
        letterhead="Sở Lao động - Thương binh\nvà Xã hội",
        superior_letterhead=committee.letterhead,
        symbol="SLĐTBXH",
        valid_to=LAST_DAY_OF_LABOUR,
        **more,
    )


# --- The State --------------------------------------------------------------------------------------------

PRIME_MINISTER = UnitData(
    name="Thủ tướng Chính phủ",
    letterhead="Thủ tướng Chính phủ",
    symbol="TTg",
    seat="Hà Nội",
    place=places.VIET_NAM,
    function=UnitFunction.GOVERNMENT,
)
LABOUR_MINISTRY = UnitData(
    name="Bộ Lao động - Thương binh và Xã hội",
    short_name="Bộ LĐTBXH",
    symbol="BLĐTBXH",
    seat="Hà Nội",
    place=places.VIET_NAM,
    function=UnitFunction.GOVERNMENT,
    superior=PRIME_MINISTER,
    valid_to=LAST_DAY_OF_LABOUR,
)
HEALTH_MINISTRY = UnitData(
    name="Bộ Y tế",
    symbol="BYT",
    seat="Hà Nội",
    place=places.VIET_NAM,
    function=UnitFunction.GOVERNMENT,
    superior=PRIME_MINISTER,
)
HOME_MINISTRY = UnitData(
    name="Bộ Nội vụ",
    symbol="BNV",
    seat="Hà Nội",
    place=places.VIET_NAM,
    function=UnitFunction.GOVERNMENT,
    superior=PRIME_MINISTER,
)

# --- Lạng Sơn: the province, Hữu Lũng, Tân Thành ----------------------------------------------------------

UBND_LANG_SON = _committee(places.LANG_SON)
LABOUR_LANG_SON = _labour_department(UBND_LANG_SON, drafts_for=UBND_LANG_SON)
FRONT_LANG_SON = _office(
    "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Lạng Sơn",
    UBND_LANG_SON,
    UnitFunction.FRONT,
    superior=None,
    short_name="Ủy ban MTTQ Việt Nam tỉnh Lạng Sơn",
)
UNIONS_LANG_SON = tuple(
    _office(f"{name} tỉnh Lạng Sơn", UBND_LANG_SON, UnitFunction.UNION, superior=None)
    for name in (
        "Đoàn Thanh niên Cộng sản Hồ Chí Minh",
        "Hội Liên hiệp Phụ nữ",
        "Hội Nông dân",
        "Hội Cựu chiến binh",
    )
)

UBND_HUU_LUNG = _committee(places.HUU_LUNG, superior=UBND_LANG_SON)
LABOUR_HUU_LUNG = _office(
    "Phòng Lao động - Thương binh và Xã hội - Dân tộc huyện Hữu Lũng",
    UBND_HUU_LUNG,
    UnitFunction.CHILDREN,
    short_name="Phòng LĐTBXH-DT huyện Hữu Lũng",
    letterhead="Phòng Lao động - Thương binh\nvà Xã hội - Dân tộc",
    superior_letterhead=UBND_HUU_LUNG.letterhead,
    symbol="LĐTBXH-DT",
    drafts_for=UBND_HUU_LUNG,
)

COMMITTEES_OF_HUU_LUNG = tuple(_committee(place, UBND_HUU_LUNG) for place in places.IN_HUU_LUNG)
UBND_TAN_THANH = next(unit for unit in COMMITTEES_OF_HUU_LUNG if unit.place is places.TAN_THANH)

CULTURE_TAN_THANH = _office(
    "Công chức Văn hóa - Xã hội xã Tân Thành",
    UBND_TAN_THANH,
    UnitFunction.CHILDREN,
    drafts_for=UBND_TAN_THANH,
)
FINANCE_TAN_THANH = _office(
    "Công chức Tài chính - Kế toán xã Tân Thành", UBND_TAN_THANH, UnitFunction.FINANCE
)
POLICE_TAN_THANH = _office("Công an xã Tân Thành", UBND_TAN_THANH, UnitFunction.POLICE)
# The plan says "các trường học trên địa bàn" and "các tổ chức chính trị - xã hội xã" without naming them;
# these are the ones that every commune of its time had.
SCHOOLS_TAN_THANH = tuple(
    _office(f"{name} xã Tân Thành", UBND_TAN_THANH, UnitFunction.SCHOOL)
    for name in ("Trường Tiểu học", "Trường Trung học cơ sở")
)
FRONT_TAN_THANH = _office(
    "Ủy ban Mặt trận Tổ quốc Việt Nam xã Tân Thành",
    UBND_TAN_THANH,
    UnitFunction.FRONT,
    superior=None,
    short_name="Ủy ban MTTQ xã Tân Thành",
)
UNIONS_TAN_THANH = tuple(
    _office(f"{name} xã Tân Thành", UBND_TAN_THANH, UnitFunction.UNION, superior=None)
    for name in (
        "Hội Liên hiệp Phụ nữ",
        "Đoàn Thanh niên Cộng sản Hồ Chí Minh",
        "Hội Nông dân",
        "Hội Cựu chiến binh",
    )
)

# --- Điện Biên: the province and its ten districts --------------------------------------------------------

UBND_DIEN_BIEN = _committee(places.DIEN_BIEN)
LABOUR_DIEN_BIEN = _labour_department(UBND_DIEN_BIEN)
COMMITTEES_OF_DIEN_BIEN = tuple(_committee(place, UBND_DIEN_BIEN) for place in places.DISTRICTS_OF_DIEN_BIEN)
UBND_DIEN_BIEN_DONG = next(u for u in COMMITTEES_OF_DIEN_BIEN if u.place is places.DIEN_BIEN_DONG)
LABOUR_DIEN_BIEN_DONG = _office(
    "Phòng Lao động - Thương binh và Xã hội huyện Điện Biên Đông",
    UBND_DIEN_BIEN_DONG,
    UnitFunction.CHILDREN,
    short_name="Phòng LĐTBXH huyện Điện Biên Đông",
    letterhead="Phòng Lao động - Thương binh\nvà Xã hội",
    superior_letterhead=UBND_DIEN_BIEN_DONG.letterhead,
    symbol="LĐTBXH",
    drafts_for=UBND_DIEN_BIEN_DONG,
)
COMMITTEES_OF_DIEN_BIEN_DONG = tuple(
    _committee(place, UBND_DIEN_BIEN_DONG) for place in places.IN_DIEN_BIEN_DONG
)

# --- Hà Nội: Hà Đông --------------------------------------------------------------------------------------

UBND_HA_NOI = _committee(places.HA_NOI)
SOCIAL_WORK_HA_NOI = _office(
    "Trung tâm cung cấp dịch vụ công tác xã hội Hà Nội", UBND_HA_NOI, UnitFunction.OTHER
)
UBND_HA_DONG = _committee(places.HA_DONG, superior=UBND_HA_NOI)
LABOUR_HA_DONG = _office(
    "Phòng Lao động - Thương binh và Xã hội quận Hà Đông",
    UBND_HA_DONG,
    UnitFunction.CHILDREN,
    short_name="Phòng LĐTB&XH quận Hà Đông",
    letterhead="Phòng Lao động - Thương binh\nvà Xã hội",
    superior_letterhead=UBND_HA_DONG.letterhead,
    symbol="LĐTBXH",
    drafts_for=UBND_HA_DONG,
)
COMMITTEES_OF_HA_DONG = tuple(_committee(place, UBND_HA_DONG) for place in places.IN_HA_DONG)

# --- Bà Rịa – Vũng Tàu ------------------------------------------------------------------------------------

UBND_BA_RIA_VUNG_TAU = _committee(places.BA_RIA_VUNG_TAU)
UBND_HO_CHI_MINH = _committee(places.HO_CHI_MINH)
STEERING_BA_RIA_VUNG_TAU = _office(
    "Ban Chỉ đạo Bảo vệ, chăm sóc, giáo dục trẻ em tỉnh Bà Rịa – Vũng Tàu",
    UBND_BA_RIA_VUNG_TAU,
    UnitFunction.STEERING,
    short_name="Ban Chỉ đạo BVCSGDTE tỉnh Bà Rịa – Vũng Tàu",
    letterhead="Ban Chỉ đạo Bảo vệ, chăm sóc,\ngiáo dục trẻ em",
    superior_letterhead=UBND_BA_RIA_VUNG_TAU.letterhead,
    symbol="BCĐ",
)
LABOUR_BA_RIA_VUNG_TAU = _labour_department(UBND_BA_RIA_VUNG_TAU, drafts_for=STEERING_BA_RIA_VUNG_TAU)
WORKERS_BA_RIA_VUNG_TAU = _office(
    "Liên đoàn Lao động tỉnh Bà Rịa – Vũng Tàu", UBND_BA_RIA_VUNG_TAU, UnitFunction.UNION, superior=None
)

# --- Since 1/7/2025 ---------------------------------------------------------------------------------------

_PROVINCES_TODAY: dict[PlaceData | None, UnitData] = {
    places.LANG_SON: UBND_LANG_SON,
    places.DIEN_BIEN: UBND_DIEN_BIEN,
    places.HA_NOI: UBND_HA_NOI,
}
NEW_COMMITTEES = tuple(_committee(place, _PROVINCES_TODAY[place.parent]) for place in places.NEW_COMMUNES)
UBND_NEW_TAN_THANH = next(unit for unit in NEW_COMMITTEES if unit.place is places.NEW_TAN_THANH)
CULTURE_NEW_TAN_THANH = _office(
    "Phòng Văn hóa - Xã hội xã Tân Thành",
    UBND_NEW_TAN_THANH,
    UnitFunction.CHILDREN,
    valid_from=places.FIRST_DAY_WITHOUT,
    letterhead="Phòng Văn hóa - Xã hội",
    superior_letterhead=UBND_NEW_TAN_THANH.letterhead,
    symbol="VHXH",
    drafts_for=UBND_NEW_TAN_THANH,
)

# --- All of it; a unit stands after those it names --------------------------------------------------------

COMMITTEES = (
    UBND_LANG_SON,
    UBND_DIEN_BIEN,
    UBND_HA_NOI,
    UBND_BA_RIA_VUNG_TAU,
    UBND_HO_CHI_MINH,
    UBND_HUU_LUNG,
    UBND_HA_DONG,
    *COMMITTEES_OF_DIEN_BIEN,
    *COMMITTEES_OF_HUU_LUNG,
    *COMMITTEES_OF_DIEN_BIEN_DONG,
    *COMMITTEES_OF_HA_DONG,
    *NEW_COMMITTEES,
)
UNITS = (
    PRIME_MINISTER,
    LABOUR_MINISTRY,
    HEALTH_MINISTRY,
    HOME_MINISTRY,
    *COMMITTEES,
    STEERING_BA_RIA_VUNG_TAU,
    LABOUR_LANG_SON,
    LABOUR_DIEN_BIEN,
    LABOUR_BA_RIA_VUNG_TAU,
    LABOUR_HUU_LUNG,
    LABOUR_DIEN_BIEN_DONG,
    LABOUR_HA_DONG,
    SOCIAL_WORK_HA_NOI,
    FRONT_LANG_SON,
    *UNIONS_LANG_SON,
    WORKERS_BA_RIA_VUNG_TAU,
    CULTURE_TAN_THANH,
    FINANCE_TAN_THANH,
    POLICE_TAN_THANH,
    *SCHOOLS_TAN_THANH,
    FRONT_TAN_THANH,
    *UNIONS_TAN_THANH,
    CULTURE_NEW_TAN_THANH,
)


def _successions() -> Iterator[SuccessionData]:
    """A committee is followed by the committees of the places that followed its place."""
    committee_of = {unit.place: unit for unit in COMMITTEES}
    for handed_on in places.PLACE_SUCCESSIONS:
        if handed_on.old in committee_of and handed_on.new in committee_of:
            yield SuccessionData(
                old=committee_of[handed_on.old],
                new=committee_of[handed_on.new],
                kind=handed_on.kind,
                legal_basis=handed_on.legal_basis,
            )
    # Labour went to Bộ Nội vụ, children to Bộ Y tế (from 01/3/2025).
    yield SuccessionData(old=LABOUR_MINISTRY, new=HOME_MINISTRY, kind=SuccessionKind.MERGED)
    yield SuccessionData(old=LABOUR_MINISTRY, new=HEALTH_MINISTRY, kind=SuccessionKind.MOVED)
    yield SuccessionData(
        old=CULTURE_TAN_THANH,
        new=CULTURE_NEW_TAN_THANH,
        kind=SuccessionKind.MERGED,
        legal_basis=places.IN_LANG_SON,
    )


UNIT_SUCCESSIONS = tuple(_successions())

CAPACITIES = (
    CapacityData(
        unit=PRIME_MINISTER,
        lines="KT. THỦ TƯỚNG\nPHÓ THỦ TƯỚNG",
        signer="Vũ Đức Đam",
        valid_from=date(2013, 11, 13),
        valid_to=date(2023, 1, 5),
    ),
    # From when he signed was not seen: open at the beginning.
    CapacityData(
        unit=UBND_TAN_THANH,
        lines="KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH",
        signer="Phan Quang Vinh",
        valid_to=LAST_DAY_OF_DISTRICTS,
    ),
    # Invented, as are all people of the demo; open at the end, so that the demo office can sign today.
    CapacityData(
        unit=UBND_HUU_LUNG,
        lines="TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH",
        signer="Vi Văn Hùng",
    ),
)
