"""The one narrow way by which words leave what is frozen: a take-down that two people agreed on, under way.

As SQL for the triggers. In the row of a document whose take-down is under way, a column that people write in may
become what it was with the words in question replaced by `TAKEN_OUT`, or `TAKEN_OUT` alone; so may the words of a
block, whatever looks they are cut into; papers kept as data or bytes may be made anew, an issued one only as the bytes
whose hash the take-down has named beforehand; the file that the take-down names may be emptied; copies and scans may
go. Nothing else.
"""

from collections.abc import Iterator, Sequence

from django.db.models import Model

from plans.law.belonging import document_in_sql
from plans.models import (
    AnnexFile,
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
    Submission: frozenset({"paper"}),
    Version: frozenset({"content", "paper"}),
}
# The words in the runs of a block and in the cells of a row, a paragraph a line.
WORDS_OF_A_BLOCK = {
    "sqlite": {
        "runs": "coalesce((SELECT group_concat(said, '') FROM (SELECT json_extract(r.value, '$[0]') said "
        "FROM json_each({row}.runs) r ORDER BY r.key)), '')",
        "layout": "coalesce((SELECT group_concat(said, '') FROM (SELECT json_extract(r.value, '$[0]') "
        "|| CASE WHEN r.key = json_array_length(p.value) - 1 THEN char(10) ELSE '' END said "
        "FROM json_each({row}.layout, '$.cells') c, json_each(c.value, '$.paragraphs') p, json_each(p.value) r "
        "ORDER BY c.key, p.key, r.key)), '')",
    },
    "postgresql": {
        "runs": "coalesce((SELECT string_agg(r.run ->> 0, '' ORDER BY r.place) "
        "FROM jsonb_array_elements({row}.runs) WITH ORDINALITY r(run, place)), '')",
        "layout": "coalesce((SELECT string_agg((r.run ->> 0) || CASE WHEN r.place = jsonb_array_length(p.said) "
        "THEN E'\n' ELSE '' END, '' ORDER BY c.place, p.place, r.place) "
        "FROM jsonb_array_elements({row}.layout -> 'cells') WITH ORDINALITY c(cell, place), "
        "jsonb_array_elements(c.cell -> 'paragraphs') WITH ORDINALITY p(said, place), "
        "jsonb_array_elements(p.said) WITH ORDINALITY r(run, place)), '')",
    },
}
GOES = (
    Scan,
    SigningCopy,
    AnnexFile,
)  # as a whole: the words stand in the picture, in the bytes that were signed

# Everything that the triggers ask of its table.
ASKED_OF_A_TAKE_DOWN = (
    "SELECT state, document_id, file_id, words, settled_by_name, sha256_before, sha256_after "
    f"FROM {TakeDown._meta.db_table}"
)


def is_changed_lawfully(model: type[Model], columns: Sequence[str], vendor: str) -> str:
    """SQL, of OLD and NEW: whether a take-down under way explains the change of every column."""
    same = "IS" if vendor == "sqlite" else "IS NOT DISTINCT FROM"
    kept = " AND ".join(_explained(model, columns, same, vendor))
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


def _explained(model: type[Model], columns: Sequence[str], same: str, vendor: str) -> Iterator[str]:
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
        if model is StoredBlock and column in WORDS_OF_A_BLOCK[vendor]:
            said, says = (WORDS_OF_A_BLOCK[vendor][column].format(row=row) for row in ("OLD", "NEW"))
            without = f"replace({said}, t.words, '{TAKEN_OUT}')"
            ways.append(f"(t.words <> '' AND {without} <> {said} AND {says} = {without})")
        if model is Issue and column == "sha256":
            ways.append(f"({old} = t.sha256_before AND {new} = t.sha256_after)")
        if model is AnswerFile and column in ("name", "stored", "size"):
            emptied = {"name": f"'{TAKEN_OUT}'", "stored": "''", "size": "0"}[column]
            ways.append(f"(t.file_id = OLD.id AND {new} = {emptied})")
        yield f"({' OR '.join(ways)})"
