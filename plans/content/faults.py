"""Why a `Content` cannot be laid: every reason at once, each with the words or the place it is about. Pure.

Nested spans, several targets in one block and a target on the words of a task are right, not faults.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator

from childlabour.core import lengths
from childlabour.core.errors import Problem
from childlabour.core.vietnamese import seen, unseen_in
from plans.law.blocks import DEEPEST, MADE_FROM, MOST_BLOCKS, MOST_COLUMNS, MOST_ROWS, BlockType
from plans.law.handling import mark_of_secrecy, why_no_secrets

from .parts import WholeTable, with_rows
from .stretches import Stretch, spans_of
from .values import Block, Content, TargetMark, plain

KEY = re.compile(
    rf"[A-Za-z0-9_-]{{1,{lengths.KEY}}}"
)  # of blocks and marks: they stand in addresses and in forms
SHOWN = 60  # characters of a text in a message
MOST_CONTACT_LINES = 4  # of size 11 in the lower margin of the first page
WHOLE = 100  # per cent
_CALLED_BY = re.compile(r"[^\]\s]*")  # markers of notes: typed as "[^1]" in a line


def faults_of(content: Content, sound: Collection[str] = ()) -> Iterator[Problem]:
    """`sound`: keys of blocks that stood in the document as they are, and are not asked again."""
    if len(content.blocks) > MOST_BLOCKS:
        yield Problem(
            f"Nội dung có {len(content.blocks)} đoạn, quá {MOST_BLOCKS}: tách phần chi tiết thành văn bản khác."
        )
        return
    yield from _faults_of_handling(content)
    yield from _faults_of_keys(content)
    yield from _faults_of_marks(content, sound)
    for block in content.blocks:
        if block.key not in sound:
            yield from _faults_of_block(block)
    yield from _faults_of_tables(content)
    yield from _faults_of_heads(content, sound)


def _faults_of_handling(content: Content) -> Iterator[Problem]:
    handling = content.handling
    signed = (*content.signature_lines, *(content.beside.lines if content.beside else ()))
    head = (content.title, *content.addressees, *signed, handling.typist, *handling.contact)
    grounds = (citation.text for citation in content.citations)
    foot = (receiver.text for receiver in content.recipients)
    if mark := mark_of_secrecy((*head, *grounds, *foot)):
        yield Problem(why_no_secrets(mark), "identity")
    if len(handling.contact) > MOST_CONTACT_LINES:
        yield Problem(
            f"Thông tin liên hệ có {len(handling.contact)} dòng, chân trang đủ chỗ cho {MOST_CONTACT_LINES}: gộp lại.",
            "identity",
        )
    for block in content.blocks:
        if mark := mark_of_secrecy(map(plain, block.stretches)):
            yield Problem(why_no_secrets(mark), block.key)


def _faults_of_keys(content: Content) -> Iterator[Problem]:
    for key, count in Counter(block.key for block in content.blocks).items():
        if not KEY.fullmatch(key):
            yield Problem(_key_rule(key))
        elif count > 1:
            yield Problem(f"Hai đoạn trùng khóa “{key}”: mỗi đoạn một khóa.", key)


def _key_rule(key: str) -> str:
    return f"Khóa “{seen(key)[:SHOWN]}” phải gồm 1 đến {lengths.KEY} chữ cái không dấu, chữ số hoặc dấu gạch."


def _faults_of_marks(content: Content, sound: Collection[str]) -> Iterator[Problem]:
    """Every mark lies on words of its own block, and on nobody else's."""
    for mark, count in Counter(mark.id for _, mark in content.targets).items():
        if not KEY.fullmatch(mark):
            yield Problem(_key_rule(mark))
        if count > 1:
            yield Problem(f"Dấu chỉ tiêu “{mark}” đứng ở hai chỗ.")
    notes = {block.key for block in content.blocks if block.type == BlockType.NOTE}
    for mark in sorted(notes & {mark.id for _, mark in content.targets}):
        yield Problem(f"Dấu chỉ tiêu “{mark}” trùng khóa của một chú thích: đặt khóa khác.", mark)
    for block in content.blocks:
        if block.key in sound and not _calls(block):
            continue
        own = {mark.id for mark in block.targets}
        on_words = {mark for runs in block.stretches for run in runs for mark in run.marks}
        for mark in sorted(on_words - own - notes):
            yield Problem(f"Dấu “{mark}” trên “{_shown(block)}” không thuộc đoạn này.", block.key)
        for target in block.targets:
            if target.id not in on_words:
                yield Problem(f"Chỉ tiêu “{target.sentence[:SHOWN]}” không nằm trên chữ nào.", block.key)
        yield from _faults_of_spans(block)


def _calls(block: Block) -> bool:
    """Whether a note may be called from it, which may be gone meanwhile."""
    own = {mark.id for mark in block.targets}
    return any(mark not in own for runs in block.stretches for run in runs for mark in run.marks)


def _faults_of_spans(block: Block) -> Iterator[Problem]:
    spans: dict[tuple[Stretch, ...], TargetMark] = {}
    for target in block.targets:
        span = spans_of(block, target.id)
        if span and span in spans:
            yield Problem(f"Hai chỉ tiêu đánh dấu cùng chữ trên “{_shown(block)}”: bỏ bớt một.", block.key)
        spans[span] = target


def _faults_of_block(block: Block) -> Iterator[Problem]:
    facts = block.type.facts
    if not 0 <= block.level <= DEEPEST:
        yield Problem(f"Bậc {block.level} của “{_shown(block)}” phải từ 0 đến {DEEPEST}.", block.key)
    if len(block.text) > lengths.BLOCK:
        yield Problem(
            f"Đoạn “{_shown(block)}” dài {len(block.text)} ký tự, quá {lengths.BLOCK}: chia thành nhiều đoạn.",
            block.key,
        )
    if len(block.marker) > lengths.MARKER:
        yield Problem(
            f"Dấu đầu dòng “{seen(block.marker)[:SHOWN]}” dài quá {lengths.MARKER} ký tự.",
            block.key,
        )
    if block.runs and not facts.says:
        yield Problem(f"{block.type.label.capitalize()} không có chữ của riêng nó: ghi chữ vào ô.", block.key)
    if block.cells and block.type != BlockType.ROW:
        yield Problem(f"Chỉ hàng của bảng mới có ô: “{_shown(block)}”.", block.key)
    if found := unseen_in(f"{block.marker}{block.text}"):
        yield Problem(
            f"Đoạn “{_shown(block)}” có ký tự không in được (U+{ord(found[0]):04X}): xóa rồi gõ lại.",
            block.key,
        )
    for is_broken, sentence in _LAYOUT:
        if is_broken(block):
            yield Problem(sentence.format(shown=_shown(block)), block.key)


def _has_a_table_s(block: Block) -> bool:
    return bool(block.columns or block.head_rows or block.made_from)


# Rules of how a block stands; what no writer makes, and no page, printer or line of text could take.
_LAYOUT: tuple[tuple[Callable[[Block], bool], str], ...] = (
    (
        lambda block: block.type != BlockType.TABLE and _has_a_table_s(block),
        "Chỉ bảng mới có cột, hàng tiêu đề và nguồn lập bảng: “{shown}”.",
    ),
    (
        lambda block: block.type == BlockType.TABLE and block.made_from not in {"", *MADE_FROM},
        "Bảng chỉ lập được từ chỉ tiêu (targets) hoặc nhiệm vụ (tasks): sửa nguồn lập bảng.",
    ),
    (
        lambda block: block.type == BlockType.TABLE and bool(block.task or block.charge),
        "Bảng không mang nhiệm vụ hay việc giao cho đơn vị: đánh dấu ở hàng của bảng.",
    ),
    (
        lambda block: any(not 1 <= column.share <= WHOLE for column in block.columns),
        f"Cột của bảng phải rộng từ 1 đến {WHOLE} phần trăm.",
    ),
    (
        lambda block: any(cell.down > MOST_ROWS for cell in block.cells),
        f"Ô của hàng “{{shown}}” không được cao quá {MOST_ROWS} hàng.",
    ),
    (
        lambda block: block.landscape and block.type != BlockType.ANNEX,
        "Chỉ phụ lục mới in ngang: “{shown}”.",
    ),
    (
        lambda block: bool(block.marker) and not block.type.facts.says,
        "Bảng và hàng của bảng không có dấu đầu dòng: ghi số vào ô.",
    ),
    (
        lambda block: block.marker != block.marker.strip() or len(block.marker.splitlines()) > 1,
        "Dấu đầu dòng của “{shown}” có dấu cách thừa hoặc xuống dòng: bỏ đi.",
    ),
    (
        lambda block: block.type == BlockType.NOTE and not _CALLED_BY.fullmatch(block.marker),
        "Dấu của chú thích “{shown}” phải viết liền, không có dấu cách và dấu “]”.",
    ),
    (
        lambda block: (
            block.source is not None and not (block.source.document > 0 and KEY.fullmatch(block.source.key))
        ),
        "Nơi lấy đoạn “{shown}” phải là mã của một văn bản và khóa của một đoạn trong đó.",
    ),
)


def _faults_of_heads(content: Content, sound: Collection[str]) -> Iterator[Problem]:
    for item in with_rows(content.blocks):
        if isinstance(item, WholeTable) and item.table.key not in sound:
            heads, rows = item.table.head_rows, len(item.rows)
            if not 0 <= heads <= rows:
                yield Problem(
                    f"Bảng có {rows} hàng nhưng ghi {heads} hàng tiêu đề: ghi từ 0 đến {rows}.",
                    item.table.key,
                )


def _faults_of_tables(content: Content) -> Iterator[Problem]:
    table: Block | None = None
    rows = 0
    for block in content.blocks:
        if block.type == BlockType.TABLE:
            if table and rows and block.level > table.level:
                yield Problem(f"Bảng nằm trong bảng khác, sau {rows} hàng: tách thành bảng riêng.", block.key)
            table, rows = block, 0
            if not 1 <= len(block.columns) <= MOST_COLUMNS:
                yield Problem(
                    f"Bảng có {len(block.columns)} cột; từ 1 đến {MOST_COLUMNS} cột mới in vừa trang.",
                    block.key,
                )
        elif block.type == BlockType.ROW:
            rows += 1
            yield from _faults_of_row(block, table, rows)
        elif block.type != BlockType.NOTE:
            table = None


def _faults_of_row(row: Block, table: Block | None, number: int) -> Iterator[Problem]:
    if table is None:
        yield Problem(f"Hàng “{_shown(row)}” không nằm trong bảng nào.", row.key)
        return
    if number == MOST_ROWS + 1:
        yield Problem(f"Bảng quá {MOST_ROWS} hàng: tách thành phụ lục hoặc nhiều bảng.", row.key)
    if not row.cells:
        yield Problem("Hàng của bảng chưa có ô nào.", row.key)
    if any(cell.across < 1 or cell.down < 1 for cell in row.cells):
        yield Problem(f"Ô của hàng “{_shown(row)}” phải rộng và cao ít nhất 1.", row.key)
    across = sum(cell.across for cell in row.cells)
    if across > len(table.columns):
        yield Problem(f"Hàng “{_shown(row)}” có {across} ô, bảng chỉ có {len(table.columns)} cột.", row.key)


def _shown(block: Block) -> str:
    text = seen(block.printed)
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"
