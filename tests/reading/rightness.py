"""`make bench-reading [FOLDER=…]`: how right reading is, form by form, as it is read and as the database keeps it.

Without a folder it reads the corpus and the documents of other hands. A folder holds plans and their `truth.json`
(`measuring_folder`); each text is read in every form that it can be given, with AS_IT_IS=1 only as it came.
"""

import json
import os
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import transaction

from plans.content.asking import content_of
from plans.content.values import Content
from plans.models import Document
from plans.reading import ReadDraft, read
from plans.reading.review.saving import save
from plans.reading.sources import read_source

from .corpus.cases import cases
from .corpus.forms import forms_of
from .corpus.others import OTHERS
from .measuring import Score, score, score_saved, score_words
from .measuring_folder import score_folder, targets_of
from .measuring_others import score_other, score_targets

pytestmark = pytest.mark.django_db


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
        for form, file, data in _files(folder / name):
            draft = read(data, file)
            content = saved(draft, office)
            result = Score()
            score_folder(result, draft, truth)
            targets_of(result, [mark.statement for _, mark in content.targets], truth, saved=True)
            score_words(result, read_source(data, file), draft, content)
            yield form, name, result


def _files(path: Path) -> Iterator[tuple[str, str, bytes]]:
    """A text in every form; what is another form already as it is."""
    if path.suffix == ".txt" and not os.environ.get("AS_IT_IS"):
        yield from forms_of(path.read_text("utf-8"))
    else:
        yield path.suffix[1:], path.name, path.read_bytes()


def saved(draft: ReadDraft, office) -> Content:
    """As the one writer lays it and the reader of the database gives it back; nothing of it stays."""
    with transaction.atomic():
        document = save(draft, office.lan, office.committee)
        content = content_of(Document.objects.get(pk=document.pk))
        transaction.set_rollback(True)
    return content


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
