"""How right the reader is on documents it was not built for; run as a module, it prints the table."""

from childlabour.core.vietnamese import search_key
from plans.reading import Unreadable, read
from plans.reading.parts.draft import ReadDraft, written_value
from targets.statements import Statement

from .corpus.others import OTHERS, Other
from .measuring import Score

HEAD = ("kind", "number", "symbol", "issuer", "superior", "place", "title", "parent")


def score_other(other: Other) -> Score:
    try:
        draft = read(other.data, f"{other.name}.txt")
    except Unreadable as refusal:
        draft, score = None, Score()
        score.add("head", other.kind == "refused", 1, f"refused: {refusal}")
        score.add("targets", 0, len(goals_of(other)))
    else:
        score = Score()
        score_targets(score, [(t.text, t.statement, t.group) for t in draft.targets], other)
    _fields(score, draft, other)
    return score


def goals_of(other: Other) -> list[list[str]]:
    return [line.split() for line in other.goals.splitlines() if line.strip()]


def score_targets(
    score: Score, said: list[tuple[str, Statement, str]], other: Other, *, saved: bool = False
) -> None:
    """`said`: sentence, statement and group of each target; of what is saved no group is asked."""
    before, behind = ("saved ", " saved") if saved else ("", "")
    left = [
        (text, statement, group)
        for text, statement, group in said
        if statement.comparator and not any(words in text for words in other.may)
    ]
    found, right = len(left), 0
    for goal in goals_of(other):
        match = next((item for item in left if _fits(item[1], item[2], goal)), None)
        if match is None:
            score.wrong.append(f"missed {' '.join(goal)}{behind}")
        else:
            left.remove(match)
            right += 1
    score.wrong += [f"invented {_parts(said)} {text[:80]!r}{behind}" for text, said, _ in left]
    score.add(f"{before}targets", right, len(goals_of(other)))
    score.add(f"found{behind}", right, found)


def _parts(said: Statement) -> list[str]:
    return [str(said.comparator), written_value(said.value) or "-", said.unit, str(said.horizon or "-")]


def _fits(said: Statement, group: str, goal: list[str]) -> bool:
    comparator, value, unit, year = _parts(said)
    return (
        comparator in goal[0].split("|")
        and value == goal[1]
        and (goal[2] == "*" or search_key(unit) == search_key(goal[2]))
        and (group in ("", goal[3]) or goal[3] == "-")
        and goal[4] in ("-", year)
    )


def _fields(score: Score, draft: ReadDraft | None, other: Other) -> None:
    """Every fact the truth decides; of a refused draft, all are wrong."""
    if other.kind == "refused":
        score.add("head", draft is None, 1, "read though it is no plan")
        return
    for name in (*HEAD, "authority", "signer"):
        wanted = getattr(other, name)
        if not wanted and not (name in ("number", "superior") and other.kind == "KH"):
            continue
        if not wanted and name in ("authority", "signer"):
            continue
        said = _said(draft, name)
        score.add("head", _key(said) == _key(wanted), 1, f"{name}: {said!r}")
    if other.kind or other.day:
        day = draft.date if draft else None
        score.add("head", day == other.day, 1, f"day: {day}")
    if other.recipients:
        said = draft.recipients if draft else ()
        score.list_of("recipients", "recipients", map(_key, said), map(_key, other.recipients))
    numbers = {act.number for act in draft.citations} if draft else set()
    if draft and draft.parent:
        numbers.add(draft.parent.number)
    if other.cited:
        score.add("acts", len(numbers & set(other.cited)), len(other.cited), f"cited: {numbers}")
    _bodies(score, draft, other)
    for words, unit, due in other.tasks:
        said = [(t.unit, str(t.due or "")) for t in draft.tasks if words in t.text] if draft else []
        is_right = [(_key(u), d) for u, d in said] == [(_key(unit), due)]
        score.add("duties", is_right, 1, f"task {words}: {said}")


def _bodies(score: Score, draft: ReadDraft | None, other: Other) -> None:
    if not other.units:
        return
    left = [_key(unit) for unit in draft.units] if draft else []
    count, right = len(left), 0
    for wanted in map(_key, other.units):
        match = next((unit for unit in left if wanted in unit), None)
        if match is not None:
            left.remove(match)
            right += 1
    score.add("bodies", right, max(count, len(other.units)), f"units: {draft and draft.units}")


def _said(draft: ReadDraft | None, name: str):
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
        print(f"{other.name}: targets {score.share('targets'):.0%}, facts {score.fields_share:.0%}")
        for line in score.wrong:
            print(f"    {line}")
    print(f"all: precision {whole.precision:.1%}, recall {whole.recall:.1%}, facts {whole.fields_share:.1%}")


if __name__ == "__main__":
    main()
