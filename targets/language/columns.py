"""What the columns of a table of tasks hold, by the words that head them. Pure."""

import re

from childlabour.core.vietnamese import search_key

from .lexicon import duties
from .lexicon import tables as columns
from .lexicon.patterns import any_of, folded

# Each heading is tried in this order; the first that fits takes it.
_COLUMNS = {
    "partners": re.compile(rf"(?:{any_of(folded(duties.WHO))} )?phoi hop(?: thuc hien)?"),
    "due": re.compile(any_of(folded(columns.DUE_TIMES)) + r"\b.*"),
    "product": re.compile(any_of(folded((*columns.PRODUCTS, *duties.PRODUCT)))),
    "lead": re.compile(rf"(?:{any_of(folded(duties.WHO))} )?{any_of(folded(columns.LEADS))}\b.{{0,30}}"),
    "task": re.compile(
        rf"(?:(?:noi dung|ten) )?(?:cac )?{any_of(folded(columns.TASK_NAMES))}(?: chu yeu)?"
        rf"|{any_of(folded(columns.CONTENTS))}"
    ),
}


def task_columns(headings: dict[int, str]) -> dict[str, int]:
    """Column → its heading, as "task", "lead", "partners", "due", "product" → column.

    None at all when no column says what is to be done, or none says by whom or when: then it is no table of tasks.
    """
    found: dict[str, int] = {}
    for column in sorted(headings):
        key = search_key(headings[column]).strip(" .:")
        name = next((name for name, sign in _COLUMNS.items() if sign.fullmatch(key)), "")
        if name:
            found.setdefault(name, column)
    return found if "task" in found and {"lead", "due"} & found.keys() else {}
