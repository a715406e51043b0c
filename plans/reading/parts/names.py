"""Names of agencies: to tell them on a letterhead and to write them as a sentence does. Pure."""

import re

from childlabour.core.vietnamese import search_key
from plans.reading.text.words import is_capitals

_U = "A-ZĐÀ-ÝĂĨŨƠƯẠ-Ỹ"
AGENCY_WORDS = (
    "uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd|so|phong(?!,? (?:chong|ngua))|ban chi dao"
    "|ban quan ly|ban|bo|cuc|tong cuc|chi cuc|vu"
    "|van phong|trung tam|truong|lien doan lao dong|cong doan|hoi|doan|tinh doan|tong lien doan|tong cong ty"
    "|tong hoi|trung uong|quan doan|huyen doan|thanh doan|uy ban"
    "|ubmttq|mat tran to quoc|mttq|cong an|bo chi huy|ban chi huy|tinh uy|huyen uy|dang uy|thanh uy|quan uy"
    "|dang bo"
    "|toa an|vien kiem sat|thanh tra|kho bac|bao hiem|ngan hang|benh vien|tram y te|hop tac xa|lien minh|vien"
    "|cong chuc|cac truong|to chuc|thuong truc|ban thuong vu|chinh phu|thu tuong|quoc hoi"
)
_AGENCY = re.compile(rf"(?:{AGENCY_WORDS})\b")
_TERRITORY = (
    "xã",
    "phường",
    "thị trấn",
    "huyện",
    "quận",
    "thị xã",
    "thành phố",
    "tỉnh",
    "đặc khu",
    "thôn",
    "bản",
)
_TERRITORY_WORDS = re.compile(r"(?:xa|phuong|thi tran|huyen|quan|thi xa|thanh pho|tinh|tp|dac khu)\b")
# Words that stay small inside an agency's name; everything else of a name in capitals is a proper noun.
_TERRITORY_ENDS = frozenset({"xã", "phường", "trấn", "huyện", "quận", "phố", "tỉnh", "khu"})
_TERRITORY_STARTS = frozenset({"ủy", "uỷ"})
_SMALL = frozenset(
    {
        "ủy",
        "uỷ",
        "ban",
        "nhân",
        "dân",
        "hội",
        "đồng",
        "huyện",
        "quận",
        "tỉnh",
        "xã",
        "phường",
        "thị",
        "trấn",
        "thành",
        "phố",
        "đặc",
        "khu",
        "và",
        "các",
        "của",
        "về",
        "chỉ",
        "đạo",
        "hành",
        "thường",
        "trực",
        "đoàn",
        "liên",
        "lao",
        "động",
        "quản",
        "lý",
        "phòng",
        "trường",
        "trung",
        "tâm",
        "công",
        "tác",
    }
)
_FIELDS = (
    "Lao động - Thương binh và Xã hội",
    "Lao động - Thương binh - Xã hội",
    "Lao động, Thương binh và Xã hội",
    "Giáo dục và Đào tạo",
    "Văn hóa và Thông tin",
    "Văn hóa - Xã hội",
    "Văn hóa, Thể thao và Du lịch",
    "Nội vụ",
    "Y tế",
    "Tài chính - Kế hoạch",
    "Bảo vệ, chăm sóc, giáo dục trẻ em",
    "Liên hiệp Phụ nữ",
    "Mặt trận Tổ quốc Việt Nam",
    "Thanh niên Cộng sản Hồ Chí Minh",
)
_FIELD_KEYS = {search_key(name): name for name in _FIELDS}


def starts_agency(text: str) -> bool:
    return bool(_AGENCY.match(search_key(text)))


def starts_territory(text: str) -> bool:
    return bool(_TERRITORY_WORDS.match(search_key(text)))


def as_in_a_sentence(name: str, texts: tuple[str, ...] = ()) -> str:
    """ "ỦY BAN NHÂN DÂN XÃ TÂN THÀNH" → "Ủy ban nhân dân xã Tân Thành".

    The document's own sentences know best how the name is written; else rules of capital letters
    (NĐ 30/2020, Phụ lục II).
    """
    name = " ".join(name.split()).strip(" .,;:-–")
    if not is_capitals(name):
        return name
    wanted = re.compile(re.escape(name).replace(r"\ ", r"\s+"), re.IGNORECASE)
    for text in texts:
        for found in wanted.finditer(text):
            if not is_capitals(found[0]) and found[0][:1].isupper():
                return found[0]
    return _by_rule(name)


def _by_rule(name: str) -> str:
    words: list[str] = []
    named = False  # after "xã", "huyện" … comes the name of a place
    for word in name.split():
        small = word.lower()
        named = named or (bool(words) and words[-1] in _TERRITORY_ENDS and small not in _TERRITORY_STARTS)
        if word in ("UBND", "HĐND", "UBMTTQ", "MTTQ", "LĐTBXH", "LĐTB&XH", "TP", "TP.", "BCĐ", "TNCS"):
            words.append(word)
        elif (small in _SMALL and not named) or small in ("và", "tỉnh", "huyện") or not word[0].isalpha():
            words.append(small)
        else:
            words.append("-".join(part.capitalize() for part in small.split("-")))
    text = " ".join(words)
    text = text[:1].upper() + text[1:]
    for field in _FIELDS:
        text = re.sub(re.escape(field).replace(r"\ ", r"\s+"), field, text, flags=re.IGNORECASE)
    return text


def joined_names(lines: list[str]) -> list[str]:
    """Letterhead lines → whole names: a line that starts no agency goes on with the one before."""
    names: list[str] = []
    for line in lines:
        text = " ".join(line.split())
        new = starts_agency(text) and not (names and _needs_more(names[-1]))
        if names and not new:
            names[-1] = f"{names[-1]} {text}"
        else:
            names.append(text)
    return names


def _needs_more(name: str) -> bool:
    """ "BAN CHỈ ĐẠO" before "PHÒNG, CHỐNG …": a joint word at the end of the first line."""
    return search_key(name).endswith((" va", " -", ",", " cua", " chi dao", " cham soc"))
