"""What the site asks about signatures in a file, whoever made it; the file itself is opened behind the airlock."""

import json
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from hashlib import sha256
from typing import Any

from django.core.cache import cache

from childlabour.airlock.asking import ask
from childlabour.airlock.carrying import made, plain
from childlabour.airlock.questions import QUESTIONS
from childlabour.airlock.refusing import Unanswered, Why
from childlabour.core.clock import now, today
from childlabour.core.errors import Problem, Refusal
from plans.signatures.trust import revocation_lists, trust_roots

from .additions import REPLACED
from .judging import UNREADABLE
from .known import Known
from .seen import Seen

LARGEST = (
    QUESTIONS["strangers_signatures"].most_bytes // 2**20
)  # MB; larger ones are scans, known by their hash
TOO_LARGE = f"Tệp lớn hơn {LARGEST} MB nên không kiểm tra chữ ký ở đây."
IN_OUR_WORDS = {Why.TOO_LARGE: TOO_LARGE, Why.OTHER_KIND: UNREADABLE, Why.CRASHED: UNREADABLE}
UNSIGNED = "Tệp chưa có chữ ký số nào: ký rồi tải lên."
REMEMBERED = 600  # seconds: a paper is looked at by many on the day it is issued


@dataclass(frozen=True)
class _Signatures:
    every: tuple[Seen, ...]


@dataclass(frozen=True)
class TakenBack:
    """A file that comes back: what is wrong with what was added; if nothing, its signatures and what they cover."""

    faults: tuple[str, ...]
    signatures: tuple[Seen, ...] = ()
    covered: tuple[str, ...] = ()


def signatures_in(
    pdf: bytes, *, held_since: datetime | None = None, is_strangers: bool = False
) -> list[Seen]:
    """Every signature, in the order they were made. Half a second, the second time within ten minutes nothing.

    `held_since`: since when this office has kept these very bytes, of a paper that was issued and that anybody may
    look up. Raises Refusal for what is no readable PDF; with `is_strangers` also for what is larger and more often
    changed than anybody needs.
    """
    known = _known(held_since)
    try:
        if is_strangers:
            answer = ask("strangers_signatures", pdf, {"known": plain(known), "is_strangers": True})
        else:
            words = {"known": plain(known), "is_strangers": False}
            answer = _remembered("issued_signatures" if held_since else "signatures", pdf, words)
    except Unanswered as fault:
        said = IN_OUR_WORDS.get(fault.why)
        if said is None:
            raise
        raise Refusal(Problem(said, "file")) from fault
    return list(_carried(answer))


def taken_back(ours: bytes, theirs: bytes, may_touch: Sequence[str]) -> TakenBack:
    """Whether `theirs` is `ours` with signatures added and nothing else, and what those say and cover."""
    if not theirs.startswith(ours):
        return TakenBack((REPLACED,))
    if len(theirs) == len(ours):
        return TakenBack((UNSIGNED,))
    words = {"ours": len(ours), "may_touch": list(may_touch), "known": plain(_known(None))}
    answer = ask("file_taken_back", theirs, words)
    if answer["faults"]:
        return TakenBack(tuple(answer["faults"]))
    return TakenBack((), _carried(answer["signatures"]), tuple(answer["covered"]))


def _known(held_since: datetime | None) -> Known:
    in_text = [
        tuple(b64encode(file).decode() for file in files) for files in (trust_roots(), revocation_lists())
    ]
    return Known(now(), held_since, *in_text)


def _remembered(question: str, data: bytes, words: dict[str, Any]) -> Any:
    """What was said of the same bytes today, by the same that is known; a file of strangers is not remembered."""
    asked = words | {"known": words["known"] | {"now": today().isoformat()}}
    key = sha256(json.dumps([question, asked]).encode() + data).hexdigest()
    return cache.get_or_set(f"airlock-{key}", partial(ask, question, data, words), REMEMBERED)


def _carried(answer: Any) -> tuple[Seen, ...]:
    try:
        return made(_Signatures, {"every": answer}).every
    except ValueError as fault:
        raise Unanswered(Why.CRASHED) from fault
