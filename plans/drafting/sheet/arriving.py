"""What a sheet sends, out of the JSON of a stranger: typed, bounded, made as it is stored, or refused. No queries."""

import json
from dataclasses import dataclass, field, fields, replace
from typing import Any, TypeVar

from childlabour.core.errors import Problem, Refusal
from childlabour.core.fields import own_field
from childlabour.core.vietnamese import clean, nfc
from plans.content.faults import KEY
from plans.content.shapes import block_from
from plans.content.stretches import with_stretches
from plans.content.typed import MisshapenError, fields_of, list_from, number_from, text_from
from plans.content.values import NAMED, Block, ChargeMark, TargetMark, in_order, tidy
from plans.drafting.spots import KEY as SPOT
from plans.law.blocks import MOST_BLOCKS
from targets.language.parts import KEPT
from targets.models import Target
from targets.statements import statement_of

from .digests import PARTS

Said = TypeVar("Said")
MOST_BYTES = 5_000_000  # of a save; the longest draft with marks on every line has two thirds of that
MOST_ANCHORS = 8  # keys that say where a block stands
MAY_BE_GIVEN = NAMED.union(KEPT)  # parts of marks beside the words
NAME = 32  # letters of the name of a save


@dataclass(frozen=True)
class Touched:
    """A block that is new, says something else or stands elsewhere than the server last said."""

    key: str
    over: str  # digest of what it was typed over; "" for a new one
    block: Block | None  # None: moved alone
    after: tuple[str, ...]  # keys before it, the nearest first; () at the very beginning
    is_moved: bool  # or new


@dataclass(frozen=True)
class SentPart:
    over: str
    is_changed: bool = False
    said: Any = None


@dataclass(frozen=True)
class Arrived:
    """`revision`: the state of the draft that the sheet knows; `name`: of this save, the same when it is sent again."""

    revision: int
    name: str = ""
    touched: tuple[Touched, ...] = ()
    removed: tuple[tuple[str, str], ...] = ()  # keys with the digests they were removed over
    parts: dict[str, SentPart] = field(default_factory=dict)
    findings: str = ""  # digest of those that the sheet shows
    spot: str = ""  # where the caret stands


FIELDS = {"shape", "revision", "name", "blocks", "removed", "parts", "findings", "spot"}


def data_from(body: bytes) -> dict[str, Any]:
    """Raises Refusal on what is no JSON object, or holds signs that no text has."""
    try:
        data = json.loads(body.decode(), parse_constant=_no_number)
        json.dumps(data, ensure_ascii=False).encode()  # half of a sign is no text
    except (ValueError, RecursionError) as fault:
        raise Refusal(misshapen("không đọc được")) from fault
    if not isinstance(data, dict):
        raise Refusal(misshapen("phải là một đối tượng JSON"))
    return data


def arrived_from(data: dict[str, Any]) -> Arrived:
    """Raises Refusal with the block that is misshapen, where it is one."""
    try:
        return _arrived(data)
    except MisshapenError as fault:
        raise Refusal(misshapen(str(fault))) from fault


def misshapen(why: str, key: str = "") -> Problem:
    return Problem(
        f"Trang soạn gửi dữ liệu không đúng dạng: {why.rstrip('.')}. Tải lại trang rồi làm tiếp.", anchor=key
    )


def _no_number(name: str) -> Any:
    raise ValueError(name)


def _arrived(data: dict[str, Any]) -> Arrived:
    if unknown := data.keys() - FIELDS:
        raise MisshapenError(f"không có trường “{min(unknown)[:60]}”")
    blocks = list_from(data.get("blocks", []), "blocks")
    removed = list_from(data.get("removed", []), "removed")
    if len(blocks) > MOST_BLOCKS or len(removed) > 2 * MOST_BLOCKS:
        raise Refusal(Problem(f"Nội dung quá {MOST_BLOCKS} đoạn: tách phần chi tiết thành văn bản khác."))
    touched = tuple(map(_touched, blocks))
    _once(one.key for one in touched)
    return Arrived(
        revision=number_from(data.get("revision")),
        name=_name(data.get("name", "")),
        touched=touched,
        removed=tuple(map(_pair, removed)),
        parts={
            name: _part(said)
            for name, said in fields_of(data.get("parts", {}), "parts", dict).items()
            if _is_part(name)
        },
        findings=text_from(data.get("findings", "")),
        spot=_spot(data.get("spot", "")),
    )


def _is_part(name: str) -> bool:
    if name not in (*PARTS, "facts"):
        raise MisshapenError(f"không có phần “{name[:60]}”")
    return True


def _spot(value: Any) -> str:
    """Where somebody is tells others something; what is no spot tells nothing."""
    spot = text_from(value)
    return spot if SPOT.fullmatch(spot) else "body"


def _name(value: Any) -> str:
    name = text_from(value)
    if name and not (len(name) <= NAME and KEY.fullmatch(name)):
        raise MisshapenError("tên của lần ghi")
    return name


def _key(value: Any) -> str:
    key = text_from(value)
    if not KEY.fullmatch(key):
        raise MisshapenError("khóa của đoạn")
    return key


def _once(keys: Any) -> None:
    seen: set[str] = set()
    for key in keys:
        if key in seen:
            raise Refusal(misshapen(f"khóa “{key}” có hai lần", key))
        seen.add(key)


def _pair(data: Any) -> tuple[str, str]:
    pair = list_from(data, "removed")
    if len(pair) != 2:
        raise MisshapenError("mỗi đoạn bỏ đi là [khóa, dấu vân]")
    return _key(pair[0]), text_from(pair[1])


def _part(data: Any) -> SentPart:
    part = fields_of(data, "parts", dict)
    return SentPart(text_from(part.get("over", "")), "is" in part, part.get("is"))


def _touched(data: Any) -> Touched:
    entry = fields_of(data, "đoạn", dict)
    said = entry.get("block")
    key = _key(entry.get("key") if said is None else fields_of(said, "đoạn", dict).get("key"))
    try:
        return Touched(
            key=key,
            over=text_from(entry.get("over", "")),
            block=None if said is None else as_stored(block_from(said)),
            after=tuple(map(_key, list_from(entry.get("after", []), "after")))[:MOST_ANCHORS],
            is_moved=entry.get("moved") is True,
        )
    except MisshapenError as fault:
        raise Refusal(misshapen(str(fault), key)) from fault


# ── A block as the rows keep it ──────────────────────────────────────────────────────────────────


def as_stored(block: Block) -> Block:
    """Letters composed, texts of marks as their columns keep them, nothing that came after an issue, no mark without
    words; what is handed to the writer is what is read again.
    """
    block = with_stretches(
        block,
        [
            tidy(tuple(replace(run, text=nfc(run.text)) if not run.text.isascii() else run for run in runs))
            for runs in block.stretches
        ],
    )
    on_words = {mark for runs in block.stretches for run in runs for mark in run.marks}
    targets = tuple(map(_target, (mark for mark in block.targets if mark.id in on_words)))
    block = replace(block, marker=nfc(block.marker), targets=targets)
    return replace(
        block,
        targets=tuple(in_order(block)),
        task=_tidied(block.task) if block.task else None,
        charge=_charge(block.charge) if block.charge else None,
    )


def _target(mark: TargetMark) -> TargetMark:
    mark = replace(_tidied(mark), sentence=_SENTENCE.to_python(mark.sentence))
    statement = _tidied(mark.statement)
    return replace(mark, statement=statement_of({part: statement.kept[part] for part in KEPT}, mark.sentence))


_SENTENCE = own_field(Target, "sentence")


def _charge(mark: ChargeMark) -> ChargeMark:
    return _tidied(replace(mark, units=tuple(sorted(set(mark.units)))))


def _tidied(said: Said) -> Said:
    """A mark or a statement with each text in one line; in a draft nothing came later."""
    texts = {one.name: getattr(said, one.name) for one in fields(said)}  # type: ignore[arg-type]
    tidied: dict[str, Any] = {
        name: " ".join(clean(text).split()) for name, text in texts.items() if type(text) is str
    }
    if "added_at" in tidied:
        tidied["added_at"] = ""
    if given := texts.get("given"):
        tidied["given"] = given & MAY_BE_GIVEN
    made: Said = replace(said, **tidied)  # type: ignore[type-var]
    return made
