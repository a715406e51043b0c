"""`make bench-reading [FOLDER=…]`: how right reading is, form by form, as it is read and as the database keeps it.

Without a folder it reads the corpus and the documents of other hands. A folder holds texts of plans and `truth.json`:
NAME → targets as [value, [comparators], year or null], `optional_values` that count neither way, `header` (number,
symbol, date, place, issuer, kind, signer.name, title), `parent`, `citations` and `recipients` and `units` as counts
(or [least, most]), `citations_named` as "number date". Each text is read in every form that it can be given.
"""

import json
import os
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from django.db import transaction

from plans.content.asking import content_of
from plans.content.values import Content
from plans.models import Document
from plans.reading import ReadDraft, read
from plans.reading.parts.draft import written_value
from plans.reading.review.saving import save
from plans.reading.sources import read_source

from .corpus.cases import cases
from .corpus.forms import forms_of
from .corpus.others import OTHERS
from .measuring import Score, is_same, score, score_saved, score_words
from .measuring_others import score_other, score_targets

pytestmark = pytest.mark.django_db

HEADS = {"number", "symbol", "place", "issuer", "kind", "title"}


def test_how_right_reading_is(office, capsys):
    folder = os.environ.get("FOLDER", "")
    rows: dict[str, list[Score]] = defaultdict(list)
    measured = of_folder(Path(folder), office) if folder else of_corpus(office)
    for form, name, result in measured:
        rows[form].append(result)
        with capsys.disabled():
            for wrong in dict.fromkeys(result.wrong):
                print(f"{form} {name}: {wrong}"[:400])
    with capsys.disabled():
        print("\n".join(["", *table(rows)]))


# ── What is measured ─────────────────────────────────────────────────────────────────────────────


def of_corpus(office) -> Iterator[tuple[str, str, Score]]:
    for case in cases():
        draft = read(case.data, case.file)
        result = score(draft, case.truth)
        content = saved(draft, office)
        score_saved(result, content, case.goals)
        if case.producer != "web":  # a news item is no paper: what a page puts round it is told apart
            score_words(result, read_source(case.data, case.file), draft, content)
        yield case.producer, case.name, result
    for other in OTHERS:
        result = score_other(other)
        if other.kind != "refused":
            draft = read(other.data, "a.txt")
            content = saved(draft, office)
            kept = [(mark.sentence, mark.statement, "") for _, mark in content.targets]
            score_targets(result, kept, other, saved=True)
            if other.kind and other.number:
                score_words(result, read_source(other.data, "a.txt"), draft, content)
        yield "other hands", other.name, result


def of_folder(folder: Path, office) -> Iterator[tuple[str, str, Score]]:
    truths = json.loads((folder / "truth.json").read_text("utf-8"))
    for name, truth in truths.items():
        for form, file, data in forms_of((folder / name).read_text("utf-8")):
            draft = read(data, file)
            content = saved(draft, office)
            result = Score()
            targets_of(result, [target.statement for target in draft.targets], truth)
            targets_of(result, [mark.statement for _, mark in content.targets], truth, saved=True)
            facts_of(result, draft, truth)
            score_words(result, read_source(data, file), draft, content)
            yield form, name, result


def saved(draft: ReadDraft, office) -> Content:
    """As the one writer lays it and the reader of the database gives it back; nothing of it stays."""
    with transaction.atomic():
        document = save(draft, office.lan, office.committee)
        content = content_of(Document.objects.get(pk=document.pk))
        transaction.set_rollback(True)
    return content


# ── Against the truth of a folder ────────────────────────────────────────────────────────────────


def targets_of(total: Score, said: list, truth: dict, *, saved: bool = False) -> None:
    before, behind = ("saved ", " saved") if saved else ("", "")
    left = [(written_value(s.value), str(s.comparator), str(s.horizon)) for s in said if s.comparator]
    right = 0
    for value, comparators, year in truth["targets"]:
        fits = (x for x in left if x[0] == value and x[1] in comparators and x[2] == (year or x[2]))
        if match := next(fits, None):
            left.remove(match)
            right += 1
        else:
            total.wrong.append(f"missed {value} {comparators} {year}{behind}")
    for value in truth.get("optional_values", ()):
        if match := next((x for x in left if x[0] == value), None):
            left.remove(match)
    total.wrong += [f"invented {x}{behind}" for x in left]
    total.add(f"{before}targets", right, len(truth["targets"]))
    total.add(f"found{behind}", right, right + len(left))


def facts_of(total: Score, draft: ReadDraft, truth: dict) -> None:
    for name, wanted in truth["header"].items():
        if name in HEADS:
            total.fact("head", name, getattr(draft, name), wanted)
    wanted = truth["header"]
    if "date" in wanted:
        total.fact("head", "date", draft.date, date.fromisoformat(wanted["date"]))
    if "signer.name" in wanted:
        total.fact("head", "signer", draft.signer.name, wanted["signer.name"])
    if "parent" in truth:
        total.fact("head", "parent", draft.parent.number if draft.parent else "", truth["parent"])
    said = {f"{act.number} {act.date}" for act in draft.citations}
    named = truth.get("citations_named", [])
    right = sum(any(is_same(each, act) for each in said) for act in named)
    total.add("acts", right, len(named), f"acts: {sorted(said)} instead of {named}")
    for subject, count in (("recipients", len(draft.recipients)), ("bodies", len(draft.units))):
        wanted = truth.get("units" if subject == "bodies" else subject)
        if wanted is not None:
            least, most = wanted if isinstance(wanted, list) else (wanted, wanted)
            near = min(max(count, least), most)
            total.add(subject, min(count, near), max(count, near), f"{subject}: {count} instead of {wanted}")


# ── The table ────────────────────────────────────────────────────────────────────────────────────

COLUMNS = {
    "precision": ("found",),
    "recall": ("targets",),
    "precision saved": ("found saved",),
    "recall saved": ("saved targets",),
    "words": ("words",),
    "head": ("head",),
    "acts": ("acts",),
    "bodies": ("bodies",),
    "duties": ("duties",),
    "recipients": ("recipients",),
}


def table(rows: dict[str, list[Score]]) -> list[str]:
    everything = [result for results in rows.values() for result in results]
    return [
        "| from | files | targets | " + " | ".join(COLUMNS) + " |",
        "|---" * (3 + len(COLUMNS)) + "|",
        *(_row(form, results) for form, results in rows.items()),
        _row("**all**", everything),
    ]


def _row(form: str, results: list[Score]) -> str:
    total = sum(results, Score())
    shares = (f"{total.share(*s):.1%}" if any(total.of[x] for x in s) else "–" for s in COLUMNS.values())
    return f"| {form} | {len(results)} | {total.of['targets']} | " + " | ".join(shares) + " |"
