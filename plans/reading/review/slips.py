"""Slips of scanning and typing: what the words probably were. Only ever proposed. Pure."""

import re
from collections.abc import Iterator

from childlabour.core.vietnamese import search_key
from plans.reading.parts.draft import Finding, Span, Weight

# Pairs of syllables that officials write all day and that have only these spellings.
_RIGHT = (
    "giảm thiểu|lao động|gia đình|kiến thức|triển khai|tổ chức|phòng ngừa|can thiệp|hỗ trợ|phát hiện|tuyên "
    "truyền"
    "|truyền thông|kế hoạch|thực hiện|trách nhiệm|nâng cao|nhận thức|năng lực|cộng đồng|chính quyền|pháp "
    "luật|quy định"
    "|tập huấn|công chức|viên chức|giáo viên|doanh nghiệp|chăm sóc|bóc lột|tiếp cận|giáo dục|phổ thông|phù "
    "hợp"
    "|kịp thời|theo dõi|giám sát|địa phương|phối hợp|báo cáo|mục tiêu|nhiệm vụ|giải pháp|nguồn lực|kinh phí"
    "|ngân sách"
    "|trẻ em|xâm hại|nguy cơ|hoàn cảnh|đặc biệt|cung cấp|kỹ năng|nghèo đói|thành viên|cơ quan|đơn vị"
)
_BY_KEY: dict[str, str] = {search_key(pair): pair for pair in _RIGHT.split("|")}
# Here the letter itself is wrong, or one letter more or less.
_KNOWN = {
    "tao động trẻ em": "lao động trẻ em",
    "lao đông": "lao động",
    "chưa thành niến": "chưa thành niên",
    "chưa thành nien": "chưa thành niên",
    "đế mọi": "để mọi",
    "vhxxh": "VHXH",
    "chi cục thế": "Chi cục thuế",
}
_KNOWN_FORM = re.compile(r"\b(?:" + "|".join(_KNOWN) + r")\b", re.IGNORECASE)
_ALSO_RIGHT = frozenset({"truyền thống", "thành niên", "thanh niên", "gia định"})
_PAIR = re.compile(r"(?=\b([^\W\d_]+ [^\W\d_]+)\b)")
_TWICE = re.compile(
    r"\b([^\W\d_]+ [^\W\d_]+) \1\b|\b(các|và|của|cho|với|trong|được|là|để|về|những) \2\b", re.IGNORECASE
)
_STAMP = re.compile(r"(?<=[a-zà-ỹđ]) (\d{1,5} \d{1,2}/\d{1,2}/\d{4}(?: \d{1,3})?)(?= [a-zà-ỹđ])")
_PAGE = re.compile(r"(?<=\bcác )(\d{1,2}) (?=nguy cơ|hoạt động|biện pháp|hành vi|quy định)")


def slips_in(text: str, passage: int) -> Iterator[Finding]:
    for found in _KNOWN_FORM.finditer(text):
        yield _slip(passage, found.start(), found.end(), found[0], _cased(found[0], _KNOWN[found[0].lower()]))
    for found in _PAIR.finditer(text):
        words = found[1]
        right = _BY_KEY.get(search_key(words))
        if right and not _same(words, right) and not _is_name(words) and not _KNOWN_FORM.search(words):
            yield _slip(passage, found.start(1), found.end(1), words, _cased(words, right))
    for found in _TWICE.finditer(text):
        yield _slip(passage, found.start(), found.end(), found[0], found[1] or found[2])
    for sign in (_STAMP, _PAGE):
        for found in sign.finditer(text):
            yield Finding(
                "stray_figures",
                f"“{found[1]}” giống số trang hoặc dấu văn bản đến lọt vào giữa câu. Xóa nếu đúng là như "
                f"vậy.",
                Weight.DOUBT,
                Span(passage, found.start(1), found.end(1)),
            )


def _is_name(words: str) -> bool:
    """Capitals throughout or on each word: a name, which may be spelt as it likes."""
    return words.isupper() or words.istitle()


def _same(words: str, right: str) -> bool:
    """The same but for case, where the tone stands ("hoà", "hòa") and i for y ("kĩ", "kỹ")."""
    return words.lower() in (right, *_ALSO_RIGHT) or words.lower().replace("kĩ", "kỹ") == right


def _cased(words: str, right: str) -> str:
    if words.isupper() and len(words) > 3 and " " in words:
        return right.upper()
    return right[:1].upper() + right[1:] if words[:1].isupper() else right


def _slip(passage: int, start: int, end: int, words: str, right: str) -> Finding:
    return Finding(
        "slip",
        f"“{words}” có thể là “{right}”. Văn bản giữ nguyên cho đến khi anh/chị chọn sửa.",
        Weight.DOUBT,
        Span(passage, start, end),
        right,
    )
