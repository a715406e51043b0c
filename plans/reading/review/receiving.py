"""What a line of Nơi nhận tells: who receives the paper, and what for."""

from childlabour.core.vietnamese import search_key
from plans.content.values import Receiver
from plans.models import Purpose
from plans.paper.file_copy import is_file_copy
from targets.language.lexicon.patterns import folded
from targets.language.lexicon.signing import TO_KNOW, TO_REPORT


def receiver_in(line: str, unit: int | None) -> Receiver:
    """`unit`: the one that the line names, where it is known."""
    return Receiver(line, purpose_of(line), unit)


def purpose_of(text: str) -> str:
    """What a recipient gets the paper for, by the words of its line."""
    if is_file_copy(text):
        return Purpose.FILE
    key = search_key(text)
    if any(word in key for word in folded(TO_REPORT)):
        return Purpose.REPORT
    return Purpose.KNOW if any(word in key for word in folded(TO_KNOW)) else Purpose.ACT
