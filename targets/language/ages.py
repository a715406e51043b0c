"""The age band of people: read out of the words for them, and written into them again."""

import re

from targets.language.lexicon.patterns import any_of
from targets.language.lexicon.people import AGES_BETWEEN, NOT_YET
from targets.language.phrases import BEFORE_AGES

_AGE = "tuổi"  # every form has it
_FIRST, _LAST = r"(?P<a>\d{1,2})", r"(?P<b>\d{1,2})"
_FORMS = tuple(
    (re.compile(form, re.IGNORECASE), ages)
    for form, ages in (
        (
            rf"\(?\s?(?:độ tuổi )?(?:tính )?(?:từ )?(?:đủ )?{_FIRST}(?: tuổi)? ?{any_of(AGES_BETWEEN)} ?"
            rf"(?P<under>{any_of(NOT_YET)} )?(?:đủ |hết )?{_LAST} tuổi\s?\)?",
            lambda found: (int(found["a"]), int(found["b"]) - bool(found["under"])),
        ),
        (rf"\(?(?:từ )?(?:đủ )?{_FIRST} tuổi trở lên\)?", lambda found: (int(found["a"]), None)),
        (rf"\(?(?:dưới|chưa đủ) {_LAST} tuổi\)?", lambda found: (None, int(found["b"]) - 1)),
        (rf"\(?trên {_FIRST} tuổi\)?", lambda found: (int(found["a"]) + 1, None)),
        (rf"\(?(?:đến|tới) (?:hết )?{_LAST} tuổi\)?", lambda found: (None, int(found["b"]))),
        (rf"{_FIRST} tuổi", lambda found: (int(found["a"]), int(found["a"]))),
    )
)


def without_ages(population: str) -> tuple[str, int | None, int | None]:
    """ "người chưa thành niên (tính từ 5 đến 17 tuổi)" → "người chưa thành niên", 5, 17; both ends included."""
    for form, ages in _FORMS if _AGE in population.lower() else ():
        if found := form.search(population):
            bare = f"{population[: found.start()]} {population[found.end() :]}"
            return re.sub(r" (?=[,)])", "", " ".join(bare.split())), *ages(found)
    return population, None, None


def people_with_ages(population: str, age_from: int | None, age_to: int | None) -> str:
    """The words for people and their age band, so that `without_ages` reads both again."""
    ages, words = with_ages(age_from, age_to), population.lower().split()
    head = BEFORE_AGES.starting(words, 0, len(words)) if words and ages else 0
    before, after = population.split()[: head or None], population.split()[head:] if head else []
    return " ".join(part for part in (*before, ages, *after) if part)


def with_ages(age_from: int | None, age_to: int | None) -> str:
    """The words for an age band, so that `without_ages` reads the same band."""
    if age_to is None:
        return "" if age_from is None else f"từ {age_from} tuổi trở lên"
    if age_from is None:
        return f"dưới {age_to + 1} tuổi"
    return f"{age_from} tuổi" if age_from == age_to else f"từ {age_from} đến {age_to} tuổi"
