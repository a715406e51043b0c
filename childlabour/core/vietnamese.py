"""Vietnamese text, numbers, dates and numbering as an office writes them. Pure: no models, no settings.

Text comes in through `clean` (kept and printed as it is), is searched through `search_key`, sorted through
`sort_key` or `person_sort_key`. What cannot be read raises `ValueError` with a Vietnamese sentence that a
form may show unchanged.
"""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import lru_cache

# For classes of a pattern: the capitals of Vietnamese, each with its marks.
CAPITALS = "A-ZĐÀ-ÝĂĨŨƠƯẠ-Ỹ"

# --- Text ---------------------------------------------------------------------------------------------

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")  # Word's soft break (\v) is a line end, too
_TRAILING_BLANKS = re.compile(r"(?<![ \t])[ \t]+$", re.MULTILINE)
_FOREIGN_RUN = re.compile("[^\x00-\u02ff\u1e00-\u1eff]{31,}")
_MARKS_IN_A_ROW = 30  # Unicode's "stream-safe" limit; a Vietnamese letter carries two at most


def nfc(text: str) -> str:
    """The same text with every letter composed: the only form that is stored.

    A run of combining marks is cut after 30: composing takes quadratic time on them (0.3 s for 20,000,
    half a minute for a page of 200 kB), and no writing needs them.
    """
    if text.isascii():
        return text
    text = _FOREIGN_RUN.sub(_cut_marks, text)
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def _cut_marks(run: re.Match[str]) -> str:
    kept, marks = [], 0
    for character in run[0]:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks <= _MARKS_IN_A_ROW:
            kept.append(character)
    return "".join(kept)


def clean(text: str) -> str:
    """Text as typed or pasted → text as stored; the only changes are those nobody can see on paper.

    Letters composed (NFC), line ends made "\\n", every kind of blank made a plain space, control and
    invisible characters dropped (except line end and tab), blanks at line ends and around the end dropped.
    Markup stays text. Cleaning twice changes nothing.
    """
    if text.isprintable():  # no line end, no tab, no blank but the plain one: most of what is read
        return nfc(text).rstrip()
    text = nfc(_LINE_ENDS.sub("\n", text).translate(_VISIBLE))
    return _TRAILING_BLANKS.sub("", text).rstrip()


def _visible(character: str) -> str:
    if character in "\n\t" or character.isprintable():
        return character
    category = unicodedata.category(character)
    if category == "Zs":
        return " "
    return "" if category in ("Cc", "Cf", "Cs") else character


class _Filled(dict[int, str]):
    """A table for `str.translate` that fills itself as signs are met: four times as fast as asking for each."""

    MOST = 4096  # kinds of signs: more than any text of an office has, little memory

    def __init__(self, made: Callable[[str], str]) -> None:
        super().__init__()
        self._made = made

    def __missing__(self, code: int) -> str:
        sign = self._made(chr(code))
        if len(self) < self.MOST:
            self[code] = sign
        return sign


_VISIBLE = _Filled(_visible)


def unseen_in(text: str) -> list[str]:
    """The signs that are neither seen nor a blank, a tab or a line end: controls, marks of direction and of joining,
    private and unassigned signs, halves of signs. `clean` drops those that come in with a paste; the rest are faults.
    """
    if text.isprintable():
        return []
    return [sign for sign in text if not _is_seen(sign)]


def _is_seen(sign: str) -> bool:
    return sign in "\n\t" or sign.isprintable() or unicodedata.category(sign) == "Zs"


def seen(text: str) -> str:
    """Without what `unseen_in` names: for messages."""
    return text if text.isprintable() else "".join(filter(_is_seen, text))


def split_lines(text: str) -> list[str]:
    """Line by line as a form sends them ("\\r\\n") and as they are kept ("\\n"); `splitlines` would also cut a line
    in two at U+0085, U+2028 and six more signs.
    """
    return text.replace("\r\n", "\n").split("\n")


def lines_of(text: str) -> tuple[str, ...]:
    """The lines of a text that say something, without the blanks around them."""
    return tuple(line.strip() for line in split_lines(text) if line.strip())


def upper(text: str) -> str:
    """Upper case of composed text ("Ủy ban" → "ỦY BAN"), also when the letters came apart (NFD)."""
    return nfc(text).upper()


# --- Searching and sorting ----------------------------------------------------------------------------

_PLAIN = str.maketrans(
    {"đ": "d", "ð": "d", "…": "...", **dict.fromkeys("‘’‚′", "'"), **dict.fromkeys("“”„″", '"')}
    | dict.fromkeys("–—−‐‑‒―", "-")
)
_AROUND_JOINTS = re.compile(r"(?<=\w) ?([-/]) ?(?=\w)")


def search_key(text: str) -> str:
    """What a person types without marks to find it: "Kế hoạch số 10/KH-UBND" → "ke hoach so 10/kh-ubnd".

    Case, tone and letter marks, đ (and the look-alike Ð), kinds of dash, quote and blank make no difference,
    so "hòa" and "hoà" are the same; nor do blanks around a hyphen or slash between words ("2021 - 2025",
    "Lao động – Thương binh"). Other punctuation stays. The same on every database: fill a column with it.
    """
    return _kept_key(text) if len(text) <= LONGEST_KEPT else _key(text)


def _key(text: str) -> str:
    bare = " ".join(clean(text).translate(_BARE).split())
    return _AROUND_JOINTS.sub(r"\1", bare) if "-" in bare or "/" in bare else bare


def _bare(sign: str) -> str:
    """A letter without its marks, small; other signs as `_PLAIN` has them."""
    apart = unicodedata.normalize("NFD", sign.casefold())
    return "".join(part for part in apart if not unicodedata.combining(part)).translate(_PLAIN)


_BARE = _Filled(_bare)
LONGEST_KEPT = 2_000  # characters
_kept_key = lru_cache(maxsize=4096)(_key)  # reading asks ten times for the key of a paragraph


_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: chr(0x41 + place) for place, letter in enumerate(_ALPHABET)}
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}  # huyền hỏi ngã sắc nặng
_DIGITS = re.compile(r"[0-9]+")


def sort_key(text: str) -> str:
    """Orders as a Vietnamese list does: a ă â b c d đ e ê …, then by tone (ngang huyền hỏi ngã sắc nặng).

    Tones count only when the letters of the whole text are equal; case never counts. Numbers inside go by
    size ("Phường 2" before "Phường 10"). Compare keys code point by code point (Python, "C" collation).
    """
    letters, tones = [], []
    for character in _DIGITS.sub(lambda run: run[0].zfill(12), clean(text).casefold().replace("ð", "đ")):
        base, tone = _without_tone(character)
        letters.append(_RANK.get(base, base))
        tones.append(tone)
    return "".join(letters).strip() + "\t" + "".join(tones).rstrip("0")


def _without_tone(letter: str) -> tuple[str, str]:
    if letter.isascii():
        return letter, "0"
    base, tone = "", "0"
    for part in unicodedata.normalize("NFD", letter):
        if part in _TONES:
            tone = _TONES[part]
        else:
            base += part
    return unicodedata.normalize("NFC", base), tone


def person_sort_key(name: str) -> str:
    """Orders people by given name, the last word, then by family and middle names ("Phan Quang Vinh": V)."""
    *before, given = clean(name).split() or [""]
    return sort_key(given) + "\n" + sort_key(" ".join(before))


# --- Numbers ------------------------------------------------------------------------------------------

PERCENT = "%"
_PERCENT_SIGN = re.compile(rf"\s?(?:{PERCENT}|phần trăm)$", re.IGNORECASE)
_NUMBER = re.compile(r"(-?)([0-9]{1,3}(?:[. ][0-9]{3})+|[0-9]+)(?:,([0-9]+))?")
_ENGLISH_NUMBER = re.compile(r"-?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)\.[0-9]+|-?[0-9]{1,3}(?:,[0-9]{3}){2,}")
_LONGEST_NUMBER = 15  # digits; the population of the country needs nine


def read_number(text: str) -> Decimal:
    """A number as written in Vietnamese: "4,9", "1.541.829", "15.536,92", "37,5 %", "05".

    Raises ValueError for anything else; "4.9" is refused with "4,9" proposed, for a dot parts thousands.
    """
    written = clean(text).strip()
    bare = _PERCENT_SIGN.sub("", written)
    if _ENGLISH_NUMBER.fullmatch(bare) and not _NUMBER.fullmatch(bare):
        proposal = bare.translate(str.maketrans(",.", ".,"))
        raise ValueError(
            f"“{written}” dùng dấu chấm, phẩy kiểu Anh. Phần lẻ viết sau dấu phẩy, phần nghìn cách bằng "
            f"dấu chấm: có phải “{proposal}” không?"
        )
    found = _NUMBER.fullmatch(bare)
    if not found:
        raise ValueError(f"“{_shortened(written)}” chưa phải là số. Viết như “4,9”, “72” hoặc “1.541.829”.")
    sign, whole, fraction = found.groups(default="")
    digits = re.sub("[. ]", "", whole)
    if len(digits) + len(fraction) > _LONGEST_NUMBER:
        raise ValueError(f"Số “{_shortened(written)}” dài quá {_LONGEST_NUMBER} chữ số. Xem lại số đã nhập.")
    return Decimal(f"{sign}{digits}.{fraction or 0}").normalize() + 0


def write_number(value: Decimal | int) -> str:
    """Decimal comma, a dot between thousands from 1.000 on, no trailing zeros: "4,9", "72", "1.541.829"."""
    whole, _, fraction = f"{abs(Decimal(value)):f}".partition(".")
    fraction = fraction.rstrip("0")
    text = f"{int(whole):,}".replace(",", ".") + (f",{fraction}" if fraction else "")
    return f"-{text}" if value < 0 else text


def _shortened(text: str, length: int = 40) -> str:
    return text if len(text) <= length else text[: length - 1] + "…"


# --- Years --------------------------------------------------------------------------------------------

FIRST_YEAR, LAST_YEAR = 1900, 2199  # of any day that a paper names; beyond is a slip of the finger
FIRST_PERIOD, LAST_PERIOD = 1990, 2100  # in which plans are made and targets fall due
YEAR = "(?:19|20)[0-9]{2}"  # as papers write them: acts in force may be old,
YEAR_AHEAD = "20[0-9]{2}"  # what is promised and reported lies in this century

# --- Dates --------------------------------------------------------------------------------------------

_GAP = " " * 6  # room to write in by hand
_TIME_OF_DAY = r"(?:[ ,]+[0-9]{1,2}[:hg][0-9]{2}(?::[0-9]{2})?(?: ?(?:AM|PM|SA|CH))?)?"
_DATE_FORMS = (
    re.compile(r"ngày ?([0-9]{1,2}) ?tháng ?([0-9]{1,2}) ?năm ?([0-9]{4})", re.IGNORECASE),
    re.compile(
        r"(?:ngày )?([0-9]{1,2}) ?([-/.–]) ?([0-9]{1,2}) ?\2 ?([0-9]{4})" + _TIME_OF_DAY, re.IGNORECASE
    ),
    re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})"),
)


def read_date(text: str) -> date:
    """A date in any form an office meets; always day, month, year (or ISO, as date inputs send it).

    "ngày 01 tháng 6 năm 2023", "26/5/2023", "09 - 03 - 2022", "01.6.2023", "23/01/2024 09:21:40 AM" (the
    hour is ignored). Raises ValueError for what is no date and for days that do not exist (31/02).
    """
    written = " ".join(clean(text).split()).rstrip(".,;")
    words, numbers, iso = _DATE_FORMS
    if found := words.fullmatch(written):
        day, month, year = found.groups()
    elif found := numbers.fullmatch(written):
        day, _, month, year = found.groups()
    elif found := iso.fullmatch(written):
        year, month, day = found.groups()
    else:
        raise ValueError(
            f"“{_shortened(written)}” chưa phải là ngày. "
            "Viết như “26/5/2023” hoặc “ngày 26 tháng 5 năm 2023”."
        )
    return _existing_day(int(day), int(month), int(year), written)


def _existing_day(day: int, month: int, year: int, written: str) -> date:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"Năm {year} trong “{written}” quá xa. Xem lại năm.")
    if not 1 <= month <= 12:
        raise ValueError(
            f"“{written}” có tháng {month}; một năm chỉ có 12 tháng. Viết ngày trước, tháng sau."
        )
    last = monthrange(year, month)[1]
    if not 1 <= day <= last:
        raise ValueError(f"Tháng {month} năm {year} chỉ có từ ngày 1 đến ngày {last}. Xem lại “{written}”.")
    return date(year, month, day)


def write_date(day: date) -> str:
    """A date as a paper spells it out: "ngày 01 tháng 6 năm 2023".

    The day is padded below 10, the month only for 1 and 2 (NĐ 30/2020, Phụ lục I, II.4b).
    """
    return f"ngày {day.day:02} tháng {_month(day)} năm {day.year}"


def write_date_gaps(year: int | None = None) -> str:
    """The date line of a paper not yet dated: room for day and month, and for the year when unknown."""
    return f"ngày{_GAP}tháng{_GAP}năm {year or _GAP}".rstrip()


def short_date(day: date) -> str:
    """A date in figures, padded like `write_date`: "01/6/2023"."""
    return f"{day.day:02}/{_month(day)}/{day.year}"


def _month(day: date) -> str:
    return f"{day.month:02}" if day.month <= 2 else str(day.month)


# --- Numbering ----------------------------------------------------------------------------------------

_ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"),
        strict=True,
    )
)
_POINTS = "abcdđeghiklmnopqrstuvxy"  # never f j w z (NĐ 30/2020 numbers its own points so)


def roman(number: int) -> str:
    """A number as a part's mark, 4 → "IV". Raises ValueError outside 1–3999."""
    if not 1 <= number <= 3999:
        raise ValueError(f"Số La Mã chỉ dùng từ 1 đến 3999, không dùng cho {number}.")
    text = ""
    for value, sign in _ROMAN:
        times, number = divmod(number, value)
        text += sign * times
    return text


def read_roman(text: str) -> int:
    """The number behind "IV" or "iv". Raises ValueError for what is not written the usual way ("IIII")."""
    rest, number = text.strip().upper(), 0
    for value, sign in _ROMAN:
        while rest.startswith(sign) and number < 3999:
            rest, number = rest[len(sign) :], number + value
    if rest or not 1 <= number <= 3999 or roman(number) != text.strip().upper():
        raise ValueError(f"“{_shortened(text.strip())}” không phải là số La Mã. Viết như “I”, “IV”, “XII”.")
    return number


def letter(number: int) -> str:
    """The mark of the n-th point: a b c d đ e g h i k … y, then aa ab … Raises ValueError below 1."""
    if number < 1:
        raise ValueError(f"Thứ tự của điểm bắt đầu từ 1, không có điểm thứ {number}.")
    text = ""
    while number:
        number, place = divmod(number - 1, len(_POINTS))
        text = _POINTS[place] + text
    return text


def read_letter(text: str) -> int:
    """The place of a point's mark, "đ" → 5. Raises ValueError for what is no mark (f, j, w, z)."""
    mark, number = nfc(text.strip()).lower(), 0
    if not 1 <= len(mark) <= 3 or any(sign not in _POINTS for sign in mark):
        raise ValueError(
            f"“{_shortened(mark)}” không phải là thứ tự của điểm. Dùng a, b, c, d, đ, e, g, h, …"
        )
    for sign in mark:
        number = number * len(_POINTS) + _POINTS.index(sign) + 1
    return number
