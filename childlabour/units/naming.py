"""Units as an office lists them: all the communes of a territory together are "UBND các xã, thị trấn". Pure."""

from collections.abc import Collection

from .models import Unit

KINDS = ("xã", "phường", "thị trấn", "đặc khu")  # in the order an office names them

# How the head of an office is called, by the first words of its name; what is a post itself is its own head.
HEADS = (
    ("Thủ tướng", ""),
    ("Chủ tịch", ""),
    ("Ủy ban nhân dân", "Chủ tịch Ủy ban nhân dân"),
    ("UBND", "Chủ tịch UBND"),
    ("Ủy ban", "Chủ tịch Ủy ban"),
    ("Hội đồng", "Chủ tịch Hội đồng"),
    ("Ban Chỉ đạo", "Trưởng Ban Chỉ đạo"),
    ("Ban", "Trưởng Ban"),
    ("Bộ", "Bộ trưởng Bộ"),
    ("Sở", "Giám đốc Sở"),
    ("Phòng", "Trưởng phòng"),
    ("Công an", "Trưởng Công an"),
    ("Trạm", "Trưởng Trạm"),
    ("Trường", "Hiệu trưởng Trường"),
    ("Trung tâm", "Giám đốc Trung tâm"),
    ("Liên đoàn", "Chủ tịch Liên đoàn"),
    ("Hội", "Chủ tịch Hội"),
)


def head_of(unit: Unit) -> str:
    """ "Chủ tịch Ủy ban nhân dân xã Tân Thành", "Giám đốc Sở Y tế tỉnh Lạng Sơn"."""
    for opening, head in HEADS:
        if unit.name.startswith(f"{opening} "):
            return f"{head}{unit.name.removeprefix(opening)}" if head else unit.name
    return f"Thủ trưởng {unit.name}"


def all_communes_of(units: Collection[Unit], communes: Collection[Unit]) -> tuple[Unit, ...]:
    """`communes` when there are several and every one is among `units`, else none."""
    return tuple(communes) if len(communes) > 1 and set(communes) <= set(units) else ()


def in_words(units: Collection[Unit], communes: Collection[Unit]) -> str:
    """ "Công an huyện, UBND các xã, thị trấn"; `communes` come with their places fetched."""
    together = all_communes_of(units, communes)
    names = [str(unit) for unit in units if unit not in together]
    if together:
        names.append(f"UBND các {_kinds_of(together)}")
    return ", ".join(names)


def _kinds_of(communes: Collection[Unit]) -> str:
    places = [unit.place.name.lower() for unit in communes]
    found = [kind for kind in KINDS if any(place.startswith(kind) for place in places)]
    return ", ".join(found or KINDS[:1])
