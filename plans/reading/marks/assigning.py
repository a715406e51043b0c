"""Who leads a task, with whom and with what result, as the task's own lines say it. Pure."""

import re

_LABELS = (
    ("lead", r"(?:(?:cơ quan|đơn vị|bộ phận)\s+)?(?:chủ trì(?:\s+(?:thực hiện|tham mưu))?|thực hiện)"),
    ("partners", r"(?:(?:các\s+)?(?:cơ quan|đơn vị)\s+)?phối hợp(?:\s+thực hiện)?"),
    ("due", r"thời (?:hạn|gian)(?:\s+(?:thực hiện|hoàn thành|tổ chức))?|tiến độ|hoàn thành"),
    ("product", r"sản phẩm(?:\s+(?:dự kiến|đầu ra))?|kết quả(?:\s+(?:dự kiến|đầu ra))?"),
)
_LABEL = re.compile(
    "(?:^|(?<=[(;.,:])|(?<=[;.] [-–]))\\s*(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in _LABELS)
    + ")\\s*:\\s*",
    re.IGNORECASE,
)
_VALUE = re.compile(r"[^;)]*?(?=\.\s*(?:[-–]|$)|[;)]|$)")


def said_in(text: str) -> dict[str, str]:
    """ "Chủ trì: Công an xã; phối hợp: …; thời gian: Quý II" → lead, partners, due, product, as far as said."""
    found = {}
    for label in _LABEL.finditer(text):
        value = _VALUE.match(text, label.end())[0].strip(" .,")
        if value:
            found.setdefault(label.lastgroup, value)
    return found


def opens_with_label(text: str) -> bool:
    """The line is nothing but who leads, or when: "Đơn vị chủ trì: …"."""
    found = _LABEL.match(text)
    return bool(found)


_ACTS = (
    r"(?:chủ trì|làm đầu mối|là (?:cơ quan|đơn vị) (?:chủ trì|đầu mối)|tham mưu|phối hợp|có trách nhiệm|tổ chức"
    r"|thực hiện|xây dựng|hướng dẫn|triển khai|theo dõi|đôn đốc|rà soát|kiểm tra)"
)
_HANDED = re.compile(
    rf"(?:^|[.;]\s+)(?:Giao|Phân công)\s+(?:cho\s+)?(?P<name>[^:;.(]{{3,150}}?)\s*,?\s+(?={_ACTS}\b)",
    re.MULTILINE,
)
_LEADS = re.compile(r"(?:^|[.;]\s+|\()(?P<name>[A-ZĐÀ-Ỹ][^:;.(]{2,150}?)\s*,?\s+chủ trì\b", re.MULTILINE)


def handed_to(text: str) -> str:
    """ "Giao Phòng Nội vụ chủ trì, phối hợp …": who; also "Phòng Nội vụ chủ trì …"."""
    found = _HANDED.search(text) or _LEADS.search(text)
    return found["name"].strip(" ,") if found else ""
