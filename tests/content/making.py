"""Contents of any kind that can be laid, for laws that hold on all of them."""

from dataclasses import replace

from hypothesis import strategies as st

from plans.content.values import (
    MARKS,
    Block,
    Content,
    Ground,
    Receiver,
    TargetMark,
    TaskMark,
    TextRun,
    marked,
    plain,
    tidy,
)
from targets.statements import parse
from tests.content import writing

WORDS = (
    "Trẻ em", "lao động", "được hỗ trợ", "trên 72%", "192/KH-UBND", "Luật Trẻ em;", "năm 2026.", "5 * 3", "a|b",
    "(đợt 1)", "Quý II/2026", "x//y", "kịp\N{NO-BREAK SPACE}thời", "- gạch", "1. số", "Điều 3.", "4,9‰", "\\", "[^1]",
)  # fmt: skip
SENTENCES = (
    "Trên 72% trẻ em được hỗ trợ",
    "Giảm còn 0 trẻ em lao động nặng nhọc",
    "Tỷ lệ lao động trẻ em dưới 4,9% vào năm 2025",
    "Nâng cao trách nhiệm của gia đình",
)


@st.composite
def some_runs(draw, least=1):
    words = draw(st.lists(st.sampled_from(WORDS), min_size=least, max_size=5))
    looks = st.tuples(st.booleans(), st.booleans())
    blanks = st.sampled_from((" ", " ", " ", ""))
    pieces = [TextRun(f"{draw(blanks) * bool(at)}{word}", *draw(looks)) for at, word in enumerate(words)]
    return tidy(tuple(pieces))


@st.composite
def some_rows(draw, key):
    count = draw(st.integers(1, 4))
    rows = draw(st.integers(1, 4))
    heads = draw(st.integers(0, min(rows, 2)))
    yield_ = [writing.table(*(100 // count,) * count, key=f"{key}t", head_rows=heads)]
    for number in range(rows):
        if draw(st.integers(0, 5)) == 0:
            cells = [writing.cell(draw(some_runs()), across=count)]
        else:
            cells = [
                writing.cell(*draw(st.lists(some_runs(least=0), min_size=1, max_size=2)))
                for _ in range(count)
            ]
        yield_.append(writing.row(*cells, key=f"{key}r{number}"))
    return yield_


@st.composite
def some_blocks(draw, number):
    key = f"k{number}"
    said = draw(some_runs())
    kind = draw(
        st.sampled_from(("part", "clause", "point", "article", "dash", "plain", "plain", "table", "note"))
    )
    match kind:
        case "part":
            return [writing.part("I.", said, key)]
        case "clause":
            return [writing.clause(draw(st.sampled_from(("1.", "1.1.", "2)"))), said, key)]
        case "point":
            return [writing.point("a)", said, key)]
        case "article":
            return [writing.article("Điều 1.", said, key)]
        case "table":
            return draw(some_rows(key))
        case "note":
            called = (*said[:-1], replace(said[-1], marks=(f"{key}n",)))
            return [
                writing.paragraph(called, "", key),
                writing.note(f"({number + 1})", draw(some_runs()), f"{key}n"),
            ]
    block = writing.paragraph(said, "-" if kind == "dash" else "", key, level=draw(st.integers(2, 5)))
    return [draw(with_meaning(block))]


@st.composite
def with_meaning(draw, block: Block):
    length = len(plain(block.runs))
    start = draw(st.integers(0, length - 1))
    end = draw(st.integers(start + 1, length))
    if draw(st.booleans()) and plain(block.runs)[start:end].strip():
        mark = f"{block.key}m"
        sentence = draw(st.sampled_from(SENTENCES))
        given = frozenset(draw(st.sets(st.sampled_from(("value", "group")))))
        target = TargetMark(mark, sentence, parse(sentence), given=given)
        block = replace(block, runs=marked(block.runs, start, end, mark), targets=(target,))
    if draw(st.booleans()):
        block = replace(block, task=TaskMark(due_text="hằng tháng", product="Báo cáo"))
    return replace(block, declined=frozenset(draw(st.sets(st.sampled_from(sorted(MARKS))))))


@st.composite
def contents(draw):
    """Blocks in any order, with looks, marks, tables and notes; head and foot."""
    blocks = [block for number in range(draw(st.integers(1, 8))) for block in draw(some_blocks(number))]
    return Content(
        title="Phòng ngừa lao động trẻ em năm 2026",
        citations=(Ground("Căn cứ Luật Trẻ em ngày 05 tháng 4 năm 2016"),),
        blocks=tuple(blocks),
        recipients=(Receiver("Các trường học"), Receiver("Lưu: VT")),
        signature_lines=("CHỦ TỊCH",),
        signer="Vi Văn Hùng",
    )
