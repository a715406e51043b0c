"""The places of the samples, what became of them on 1/7/2025, and by which resolution.

Codes and successors: the State's list of administrative units before and after Nghị quyết 202/2025/QH15
(public tables, package vietnamadminunits, MIT). A code is used again: 06445 was xã Hòa Sơn and is now the
new, larger xã Tân Thành. "→" names the codes that took a place over; several mean that it was divided.
"""

from collections.abc import Iterator
from datetime import date

from childlabour.units.models.place import PlaceLevel
from childlabour.units.models.succession import SuccessionKind

from .shapes import PlaceData, SuccessionData

LAST_DAY_OF_DISTRICTS = date(2025, 6, 30)
FIRST_DAY_WITHOUT = date(2025, 7, 1)

MERGER_OF_PROVINCES = "Nghị quyết số 202/2025/QH15 ngày 12/6/2025 của Quốc hội"
IN_DIEN_BIEN = "Nghị quyết số 1661/NQ-UBTVQH15 ngày 16/6/2025 của Ủy ban Thường vụ Quốc hội"
IN_LANG_SON = "Nghị quyết số 1672/NQ-UBTVQH15 ngày 16/6/2025 của Ủy ban Thường vụ Quốc hội"
IN_HA_NOI = "Nghị quyết số 1656/NQ-UBTVQH15 ngày 16/6/2025 của Ủy ban Thường vụ Quốc hội"


def _province(code: str, name: str, **validity: date) -> PlaceData:
    return PlaceData(code=code, name=name, level=PlaceLevel.PROVINCE, parent=VIET_NAM, **validity)


def _district(code: str, name: str, province: PlaceData) -> PlaceData:
    return PlaceData(
        code=code, name=name, level=PlaceLevel.DISTRICT, parent=province, valid_to=LAST_DAY_OF_DISTRICTS
    )


def _new_communes(province: PlaceData, table: str) -> dict[str, PlaceData]:
    """Communes since 1/7/2025, directly under the province, by code."""
    return {
        code: PlaceData(
            code=code, name=name, level=PlaceLevel.COMMUNE, parent=province, valid_from=FIRST_DAY_WITHOUT
        )
        for code, name in (line.split(maxsplit=1) for line in _lines(table))
    }


def _old_communes(district: PlaceData, table: str) -> dict[PlaceData, tuple[str, ...]]:
    """Communes of a district until 30/6/2025, each with the codes of its successors."""
    communes = {}
    for line in _lines(table):
        before, _, after = line.partition("→")
        code, name = before.strip().split(maxsplit=1)
        commune = PlaceData(
            code=code,
            name=name,
            level=PlaceLevel.COMMUNE,
            parent=district,
            valid_to=LAST_DAY_OF_DISTRICTS,
        )
        communes[commune] = tuple(after.split())
    return communes


def _lines(table: str) -> list[str]:
    return [line.strip() for line in table.splitlines() if line.strip()]


VIET_NAM = PlaceData(name="Việt Nam", level=PlaceLevel.COUNTRY)

# --- Lạng Sơn ---------------------------------------------------------------------------------------------

LANG_SON = _province("20", "tỉnh Lạng Sơn")
HUU_LUNG = _district("186", "huyện Hữu Lũng", LANG_SON)
NEW_IN_LANG_SON = _new_communes(
    LANG_SON,
    """
    06385 xã Hữu Lũng
    06391 xã Yên Bình
    06400 xã Hữu Liên
    06415 xã Vân Nham
    06427 xã Cai Kinh
    06436 xã Thiện Tân
    06445 xã Tân Thành
    06457 xã Tuấn Sơn
    """,
)
IN_HUU_LUNG = _old_communes(
    HUU_LUNG,
    """
    06385 thị trấn Hữu Lũng → 06385
    06388 xã Hữu Liên → 06400
    06391 xã Yên Bình → 06391
    06394 xã Quyết Thắng → 06391
    06397 xã Hòa Bình → 06391
    06400 xã Yên Thịnh → 06400
    06403 xã Yên Sơn → 06427
    06406 xã Thiện Tân → 06436
    06412 xã Yên Vượng → 06427
    06415 xã Minh Tiến → 06415
    06418 xã Nhật Tiến → 06415
    06421 xã Thanh Sơn → 06436
    06424 xã Đồng Tân → 06385
    06427 xã Cai Kinh → 06427
    06430 xã Hòa Lạc → 06445
    06433 xã Vân Nham → 06415
    06436 xã Đồng Tiến → 06436
    06442 xã Tân Thành → 06445
    06445 xã Hòa Sơn → 06445
    06448 xã Minh Sơn → 06457
    06451 xã Hồ Sơn → 06385
    06457 xã Minh Hòa → 06457
    06460 xã Hòa Thắng → 06457
    """,
)
TAN_THANH = next(place for place in IN_HUU_LUNG if place.name == "xã Tân Thành")
NEW_TAN_THANH = NEW_IN_LANG_SON["06445"]  # its office is the former one of Hòa Sơn

# --- Điện Biên --------------------------------------------------------------------------------------------

DIEN_BIEN = _province("11", "tỉnh Điện Biên")
NEW_IN_DIEN_BIEN = _new_communes(
    DIEN_BIEN,
    """
    03127 phường Điện Biên Phủ
    03151 phường Mường Lay
    03158 xã Sín Thầu
    03160 xã Mường Nhé
    03162 xã Nậm Kè
    03163 xã Mường Toong
    03164 xã Quảng Lâm
    03166 xã Mường Chà
    03169 xã Nà Hỳ
    03172 xã Na Sang
    03175 xã Chà Tở
    03176 xã Nà Bủng
    03181 xã Mường Tùng
    03193 xã Pa Ham
    03194 xã Nậm Nèn
    03199 xã Si Pa Phìn
    03202 xã Mường Pồn
    03203 xã Na Son
    03208 xã Xa Dung
    03214 xã Mường Luân
    03217 xã Tủa Chùa
    03220 xã Tủa Thàng
    03226 xã Sín Chải
    03241 xã Sính Phình
    03244 xã Sáng Nhè
    03253 xã Tuần Giáo
    03256 xã Mường Ảng
    03260 xã Pú Nhung
    03268 xã Mường Mùn
    03283 xã Chiềng Sinh
    03295 xã Quài Tở
    03301 xã Búng Lao
    03313 xã Mường Lạn
    03316 xã Nà Tấu
    03325 xã Mường Phăng
    03328 xã Thanh Nưa
    03334 phường Mường Thanh
    03349 xã Thanh Yên
    03352 xã Thanh An
    03356 xã Sam Mứn
    03358 xã Núa Ngam
    03368 xã Mường Nhà
    03370 xã Pu Nhi
    03382 xã Phình Giàng
    03385 xã Tìa Dình
    """,
)
DIEN_BIEN_DONG = _district("101", "huyện Điện Biên Đông", DIEN_BIEN)
DISTRICTS_OF_DIEN_BIEN = {
    _district("094", "thành phố Điện Biên Phủ", DIEN_BIEN): "03127 03316 03325 03334",
    _district("095", "thị xã Mường Lay", DIEN_BIEN): "03151",
    _district("096", "huyện Mường Nhé", DIEN_BIEN): "03158 03160 03162 03163 03164",
    _district("097", "huyện Mường Chà", DIEN_BIEN): "03151 03172 03181 03193 03194 03202",
    _district("098", "huyện Tủa Chùa", DIEN_BIEN): "03217 03220 03226 03241 03244",
    _district("099", "huyện Tuần Giáo", DIEN_BIEN): "03217 03244 03253 03260 03268 03283 03295 03301",
    _district("100", "huyện Điện Biên", DIEN_BIEN): "03202 03328 03334 03349 03352 03356 03358 03368",
    DIEN_BIEN_DONG: "03203 03208 03214 03370 03382 03385",
    _district("102", "huyện Mường Ảng", DIEN_BIEN): "03256 03301 03313 03316",
    _district("103", "huyện Nậm Pồ", DIEN_BIEN): "03164 03166 03169 03175 03176 03199",
}
IN_DIEN_BIEN_DONG = _old_communes(
    DIEN_BIEN_DONG,
    """
    03203 thị trấn Điện Biên Đông → 03203
    03205 xã Na Son → 03203
    03208 xã Phì Nhừ → 03208
    03211 xã Chiềng Sơ → 03214
    03214 xã Mường Luân → 03214
    03370 xã Pu Nhi → 03370
    03371 xã Nong U → 03370
    03373 xã Xa Dung → 03208
    03376 xã Keo Lôm → 03203
    03379 xã Luân Giói → 03214
    03382 xã Phình Giàng → 03382
    03383 xã Pú Hồng → 03382
    03384 xã Tìa Dình → 03385
    03385 xã Háng Lìa → 03385
    """,
)

# --- Hà Nội: the wards of Hà Đông, as they were in 2025, were divided ------------------------------------

HA_NOI = _province("01", "thành phố Hà Nội")
HA_DONG = _district("268", "quận Hà Đông", HA_NOI)
NEW_IN_HA_NOI = _new_communes(
    HA_NOI,
    """
    00634 phường Tây Mỗ
    00637 phường Đại Mỗ
    00643 phường Thanh Liệt
    00664 xã Đại Thanh
    09552 phường Kiến Hưng
    09556 phường Hà Đông
    09562 phường Yên Nghĩa
    09568 phường Phú Lương
    09877 xã An Khánh
    09886 phường Dương Nội
    10015 phường Chương Mỹ
    10126 xã Bình Minh
    """,
)
IN_HA_DONG = _old_communes(
    HA_DONG,
    """
    09538 phường Quang Trung → 09552 09556
    09541 phường Mộ Lao → 00637 09556
    09542 phường Văn Quán → 00643 09556
    09544 phường Vạn Phúc → 09556
    09551 phường La Khê → 09556 09886
    09552 phường Phú La → 09552 09886
    09553 phường Phúc La → 09556
    09556 phường Hà Cầu → 09552 09556
    09562 phường Yên Nghĩa → 09562 09886
    09565 phường Kiến Hưng → 00664 09552 09568
    09568 phường Phú Lãm → 09568
    09571 phường Phú Lương → 09552 09568 10126
    09886 phường Dương Nội → 00634 00637 09877 09886
    10117 phường Đồng Mai → 09562 10015
    10123 phường Biên Giang → 10015
    """,
)

# --- Thành phố Hồ Chí Minh took over two provinces --------------------------------------------------------

BA_RIA_VUNG_TAU = _province("77", "tỉnh Bà Rịa – Vũng Tàu", valid_to=LAST_DAY_OF_DISTRICTS)
BINH_DUONG = _province("74", "tỉnh Bình Dương", valid_to=LAST_DAY_OF_DISTRICTS)
OLD_HO_CHI_MINH = _province("79", "Thành phố Hồ Chí Minh", valid_to=LAST_DAY_OF_DISTRICTS)
HO_CHI_MINH = _province("79", "Thành phố Hồ Chí Minh", valid_from=FIRST_DAY_WITHOUT)

# --- All of it --------------------------------------------------------------------------------------------

DISTRICTS = (HUU_LUNG, HA_DONG, *DISTRICTS_OF_DIEN_BIEN)
OLD_COMMUNES = (*IN_HUU_LUNG, *IN_DIEN_BIEN_DONG, *IN_HA_DONG)
NEW_COMMUNES = (*NEW_IN_LANG_SON.values(), *NEW_IN_DIEN_BIEN.values(), *NEW_IN_HA_NOI.values())
PLACES = (
    VIET_NAM,
    LANG_SON,
    DIEN_BIEN,
    HA_NOI,
    BA_RIA_VUNG_TAU,
    BINH_DUONG,
    OLD_HO_CHI_MINH,
    HO_CHI_MINH,
    *DISTRICTS,
    *OLD_COMMUNES,
    *NEW_COMMUNES,
)


def _successions() -> Iterator[SuccessionData]:
    for province in (BA_RIA_VUNG_TAU, BINH_DUONG, OLD_HO_CHI_MINH):
        yield SuccessionData(
            old=province, new=HO_CHI_MINH, kind=SuccessionKind.MERGED, legal_basis=MERGER_OF_PROVINCES
        )
    yield from _of_communes(IN_HUU_LUNG, NEW_IN_LANG_SON, IN_LANG_SON)
    yield from _of_communes(IN_DIEN_BIEN_DONG, NEW_IN_DIEN_BIEN, IN_DIEN_BIEN)
    yield from _of_communes(IN_HA_DONG, NEW_IN_HA_NOI, IN_HA_NOI)
    yield from _divided(HUU_LUNG, tuple(NEW_IN_LANG_SON), NEW_IN_LANG_SON, IN_LANG_SON)
    yield from _divided(HA_DONG, tuple(NEW_IN_HA_NOI), NEW_IN_HA_NOI, IN_HA_NOI)
    for district, codes in DISTRICTS_OF_DIEN_BIEN.items():
        yield from _divided(district, tuple(codes.split()), NEW_IN_DIEN_BIEN, IN_DIEN_BIEN)


def _of_communes(
    old: dict[PlaceData, tuple[str, ...]], new: dict[str, PlaceData], legal_basis: str
) -> Iterator[SuccessionData]:
    for place, codes in old.items():
        if len(codes) > 1:
            yield from _divided(place, codes, new, legal_basis)
        else:
            yield SuccessionData(
                old=place, new=new[codes[0]], kind=SuccessionKind.MERGED, legal_basis=legal_basis
            )


def _divided(
    old: PlaceData, codes: tuple[str, ...], new: dict[str, PlaceData], legal_basis: str
) -> Iterator[SuccessionData]:
    for code in codes:
        yield SuccessionData(old=old, new=new[code], kind=SuccessionKind.SPLIT, legal_basis=legal_basis)


PLACE_SUCCESSIONS = tuple(_successions())
