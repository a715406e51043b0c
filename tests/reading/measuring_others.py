"""How right the reader is on documents it was not built for; run as a module, it prints the table."""

from childlabour.core.vietnamese import search_key
from plans.reading import Unreadable, read
from plans.reading.parts.draft import PlanDraft, TargetDraft, written_value

from .corpus.others import OTHERS, Other
from .measuring import Score


def score_other(other: Other) -> Score:
    try:
        draft = read(other.data, f"{other.name}.txt")
    except Unreadable as refusal:
        wrong = [] if other.kind == "refused" else [f"refused: {refusal}"]
        fields = len(list(_fields(None, other)))
        expected = len(other.goals.split("\n")) - 2 if other.goals else 0
        return Score(0, expected, 0, fields, 0 if wrong else fields, wrong)
    score = _targets(draft, other)
    for name, is_right, said in _fields(draft, other):
        score.fields += 1
        score.fields_right += is_right
        if not is_right:
            score.wrong.append(f"{name}: {said!r}")
    return score


def _targets(draft: PlanDraft, other: Other) -> Score:
    left = [
        target
        for target in draft.targets
        if target.statement.comparator and not any(words in target.text for words in other.may)
    ]
    goals = [line.split() for line in other.goals.splitlines() if line.strip()]
    score = Score(found=len(left), expected=len(goals))
    for goal in goals:
        match = next((target for target in left if _fits(target, goal)), None)
        if match is None:
            score.wrong.append(f"missed {' '.join(goal)}")
        else:
            left.remove(match)
            score.right += 1
    score.wrong += [f"invented {_parts(target)} {target.text[:80]!r}" for target in left]
    return score


def _parts(target: TargetDraft) -> list[str]:
    said = target.statement
    value = written_value(said.value) or "-"
    return [str(said.comparator), value, said.unit, target.group, str(said.horizon or "-")]


def _fits(target: TargetDraft, goal: list[str]) -> bool:
    comparator, value, unit, group, year = _parts(target)
    return (
        comparator in goal[0].split("|")
        and value == goal[1]
        and goal[2] in ("*", unit)
        and goal[3] in ("-", group)
        and goal[4] in ("-", year)
    )


def _fields(draft: PlanDraft | None, other: Other):
    """(name, is it right, what was read) of every fact the truth decides; of a refused draft, all are wrong."""
    if other.kind == "refused":
        yield "refused", False, draft.title if draft else ""
        return
    for name in ("kind", "number", "symbol", "issuer", "superior", "place", "title", "parent"):
        wanted = getattr(other, name)
        if not wanted and not (name in ("number", "superior") and other.kind == "KH"):
            continue
        said = _said(draft, name)
        yield name, _key(said) == _key(wanted), said
    if other.kind or other.day:
        yield "day", bool(draft) and draft.date == other.day, draft and draft.date
    for name in ("recipients", "authority", "signer"):
        wanted = getattr(other, name)
        if wanted:
            said = _said(draft, name)
            yield name, _key(said) == _key(wanted), said
    if other.cited:
        numbers = [act.number for act in draft.citations] if draft else []
        if draft and draft.parent:
            numbers.append(draft.parent.number)
        yield "cited", set(other.cited) <= set(numbers), numbers
    if other.units:
        units = [_key(unit) for unit in draft.units] if draft else []
        is_right = len(units) == len(other.units) and all(
            _key(wanted) in unit for wanted, unit in zip(other.units, units, strict=True)
        )
        yield "units", is_right, draft and draft.units
    yield from _tasks(draft, other)


def _tasks(draft: PlanDraft | None, other: Other):
    for words, unit, due in other.tasks:
        said = [(t.unit, str(t.due or "")) for t in draft.tasks if words in t.text] if draft else []
        yield f"task {words}", [(_key(u), d) for u, d in said] == [(_key(unit), due)], said


def _said(draft: PlanDraft | None, name: str):
    if draft is None:
        return ""
    if name == "parent":
        return draft.parent.number if draft.parent else ""
    if name == "authority":
        return draft.signer.lines
    return draft.signer.name if name == "signer" else getattr(draft, name)


def _key(said) -> str:
    whole = " | ".join(said) if isinstance(said, tuple) else said or ""
    return search_key(whole).replace("ubnd", "uy ban nhan dan").lstrip("0")


def main():
    whole = Score()
    for other in OTHERS:
        score = score_other(other)
        whole += score
        print(
            f"| {other.name} | {score.expected} | {score.found} | {score.right} "
            f"| {score.fields_right}/{score.fields} |"
        )
        for line in score.wrong:
            print(f"    {line}")
    print(
        f"| **all** | {whole.expected} | precision {whole.precision:.1%} | recall {whole.recall:.1%} "
        f"| head {whole.fields_share:.1%} ({whole.fields_right}/{whole.fields}) |"
    )


if __name__ == "__main__":
    main()
