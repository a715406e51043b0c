"""What a new plan takes over from the one it carries out: targets to set beside its own, the work that is for its unit.

Each block remembers where it came from (`source`), so that a later change above can be held against it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from childlabour.units.models import Unit
from plans.content.asking import target_mark_of
from plans.content.building import Body
from plans.content.parts import words_alone
from plans.content.usual_parts import objectives
from plans.content.values import Block, CameFrom, Content, Runs, TaskMark, extents, plain
from plans.law.belonging import rows_of
from plans.law.blocks import BlockType
from plans.models import Document
from plans.paper.naming import leads_of
from targets.models import Target

TOLD = ("due", "product")  # what a task above says to whoever carries it out; who leads is theirs to say


def targets_of(document: Document) -> Iterable[Target]:
    """In the order of the paper, with all that `take_targets` asks of them. One query."""
    standing = rows_of(Target, document).filter(block__removed_at=None)
    return standing.select_related("group", "indicator", "block").order_by("block__place", "order")


def take_targets(body: Body, targets: Iterable[Target]) -> None:
    """Under the names of their groups, each carrying out the one it was taken from; who answers for it is left open."""
    promises, sources = [], {}
    for target in targets:
        mark = replace(
            target_mark_of(target),
            sentence=target.sentence.rstrip(" .;"),
            upper=target.pk,
            responsible=None,
            weaker_reason="",
            added_at="",
        )
        promises.append((mark, target.group.name if target.group else ""))
        sources[mark.id] = CameFrom(target.block.document_id, target.block.key)
    objectives(body, promises)
    body.blocks = [
        replace(block, source=sources[block.targets[0].id]) if block.targets else block
        for block in body.blocks
    ]


def take_tasks(body: Body, content: Content, document: int, unit: Unit) -> None:
    """What `content` of `document` gives to `unit`, or to nobody in particular: numbered, with the words below it."""
    for task, below in _work_for(content, unit):
        heading, *rest = words_alone((replace(task, runs=work_in(task), cells=()), *below))
        clause = body.clause(plain(heading.runs))
        laid = replace(clause, runs=heading.runs, source=CameFrom(document, task.key))
        body.task(laid, _told(task.task or TaskMark(), " ".join(block.text for block in (laid, *rest))))
        for block in rest:
            body.bring(block, block.level - task.level + clause.level, CameFrom(document, block.key))


def _work_for(content: Content, unit: Unit) -> Iterator[tuple[Block, list[Block]]]:
    """Each task that concerns the unit with what stands below it, without what is given to others there."""
    leads, reach = leads_of(content), extents(content.blocks)

    def concerns(block: Block) -> bool:
        given_to = {*leads[block.key][0], *(block.task.partners if block.task else ())}
        return not given_to or unit.pk in given_to

    place = 0
    while place < len(content.blocks):
        block = content.blocks[place]
        if block.task and concerns(block):
            below, end = [], reach[place].end
            place += 1
            while place < end:
                under = content.blocks[place]
                if under.task and not concerns(under):
                    place = reach[place].end
                    continue
                if under.type != BlockType.NOTE:
                    below.append(under)
                place += 1
            yield block, below
        else:
            place += 1


def work_in(block: Block) -> Runs:
    """The words of a task; of a row of a table those of its longest cell, for the others say who, when and what for."""
    if not block.cells:
        return block.runs
    texts = [tuple(run for runs in cell.paragraphs for run in (*runs,)) for cell in block.cells]
    return max(texts, key=lambda runs: len(plain(runs)))


def _told(mark: TaskMark, words: str) -> TaskMark:
    """What no longer stands in the words is given beside them."""
    unsaid = {
        part
        for part, text in (("due", mark.due_text), ("product", mark.product))
        if text and text not in words
    }
    return TaskMark(
        due=mark.due,
        due_text=mark.due_text,
        product=mark.product,
        given=(mark.given & frozenset(TOLD)) | unsaid,
    )
