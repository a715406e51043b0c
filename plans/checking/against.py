"""Tasks of which something was given beside the words that these say otherwise."""

from plans.content.near import Near
from plans.content.task_words import against_the_words, nobody, task_said_at
from plans.content.values import Content
from plans.models import Document

ASKED = frozenset({"lead", "due"})


def against_their_words(document: Document, content: Content) -> dict[str, dict[str, str]]:
    """By the key of the task: part → what its words say. Two queries where a lead was given, else none."""
    given = [
        (place, block.task)
        for place, block in enumerate(content.blocks)
        if block.task and ASKED & block.task.given
    ]
    has_lead = any("lead" in task.given for _, task in given)
    called = Near.to(document.unit).all_called if has_lead else nobody
    found = {
        content.blocks[place].key: against_the_words(
            task, task_said_at(content.blocks, place, document.period_to, called)
        )
        for place, task in given
    }
    return {key: against for key, against in found.items() if against}
