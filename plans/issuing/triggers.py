"""The database itself refuses to change what is issued: by the admin, by a script, by hand in a shell.

A document is frozen from the moment its `Issue` exists, with every row that belongs to it
(`plans.law.belonging`). The table below says, for every column that holds part of a frozen document, whether it
may still change; a test walks the models, so that a new column has to be entered on one side or the other.
What was added to its meaning afterwards (`added_at`) hangs on the same words: it may come and go, what was there when
the words were frozen may not.
Answers are written once: they never change, whatever becomes of the document. Where a document comes from is settled
when it is made.

What deletes without saying so is met apart: on SQLite a row written over another one with the same key (REPLACE,
INSERT OR REPLACE, UPDATE OR REPLACE), for which no trigger of deletion is asked unless the connection wants it
(`recursive_triggers`, and an outsider's does not); on PostgreSQL TRUNCATE, which asks no trigger of a row.

Triggers are laid after `migrate` and lifted before it (`plans.issuing.lifting` says why).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from django.db import Error as DatabaseFault
from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Model, UniqueConstraint

from childlabour.core.fields import own_field
from plans.law.belonging import document_in_sql
from plans.models import (
    AnnexFile,
    Answer,
    AnswerFile,
    Assignment,
    CertifiedCopy,
    Charge,
    ChargedUnit,
    Citation,
    Document,
    Event,
    Issue,
    Recipient,
    RegisterEntry,
    Relation,
    Scan,
    Sending,
    Signature,
    SigningCopy,
    Status,
    StoredBlock,
    Submission,
    TakeDown,
    TakeDownState,
    Task,
    Version,
)
from targets.models import Target

from . import way_out

REFUSAL = "Văn bản đã ban hành: không sửa được nội dung"  # what the database says, and tests look for
ORIGIN_STAYS = "Nguồn của văn bản được ghi khi lập: không đổi được"
WRITTEN_ONCE = "Trả lời đã gửi: không sửa, không xóa được; gửi trả lời mới"
ON_RECORD = "Lần lược dữ liệu cá nhân đã ghi: không sửa, không xóa được"
PREFIX = "plans_frozen_"
LATER = "{row}.added_at IS NOT NULL"


@dataclass(frozen=True)
class Kept:
    model: type[Model]
    free: frozenset[str] = frozenset()  # columns that are not part of what was issued
    adds: bool = False  # whether rows may still be added
    once: bool = False  # whether a row is kept from the moment it is written, issued or not
    refusal: str = REFUSAL
    later: str = (
        ""  # SQL of a row `{row}`: whether it was added to the meaning of words that were frozen by then
    )
    changes_later: bool = True  # whether such a row may change as well as come and go

    @property
    def table(self) -> str:
        return self.model._meta.db_table

    @property
    def columns(self) -> tuple[str, ...]:
        """Columns that never change again."""
        return tuple(
            f.column for f in self.model._meta.concrete_fields if f.column and f.column not in self.free
        )

    @property
    def keys(self) -> tuple[tuple[str, ...], ...]:
        """Columns by which a row is the same as another one, so that it may be written over it.

        The condition of a constraint is left out: where one has it, a row that is added to an issued document is
        refused anyway.
        """
        meta = self.model._meta
        single = [(field.name,) for field in meta.concrete_fields if field.unique]
        together = [unique.fields for unique in meta.constraints if isinstance(unique, UniqueConstraint)]
        return tuple(
            tuple(str(own_field(self.model, name).column) for name in key) for key in (*single, *together)
        )


def _kept(model: type[Model], free: Iterable[str] = (), adds: bool = False) -> Kept:
    return Kept(model, frozenset(free), adds)


def _kept_but_later(
    model: type[Model], free: Iterable[str] = (), later: str = LATER, changes_later: bool = True
) -> Kept:
    return Kept(model, frozenset(free), later=later, changes_later=changes_later)


def _written_once(model: type[Model], free: Iterable[str] = (), said: str = WRITTEN_ONCE) -> Kept:
    return Kept(model, frozenset(free), adds=True, once=True, refusal=said)


OF_A_LATER_CHARGE = (
    f"EXISTS (SELECT 1 FROM {Charge._meta.db_table} c "
    "WHERE c.id = {row}.charge_id AND c.added_at IS NOT NULL)"
)

# Work that was given beside the words (`Assignment.given_at`) is no word of them, and no mark on them.
GIVEN_LATER = f"{LATER} OR {{row}}.given_at IS NOT NULL"
# Of an assignment: how far the work is, and how it is to be done.
FOLLOWED = {
    *("state", "due_on", "extended_to", "asked_until"),
    *("received_on", "reported_on", "said_done_on", "accepted_on"),
    *("post_id", "person_id", "leader_id"),
    *("product", "responsibility", "authority", "priority", "recurs"),
}

# Of a take-down: what is written when the second person settles it.
SETTLED_LATER = (
    *("words", "state", "asked_by_id", "settled_by_id", "settled_by_name", "settled_at", "answer", "places"),
    *("sha256_before", "scan_sha256_before", "sha256_after"),
)

# Links to other rows, derived search keys and notes that are not printed stay free.
KEPT = (
    _kept(
        Document,
        {
            "status",
            "parent_id",
            "programme_id",
            "source_note",
            "updated_at",
            "laid_as",
            "revision",
            "search_key",
        },
        adds=True,
    ),
    _kept(StoredBlock, {"folded"}),
    _kept(Citation, {"cited_document_id"}),
    _kept(Recipient, {"unit_id"}),
    _kept_but_later(Target, {"upper_id", "indicator_id", "weaker_reason", "search_key"}),
    _kept_but_later(Task, {"search_key"}),
    _kept_but_later(Charge),
    _kept_but_later(ChargedUnit, later=OF_A_LATER_CHARGE),
    _kept_but_later(Assignment, FOLLOWED, later=GIVEN_LATER, changes_later=False),
    _kept(Issue, {"issued_by_id"}, adds=True),
    _kept(SigningCopy),
    _kept(AnnexFile),
    _kept(Scan),
    _kept(Signature),
    _kept(Submission, {"leader_id"}),
    _kept(Version, {"officer_id"}),
    _kept(RegisterEntry, {"copies", "sent_on", "note"}),
    _kept(
        Sending,
        {"receiver", "copies", "sent_on", "by", "signed_for", "noted_by_name", "noted_at"},
        adds=True,
    ),
    _kept(Event, {"officer_id"}, adds=True),
    _kept(Relation, adds=True),
    _kept(CertifiedCopy, {"made_by_id"}, adds=True),
    _written_once(Answer, {"officer_id"}),
    _written_once(AnswerFile),
    _written_once(TakeDown, SETTLED_LATER, said=ON_RECORD),
)

# The only ways a frozen document still moves.
LAWFUL_MOVES = ((Status.ISSUED, Status.REPLACED), (Status.ISSUED, Status.REVOKED))
# A take-down that opened the way out is done or is found under way; it cannot be made to look declined.
MOVES_OF_A_TAKE_DOWN = (
    (TakeDownState.ASKED, TakeDownState.UNDER_WAY),
    (TakeDownState.ASKED, TakeDownState.DECLINED),
    (TakeDownState.UNDER_WAY, TakeDownState.DONE),
)


@dataclass(frozen=True)
class Laid:
    name: str
    table: str
    definition: str  # as SQL
    does: str  # what was laid, to be compared: the whole on SQLite, the body of its function on PostgreSQL
    is_on: bool


def lay(connection: BaseDatabaseWrapper) -> None:
    """Lay every trigger anew, all or none; does nothing before the tables are there."""
    if not _tables_exist(connection):
        return
    with transaction.atomic(connection.alias):
        lift(connection)
        with connection.cursor() as cursor:
            for kept in KEPT:
                for statement in statements(kept, connection.vendor, kept.columns):
                    cursor.execute(statement)


def lift(connection: BaseDatabaseWrapper) -> None:
    with connection.cursor() as cursor:
        for trigger in laid(connection):
            on_table = f" ON {trigger.table}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER IF EXISTS {trigger.name}{on_table}")


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """Names of triggers that should be there and are not. One query."""
    there = {trigger.name for trigger in laid(connection)}
    return sorted(_meant(connection.vendor).keys() - there)


def strange(connection: BaseDatabaseWrapper) -> list[str]:
    """Names of triggers that nobody here has laid. One query."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        else:
            cursor.execute(
                "SELECT t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
                "WHERE c.relnamespace = current_schema()::regnamespace AND NOT t.tgisinternal"
            )
        there = {name for (name,) in cursor.fetchall()}
    return sorted(there - _meant(connection.vendor).keys())


def altered(connection: BaseDatabaseWrapper) -> list[str]:
    """Names of triggers that are there, but switched off or made to do something else. One query."""
    meant = _meant(connection.vendor)
    return sorted(
        trigger.name
        for trigger in laid(connection)
        if trigger.name in meant and not (trigger.is_on and trigger.does == meant[trigger.name])
    )


def _meant(vendor: str) -> dict[str, str]:
    """What each trigger should do, by its name, as `Laid.does` says it."""
    found = {}
    for kept in KEPT:
        body = ""
        for statement in statements(kept, vendor, kept.columns):
            if not statement.startswith("CREATE TRIGGER"):
                body = statement.split("$$")[1]  # the function that the next triggers call
                continue
            found[statement.split()[2]] = statement if vendor == "sqlite" else body
    return found


def laid(connection: BaseDatabaseWrapper) -> list[Laid]:
    """One query."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(
                "SELECT name, tbl_name, sql, sql, 1 FROM sqlite_master "
                "WHERE type = 'trigger' AND name LIKE %s",
                [f"{PREFIX}%"],
            )
        else:
            cursor.execute(
                "SELECT t.tgname, c.relname, pg_get_triggerdef(t.oid, true), p.prosrc, t.tgenabled IN ('O', 'A') "
                "FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid "
                "WHERE c.relnamespace = current_schema()::regnamespace AND t.tgname LIKE %s",
                [f"{PREFIX}%"],
            )
        return [Laid(*row) for row in cursor.fetchall()]


def fits(connection: BaseDatabaseWrapper, kept: Kept) -> bool:
    """Whether the tables that its triggers look at are there, as the code knows them."""
    try:
        with transaction.atomic(connection.alias), connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN SELECT 1 FROM {kept.table} r WHERE {_frozen(kept, 'r')}")
            cursor.execute(f"EXPLAIN {way_out.ASKED_OF_A_TAKE_DOWN}")
    except DatabaseFault:
        return False
    return True


def statements(kept: Kept, vendor: str, columns: Sequence[str]) -> Iterator[str]:
    """What lays the triggers of one table; `columns` never change again."""
    return (_for_sqlite if vendor == "sqlite" else _for_postgresql)(kept, columns)


def _tables_exist(connection: BaseDatabaseWrapper) -> bool:
    return {kept.table for kept in KEPT} <= set(connection.introspection.table_names())


def _frozen(kept: Kept, row: str) -> str:
    if kept.once:
        return "TRUE"
    issued = f"EXISTS (SELECT 1 FROM plans_issue i WHERE i.document_id = {document_in_sql(kept.model, row)})"
    return f"({issued} AND NOT ({kept.later.format(row=row)}))" if kept.later else issued


def _unlawful_move(column: str, moves: Iterable[tuple[str, str]], differs: str) -> str:
    lawful = " OR ".join(f"(OLD.{column} = '{a}' AND NEW.{column} = '{b}')" for a, b in moves)
    return f"OLD.{column} {differs} NEW.{column} AND NOT ({lawful})"


def _unlawful_take_down(differs: str) -> str:
    """What paper it puts in the place of which is said before the way out opens, and stays said."""
    move = _unlawful_move("state", MOVES_OF_A_TAKE_DOWN, differs)
    other_paper = " OR ".join(f"OLD.{c} {differs} NEW.{c}" for c in ("sha256_before", "sha256_after"))
    return f"({move}) OR (OLD.state <> '{TakeDownState.ASKED}' AND ({other_paper}))"


BEGUN_UNASKED = f"NEW.state = '{TakeDownState.UNDER_WAY}'"


def _for_sqlite(kept: Kept, columns: Sequence[str]) -> Iterator[str]:
    table, refuse = kept.table, f"BEGIN SELECT RAISE(ABORT, '{kept.refusal}'); END"
    changed = " OR ".join(f'OLD."{c}" IS NOT NEW."{c}"' for c in columns)
    unchanging = kept if kept.changes_later else replace(kept, later="")
    when = {
        "insert": _frozen(kept, "NEW"),
        "update": f"({changed}) AND ({_frozen(unchanging, 'OLD')} OR {_frozen(unchanging, 'NEW')}) "
        f"AND NOT {way_out.is_changed_lawfully(kept.model, columns, 'sqlite')}",
        "delete": f"{_frozen(kept, 'OLD')} AND NOT {way_out.goes_lawfully(kept.model)}",
    }
    for event, condition in when.items():
        if event != "insert" or not kept.adds:
            yield (
                f"CREATE TRIGGER {PREFIX}{table}_{event} BEFORE {event.upper()} ON {table} "
                f"WHEN {condition} {refuse}"
            )
    if kept.model is Document:
        yield (
            f"CREATE TRIGGER {PREFIX}{table}_status BEFORE UPDATE OF status ON {table} "
            f"WHEN {_unlawful_move('status', LAWFUL_MOVES, 'IS NOT')} AND {_frozen(kept, 'OLD')} {refuse}"
        )
        yield (
            f"CREATE TRIGGER {PREFIX}{table}_origin BEFORE UPDATE OF origin ON {table} "
            f"WHEN OLD.origin IS NOT NEW.origin BEGIN SELECT RAISE(ABORT, '{ORIGIN_STAYS}'); END"
        )
    if kept.model is TakeDown:
        yield f"CREATE TRIGGER {PREFIX}{table}_begun BEFORE INSERT ON {table} WHEN {BEGUN_UNASKED} {refuse}"
        yield (
            f"CREATE TRIGGER {PREFIX}{table}_settled BEFORE UPDATE ON {table} "
            f"WHEN {_unlawful_take_down('IS NOT')} {refuse}"
        )
    yield from _against_writing_over(kept, columns, refuse)


def _against_writing_over(kept: Kept, columns: Sequence[str], refuse: str) -> Iterator[str]:
    """A kept row is not pushed out by another one that takes its key."""
    table, pk = kept.table, kept.model._meta.pk.column
    keys = [key for key in kept.keys if set(key) <= set(columns)]
    same = " OR ".join("(" + " AND ".join(f'held."{c}" = NEW."{c}"' for c in key) + ")" for key in keys)
    moved = " OR ".join(f'OLD."{c}" IS NOT NEW."{c}"' for c in sorted({c for key in keys for c in key}))
    pushed_out = f"SELECT 1 FROM {table} held WHERE ({same}) AND {_frozen(kept, 'held')}"
    yield f"CREATE TRIGGER {PREFIX}{table}_replace BEFORE INSERT ON {table} WHEN EXISTS ({pushed_out}) {refuse}"
    yield (
        f"CREATE TRIGGER {PREFIX}{table}_displace BEFORE UPDATE ON {table} "
        f'WHEN ({moved}) AND EXISTS ({pushed_out} AND held."{pk}" <> OLD."{pk}") {refuse}'
    )


def _for_postgresql(kept: Kept, columns: Sequence[str]) -> Iterator[str]:
    table = kept.table
    changed = " OR ".join(f'OLD."{c}" IS DISTINCT FROM NEW."{c}"' for c in columns)
    when = {"insert": "", "delete": "", "update": f"WHEN ({changed}) "}
    for event, condition in when.items():
        if event != "insert" or not kept.adds:
            yield _refusing_function(kept, event, columns)
            yield _postgresql_trigger(table, event, event, condition)
    if kept.model is Document:
        unlawful = _unlawful_move("status", LAWFUL_MOVES, "IS DISTINCT FROM")
        yield _postgresql_trigger(table, "status", "update", f"WHEN ({unlawful}) ")
        yield _function(kept, "origin", _raise(ORIGIN_STAYS))
        yield _postgresql_trigger(
            table, "origin", "update", "WHEN (OLD.origin IS DISTINCT FROM NEW.origin) ", "origin"
        )
    if kept.model is TakeDown:
        unlawful = _unlawful_take_down("IS DISTINCT FROM")
        yield _function(kept, "settled", _raise(kept.refusal))
        yield _postgresql_trigger(table, "begun", "insert", f"WHEN ({BEGUN_UNASKED}) ", "settled")
        yield _postgresql_trigger(table, "settled", "update", f"WHEN ({unlawful}) ", "settled")
    holds_some = f"EXISTS (SELECT 1 FROM {table} r WHERE {_frozen(kept, 'r')})"
    yield _function(kept, "truncate", f"IF {holds_some} THEN {_raise(kept.refusal)} END IF; RETURN NULL;")
    yield (
        f"CREATE TRIGGER {PREFIX}{table}_truncate BEFORE TRUNCATE ON {table} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {PREFIX}{table}_truncate()"
    )


def _postgresql_trigger(table: str, name: str, event: str, condition: str, function: str = "") -> str:
    return (
        f"CREATE TRIGGER {PREFIX}{table}_{name} BEFORE {event.upper()} ON {table} "
        f"FOR EACH ROW {condition}EXECUTE FUNCTION {PREFIX}{table}_{function or event}()"
    )


def _raise(said: str) -> str:
    return f"RAISE EXCEPTION '{said}' USING ERRCODE = 'integrity_constraint_violation';"


def _function(kept: Kept, name: str, does: str) -> str:
    return (
        f"CREATE OR REPLACE FUNCTION {PREFIX}{kept.table}_{name}() RETURNS trigger LANGUAGE plpgsql AS $$ "
        f"BEGIN {does} END $$"
    )


def _refusing_function(kept: Kept, event: str, columns: Sequence[str]) -> str:
    """A function a table and event: a trigger's WHEN may not look into another table."""
    rows = {"insert": ["NEW"], "update": ["OLD", "NEW"], "delete": ["OLD"]}[event]
    refuse = _raise(kept.refusal)
    if event == "update" and not kept.changes_later:
        kept = replace(kept, later="")
    lawfully = {
        "insert": "FALSE",
        "update": way_out.is_changed_lawfully(kept.model, columns, "postgresql"),
        "delete": way_out.goes_lawfully(kept.model),
    }[event]
    return f"""
        CREATE OR REPLACE FUNCTION {PREFIX}{kept.table}_{event}() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF NOT {lawfully} THEN
            {refuse if kept.once else _refuse_if_issued(kept, rows, refuse)}
            END IF;
            RETURN {rows[-1]};
        END $$"""


def _refuse_if_issued(kept: Kept, rows: list[str], refuse: str) -> str:
    """The plan's row is share-locked first, so that whoever writes beside an issue in progress waits for its end
    and then sees it.
    """
    documents = ", ".join(document_in_sql(kept.model, row) for row in rows)
    frozen = " OR ".join(_frozen(kept, row) for row in rows)
    return f"""
            PERFORM 1 FROM plans_document p WHERE p.id IN ({documents}) FOR KEY SHARE;
            IF {frozen} THEN {refuse} END IF;"""
