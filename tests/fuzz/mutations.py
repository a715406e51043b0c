"""Papers spoilt as disks, mail servers and bad will spoil them. The same number gives the same bytes."""

import io
import random
import re
import zipfile
from functools import cache

from tests.reading.corpus.cases import printed_cases, quick_cases

STRANGE = (
    b"\x00",
    b"\xff",
    b"<",
    b">",
    b"&x;",
    b"</w:p>",
    b"<w:tbl>",
    b"\xcc\x81" * 40,
    b"9" * 400,
    b"%",
    b"I.",
    b"\n" * 30,
)
WORDS = (
    "100%", "trên", "dưới", "đến năm 2030", "Nơi nhận:", "KẾ HOẠCH", "I.", "1.", "a)", "-", "Căn cứ", ";", "|", "|---|",
    "TM. ỦY BAN NHÂN DÂN", "\t", "     ", "Số: /KH-UBND", "ngày 31 tháng 2 năm "
                                                          "2024", "99/99/9999", "%", "0,", "1.000.000",
    "\u0301" * 50, "\u202e", "Một là", "(", "”", "trang 3/5", "5 - 17 tuổi", "không quá", "trở lên", "Phụ lục",
)  # fmt: skip


@cache
def seeds() -> tuple[tuple[str, bytes], ...]:
    return tuple((case.file, case.data) for case in (*quick_cases(), *printed_cases()))


def mutant(number: int) -> tuple[str, bytes]:
    """The name and the bytes of the `number`-th spoilt file."""
    chance = random.Random(number)
    name, data = chance.choice(seeds())
    if name.endswith(".docx") and chance.random() < 0.7:
        data = _inside(data, chance)
    elif name.endswith(".txt") and chance.random() < 0.6:
        data = _reworded(data, chance)
    else:
        data = _spoilt(data, chance)
    if chance.random() < 0.05:
        name = chance.choice(("a.pdf", "a.docx", "a.doc", "a", "a.txt"))
    return name, data


def spoilt_file(data: bytes, chance: random.Random, others: tuple[bytes, ...]) -> bytes:
    """Any file: its bytes spoilt, or, often still a file of its kind, its names and numbers moved about."""
    return _retold(data, chance) if chance.random() < 0.6 else _spoilt(data, chance, others)


_TOKEN = re.compile(rb"/[A-Za-z]{1,20}|(?<![\w.])\d{1,10}(?![\w.])|<<|>>|[\[\]]|obj|endstream")
TOKENS = (
    b"0",
    b"-1",
    b"99999999999",
    b"1 0 R",
    b"<<",
    b">>",
    b"[",
    b"]",
    b"/Type",
    b"/Length 9",
    b"null",
    b"%",
)


def _retold(data: bytes, chance: random.Random) -> bytes:
    """Other names and numbers of the same length, so that tables of places still lead where they led."""
    places = [found.span() for found in _TOKEN.finditer(data)]
    for start, end in chance.sample(places, min(len(places), chance.randint(1, 3))):
        other = data[slice(*chance.choice(places))]
        token = chance.choice(TOKENS) if chance.random() < 0.5 else other
        data = data[:start] + token[: end - start].ljust(end - start) + data[end:]
    return data


def _spoilt(data: bytes, chance: random.Random, others: tuple[bytes, ...] = ()) -> bytes:
    spoilt = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        if not spoilt:
            break
        at = chance.randrange(len(spoilt))
        match chance.randrange(6):
            case 0:
                spoilt[at] ^= 1 << chance.randrange(8)
            case 1:
                del spoilt[at : at + chance.randint(1, 400)]
            case 2:
                spoilt[at:at] = chance.choice(STRANGE)
            case 3:
                spoilt[at:at] = spoilt[at : at + chance.randint(1, 2_000)]
            case 4:
                del spoilt[at + chance.randint(0, len(spoilt)) :]
            case 5:
                other = chance.choice(others or tuple(seed for _name, seed in seeds()))
                start = chance.randrange(len(other))
                spoilt[at : at + 200] = other[start : start + chance.randint(1, 500)]
    return bytes(spoilt)


def _reworded(data: bytes, chance: random.Random) -> bytes:
    """Still a text, of words in the wrong places."""
    words = data.decode("utf-8", errors="replace").split(" ")
    for _ in range(chance.randint(1, 40)):
        at = chance.randrange(len(words))
        match chance.randrange(4):
            case 0:
                words[at] = chance.choice(WORDS)
            case 1:
                words.insert(at, chance.choice(WORDS))
            case 2:
                words[at : at + chance.randint(1, 30)] = []
            case 3:
                words[at:at] = words[at : at + chance.randint(1, 60)]
        words = words or [""]
    return " ".join(words).encode("utf-8", errors="replace")


def _inside(data: bytes, chance: random.Random) -> bytes:
    """A sound archive with a spoilt part, so that the spoiling reaches behind the archive."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as sound, zipfile.ZipFile(file, "w") as spoilt:
        names = sound.namelist()
        targets = [n for n in ("word/document.xml", "word/numbering.xml", "word/styles.xml") if n in names]
        target = chance.choice(targets)
        for name in names:
            part = sound.read(name)
            if name == target:
                part = _tags_moved(part, chance) if chance.random() < 0.6 else _spoilt(part, chance)
            spoilt.writestr(name, part)
    return file.getvalue()


def _tags_moved(part: bytes, chance: random.Random) -> bytes:
    """Pieces between closing tags put elsewhere: often still XML, seldom still a document."""
    pieces = part.split(b"</w:p>")
    for _ in range(chance.randint(1, 8)):
        one, other = chance.randrange(len(pieces)), chance.randrange(len(pieces))
        match chance.randrange(3):
            case 0:
                pieces[one], pieces[other] = pieces[other], pieces[one]
            case 1:
                pieces.insert(one, pieces[other])
            case 2:
                pieces[one] = pieces[one].replace(b"w:val=", b"w:vol=", chance.randint(1, 3))
    return b"</w:p>".join(pieces)
