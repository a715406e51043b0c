"""The one narrow way by which words leave what is frozen: a take-down that two people agreed on, under way.

As SQL for the triggers. In the row of a document whose take-down is under way, a column that people write in may
become what it was with the words in question replaced by `TAKEN_OUT`, or `TAKEN_OUT` alone; what is kept as data (the
words of blocks, papers) or as bytes may be made anew, an issued paper only as the bytes whose hash the take-down has
named beforehand; the file that the take-down names may be emptied; copies and scans may go. Nothing else.
"""

from collections.abc import Iterator, Sequence

from django.db.models import Model

from plans.law.belonging import document_in_sql
from plans.models import (
    AnswerFile,
    Issue,
    Scan,
    SigningCopy,
    StoredBlock,
    Submission,
    TakeDown,
    TakeDownState,
    Version,
)
from plans.privacy.columns import written_columns

TAKEN_OUT = "[đã lược theo quy định về bảo vệ dữ liệu cá nhân]"

# Papers as data and as bytes, and what is known of them: made anew from what is left.
MADE_ANEW: dict[type[Model], frozenset[str]] = {
    Issue: frozenset({"snapshot", "pdf"}),
    StoredBlock: frozenset({"runs", "layout"}),
    Submission: frozenset({"paper"}),
    Version: frozenset({"content", "paper"}),
}
GOES = (Scan, SigningCopy)  # as a whole: the words stand in the picture, in the bytes that were signed

# Everything that the triggers ask of its table.
ASKED_OF_A_TAKE_DOWN = (
    "SELECT state, document_id, file_id, words, settled_by_name, sha256_before, sha256_after "
    f"FROM {TakeDown._meta.db_table}"
)


def is_changed_lawfully(model: type[Model], columns: Sequence[str], vendor: str) -> str:
    """SQL, of OLD and NEW: whether a take-down under way explains the change of every column."""
    same = "IS" if vendor == "sqlite" else "IS NOT DISTINCT FROM"
    kept = " AND ".join(_explained(model, columns, same))
    return _under_way(model, kept)


def goes_lawfully(model: type[Model]) -> str:
    """SQL, of OLD: whether a take-down under way explains that the row goes."""
    return _under_way(model, "TRUE") if model in GOES else "FALSE"


def _under_way(model: type[Model], condition: str) -> str:
    return (
        f"EXISTS (SELECT 1 FROM {TakeDown._meta.db_table} t WHERE t.state = '{TakeDownState.UNDER_WAY}' "
        f"AND t.settled_by_name <> '' "
        f"AND t.document_id = {document_in_sql(model, 'OLD')} AND {condition})"
    )


def _explained(model: type[Model], columns: Sequence[str], same: str) -> Iterator[str]:
    written = {field.column for field in written_columns(model)}
    free = MADE_ANEW.get(model, frozenset())
    for column in columns:
        if column in free:
            continue
        old, new = f'OLD."{column}"', f'NEW."{column}"'
        ways = [f"{new} {same} {old}"]
        if column in written:
            without = f"replace({old}, t.words, '{TAKEN_OUT}')"
            ways.append(
                f"(t.words <> '' AND {without} <> {old} AND ({new} = {without} OR {new} = '{TAKEN_OUT}'))"
            )
        if model is Issue and column == "sha256":
            ways.append(f"({old} = t.sha256_before AND {new} = t.sha256_after)")
        if model is AnswerFile and column in ("name", "stored", "size"):
            emptied = {"name": f"'{TAKEN_OUT}'", "stored": "''", "size": "0"}[column]
            ways.append(f"(t.file_id = OLD.id AND {new} = {emptied})")
        yield f"({' OR '.join(ways)})"
