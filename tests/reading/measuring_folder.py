"""How right a reading is of the plans of a folder, against the `truth.json` that lies beside them.

NAME → `targets` as [value, [comparators], year or null, unit, words, {flags}], of which only the first three are
needed (flags: `year_also`, further years that are right); `optional_values`, which count neither way; `header` (number,
symbol, date, place, issuer, superior, kind, signer.name, title, authority; a list where several ways are right);
`parent`; `citations_named` as "number date"; `recipients` as a count, or `recipients_list`; `units` as a count, or
`units_list` (names → anything) with `unit_aliases`; `duties_detail` with lead, role and words.
"""

import datetime
from collections.abc import Iterator

from childlabour.core.vietnamese import search_key
from plans.reading.parts.draft import ReadDraft, TaskDraft, written_value
from targets.statements import Statement

from .measuring import Score, is_same

HEADS = ("number", "symbol", "place", "issuer", "superior", "kind", "title")
TELLING = 40  # letters of a duty's words that are looked for


def score_folder(total: Score, draft: ReadDraft, truth: dict) -> None:
    targets_of(total, [target.statement for target in draft.targets], truth)
    for name, said, wanted in _head(draft, truth["header"]):
        ways = wanted if isinstance(wanted, list) else [wanted]
        total.fact("head", name, said, next((way for way in ways if is_same(said, way)), ways[0]))
    if "parent" in truth:
        said = draft.parent.number if draft.parent else ""
        wanted = truth["parent"] if isinstance(truth["parent"], list) else [truth["parent"]]
        total.add("head", any(is_same(said, each) for each in wanted), 1, f"parent: {said!r}, not {wanted!r}")
    _acts(total, draft, truth)
    if "recipients_list" in truth:
        total.list_of("recipients", "recipients", draft.recipients, map(_bare, truth["recipients_list"]))
    else:
        _count(total, "recipients", len(draft.recipients), truth["recipients"])
    if "units_list" in truth:
        _bodies(total, draft, truth)
    else:
        _count(total, "bodies", len(draft.units), truth["units"])
    _duties(total, draft, truth)


def targets_of(total: Score, said: list[Statement], truth: dict, *, saved: bool = False) -> None:
    before, behind = ("saved ", " saved") if saved else ("", "")
    left = [
        (written_value(s.value), str(s.comparator), s.horizon and str(s.horizon))
        for s in said
        if s.comparator
    ]
    right = 0
    for value, comparators, year, *rest in truth["targets"]:
        flags = rest[2] if len(rest) > 2 else {}
        years = {year, *flags.get("year_also", ())} if year else None
        fits = (x for x in left if x[0] == value and x[1] in comparators and (not years or x[2] in years))
        match = next(fits, None)
        if match:
            left.remove(match)
        if match or flags.get("repeat_of_body"):
            right += 1
        else:
            total.wrong.append(f"missed {value} {comparators} {year} {rest[1][:70] if rest else ''}{behind}")
    for value in truth.get("optional_values", ()):
        if match := next((x for x in left if x[0] == value), None):
            left.remove(match)
    total.wrong += [f"invented {x}{behind}" for x in left]
    total.add(f"{before}targets", right, len(truth["targets"]))
    total.add(f"found{behind}", right, right + len(left))


def _head(draft: ReadDraft, header: dict) -> Iterator[tuple[str, object, object]]:
    for name in HEADS:
        if name in header:
            ways = header[name] if isinstance(header[name], list) else [header[name] or ""]
            yield name, _key(getattr(draft, name).lstrip("0")), [_key(way.lstrip("0")) for way in ways]
    if "date" in header:
        yield "date", draft.date, header["date"] and datetime.date.fromisoformat(header["date"])
    if "signer.name" in header:
        yield "signer", draft.signer.name, header["signer.name"]
    if "authority" in header:  # "KT. CHỦ TỊCH": how it is signed, wherever it stands among the lines
        wanted = (header["authority"] or "").replace(";", "")
        yield "authority", search_key(wanted) in search_key(" ".join(draft.signer.lines)), True


def _acts(total: Score, draft: ReadDraft, truth: dict) -> None:
    said = {f"{act.number} {act.date}" for act in draft.citations}
    named = truth.get("citations_named", [])
    right = sum(any(is_same(each, act) for each in said) for act in named)
    total.add("acts", right, len(named), f"acts: {sorted(said)} instead of {named}")


def _count(total: Score, subject: str, count: int, wanted: int | list[int]) -> None:
    least, most = wanted if isinstance(wanted, list) else (wanted, wanted)
    near = min(max(count, least), most)
    total.add(subject, min(count, near), max(count, near), f"{subject}: {count} instead of {wanted}")


def _bodies(total: Score, draft: ReadDraft, truth: dict) -> None:
    """Whoever leads something, named by a heading, a sentence, a label or a cell."""
    names = dict.fromkeys((*draft.units, *(task.unit for task in draft.tasks if task.unit)))
    left = {name: _key(name) for name in names}
    known: set[str] = set()
    missed = []
    for wanted in truth["units_list"]:  # a line may name several of them
        also = [_key(each) for each in (wanted, *_aliases(truth, wanted))]
        found = {name for name, key in left.items() if any(_is_one(key, each) for each in also)}
        known |= found
        if not found:
            missed.append(wanted)
    left = {name: key for name, key in left.items() if name not in known}
    right = len(truth["units_list"]) - len(missed)
    total.add(
        "bodies",
        right,
        len(truth["units_list"]) + len(left),
        f"bodies: missed {missed}, invented {list(left)}",
    )


def _duties(total: Score, draft: ReadDraft, truth: dict) -> None:
    for duty in truth.get("duties_detail", ()):
        leads = duty["lead"] if isinstance(duty["lead"], list) else [duty["lead"]]
        words = _letters(duty["words"])[:TELLING]
        tasks = [task for task in draft.tasks if words in _letters(task.text)]
        is_right = any(_led_by(task, lead, truth) for task in tasks for lead in leads)
        said = [(task.unit, task.partners) for task in tasks]
        total.add("duties", is_right, 1, f"duty {duty['words'][:60]!r} of {leads}: {said}")


def _led_by(task: TaskDraft, lead: str, truth: dict) -> bool:
    said = _key(f"{task.unit} {task.partners}")
    return any(_is_one(said, _key(each)) for each in (lead, *_aliases(truth, lead)))


def _aliases(truth: dict, name: str) -> list[str]:
    said = truth.get("unit_aliases", {}).get(name, [])
    return [said] if isinstance(said, str) else said


def _is_one(said: str, wanted: str) -> bool:
    return wanted in said or said in wanted if said else False


def _key(name: str) -> str:
    key = search_key(name).replace("ubnd", "uy ban nhan dan").replace("mttq", "mat tran to quoc")
    return key.removeprefix("de nghi ").strip(" .,;:")


def _letters(text: str) -> str:
    return "".join(search_key(text).split())


def _bare(line: str) -> str:
    return line.lstrip("-–+ ").rstrip(" ;.,")
