"""What places and people are called. The provinces are the real ones; whoever lives there is invented."""

from random import Random

# Code and name of each province of today → those that became part of it on 1/7/2025 (Nghị quyết 202/2025/QH15).
PROVINCES = {
    "08 tỉnh Tuyên Quang": ("tỉnh Hà Giang",),
    "20 tỉnh Lạng Sơn": (),
    "25 tỉnh Phú Thọ": ("tỉnh Hòa Bình", "tỉnh Vĩnh Phúc"),
    "01 Thành phố Hà Nội": (),
    "04 tỉnh Cao Bằng": (),
    "11 tỉnh Điện Biên": (),
    "12 tỉnh Lai Châu": (),
    "14 tỉnh Sơn La": (),
    "15 tỉnh Lào Cai": ("tỉnh Yên Bái",),
    "19 tỉnh Thái Nguyên": ("tỉnh Bắc Kạn",),
    "22 tỉnh Quảng Ninh": (),
    "24 tỉnh Bắc Ninh": ("tỉnh Bắc Giang",),
    "31 Thành phố Hải Phòng": ("tỉnh Hải Dương",),
    "33 tỉnh Hưng Yên": ("tỉnh Thái Bình",),
    "37 tỉnh Ninh Bình": ("tỉnh Hà Nam", "tỉnh Nam Định"),
    "38 tỉnh Thanh Hóa": (),
    "40 tỉnh Nghệ An": (),
    "42 tỉnh Hà Tĩnh": (),
    "44 tỉnh Quảng Trị": ("tỉnh Quảng Bình",),
    "46 Thành phố Huế": (),
    "48 Thành phố Đà Nẵng": ("tỉnh Quảng Nam",),
    "51 tỉnh Quảng Ngãi": ("tỉnh Kon Tum",),
    "52 tỉnh Gia Lai": ("tỉnh Bình Định",),
    "56 tỉnh Khánh Hòa": ("tỉnh Ninh Thuận",),
    "66 tỉnh Đắk Lắk": ("tỉnh Phú Yên",),
    "68 tỉnh Lâm Đồng": ("tỉnh Bình Thuận", "tỉnh Đắk Nông"),
    "75 tỉnh Đồng Nai": ("tỉnh Bình Phước",),
    "79 Thành phố Hồ Chí Minh": ("tỉnh Bà Rịa - Vũng Tàu", "tỉnh Bình Dương"),
    "80 tỉnh Tây Ninh": ("tỉnh Long An",),
    "82 tỉnh Đồng Tháp": ("tỉnh Tiền Giang",),
    "86 tỉnh Vĩnh Long": ("tỉnh Bến Tre", "tỉnh Trà Vinh"),
    "91 tỉnh An Giang": ("tỉnh Kiên Giang",),
    "92 Thành phố Cần Thơ": ("tỉnh Sóc Trăng", "tỉnh Hậu Giang"),
    "96 tỉnh Cà Mau": ("tỉnh Bạc Liêu",),
}


def _words(line: str) -> tuple[str, ...]:
    return tuple(line.split())


KINDS_OF_PLACE = ("tỉnh ", "Thành phố ", "huyện ", "xã ", "phường ", "thị trấn ")

FIRST = _words(
    "Tân Yên Hòa Minh Thanh Vĩnh Phú Bình An Đông Long Hưng Quang Thạch Sơn Kim Mỹ Xuân Hải Đại Nam Bắc Thượng "
    "Trung Văn Đức Quảng Hồng Liên Nghĩa"
)
SECOND = _words(
    "Thành Lập Tiến Phong Lộc Hải Thịnh Khê Giang Lâm Trạch Thủy Phương Cường Đồng Hà Mai Lương Châu Lạc Trung "
    "Nghĩa Hiệp Lợi Xá Điền Hậu"
)

FAMILIES = _words(
    "Nguyễn Trần Lê Phạm Hoàng Vũ Đặng Bùi Đỗ Hồ Ngô Dương Lý Vi Nông Hà Lò Giàng Sùng Quàng Đinh"
)
BETWEEN = _words("Văn Thị Đức Minh Thu Ngọc Quang Thanh Hữu Kim")
GIVEN = _words(
    "Lan Hùng Thu Páo Mai Sơn Dung Thắng Vinh Hoa Nam Bình Cường Hạnh Hải Hiền Khánh Liên Long Loan Nga Phương "
    "Quân Tâm Thảo Toàn Trang Tú Tuấn Yến"
)


def place_name(rng: Random) -> str:
    """ "Tân Lộc"; never one syllable twice."""
    while True:
        first, second = rng.choice(FIRST), rng.choice(SECOND)
        if first != second:
            return f"{first} {second}"


def person_name(rng: Random) -> str:
    return f"{rng.choice(FAMILIES)} {rng.choice(BETWEEN)} {rng.choice(GIVEN)}"


def without_kind(name: str) -> str:
    """As a date line names a place: "xã Tân Thành" → "Tân Thành"."""
    kind = next((kind for kind in KINDS_OF_PLACE if name.startswith(kind)), "")
    return name.removeprefix(kind)
