"""What the columns of a table of tasks hold, by the words that head them. Pure."""

import re

from childlabour.core.vietnamese import search_key

from .lexicon import duties
from .lexicon import tables as columns
from .lexicon.patterns import any_of, folded

_CONTENTS = any_of(folded(columns.CONTENTS))
_NAMED = any_of(folded(columns.TASK_NAMES))
_WHO = rf"(?:(?:cac |ten )?{any_of(folded(duties.WHO))}(?: ?[,/] ?{any_of(folded(duties.WHO))})* )?"
# Each heading is tried in this order; the first that fits and is not yet there takes it.
_COLUMNS = {
    "partners": re.compile(rf"{_WHO}phoi hop\b.{{0,30}}"),
    "due": re.compile(rf"{any_of(folded(columns.DUE_TIMES))}\b.{{0,40}}"),
    "product": re.compile(rf"(?:du kien )?{any_of(folded((*columns.PRODUCTS, *duties.PRODUCT)))}\b.{{0,40}}"),
    "lead": re.compile(rf"{_WHO}{any_of(folded(columns.LEADS))}\b.{{0,30}}"),
    "task": re.compile(
        rf"{any_of(folded(columns.BEFORE_TASKS))}? ?(?:cac )?{_NAMED}\b.{{0,40}}|{_CONTENTS}.{{0,40}}"
    ),
}


def task_columns(headings: dict[int, str]) -> dict[str, int]:
    """Column → its heading, as "task", "lead", "partners", "due", "product" → column.

    None at all when no column says what is to be done, or none says by whom or when: then it is no table of tasks.
    """
    found: dict[str, int] = {}
    for column in sorted(headings):
        key = search_key(headings[column]).strip(" .:")
        fitting = (name for name, sign in _COLUMNS.items() if name not in found and sign.fullmatch(key))
        if name := next(fitting, ""):
            found[name] = column
    return found if "task" in found and {"lead", "due"} & found.keys() else {}
