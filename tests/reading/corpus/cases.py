"""Every document of the corpus: a paper and the producer that made a file of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from .articles import ARTICLES, Item
from .as_text import apart, markdown, pasted, windows, wrapped
from .as_word import word
from .communes import AFTER_REFORM, COMMUNES, LONG_ROAD
from .facts import Goal, Paper
from .printing import PRINTED, woven
from .upper import DISTRICT, OFFICE, PROVINCE, UNION, UPPER

PAPERS = (*COMMUNES, *UPPER)


@dataclass(frozen=True)
class Case:
    name: str
    file: str
    data: bytes
    truth: Paper | Item

    @property
    def goals(self) -> tuple[Goal, ...]:
        return self.truth.goals

    @property
    def producer(self) -> str:
        return self.name.split("/")[0]


def cases() -> Iterator[Case]:
    """Every document; those that WeasyPrint makes cost a quarter of a second each."""
    yield from quick_cases()
    yield from printed_cases()
    yield from woven_cases()


def quick_cases() -> Iterator[Case]:
    for paper in PAPERS:
        yield Case(f"word/{paper.name}", f"{paper.name}.docx", word(paper), paper)
        yield Case(f"word-counted/{paper.name}", f"{paper.name}.docx", word(paper, counted=True), paper)
        yield Case(f"pasted/{paper.name}", f"{paper.name}.txt", pasted(paper).encode(), paper)
        yield Case(f"wrapped/{paper.name}", f"{paper.name}.txt", wrapped(paper).encode(), paper)
        yield Case(f"markdown/{paper.name}", f"{paper.name}.txt", markdown(paper).encode(), paper)
    yield Case("word-boxed/district", "a.docx", word(DISTRICT, boxed=True), DISTRICT)
    yield Case("word-tracked/commune", "a.docx", word(LONG_ROAD, tracked=True), LONG_ROAD)
    yield Case("nfd/district", "a.txt", apart(pasted(DISTRICT)).encode(), DISTRICT)
    yield Case("nfd/union", "a.txt", apart(wrapped(UNION)).encode(), UNION)
    yield Case("utf-16/province", "a.txt", pasted(PROVINCE).encode("utf-16"), PROVINCE)
    yield Case(
        "bom/reform",
        "a.txt",
        b"\xef\xbb\xbf" + pasted(AFTER_REFORM).replace("\n", "\r\n").encode(),
        AFTER_REFORM,
    )
    yield Case("cp1258/office", "a.txt", windows(pasted(OFFICE)), OFFICE)
    for item in ARTICLES:
        yield Case(f"web/{item.name}", f"{item.name}.txt", item.text.encode(), item)


def printed_cases() -> Iterator[Case]:
    papers = {paper.name: paper for paper in PAPERS}
    for file in sorted(PRINTED.glob("*.*")):
        producer, _, name = file.stem.partition("--")
        yield Case(f"{producer}/{name}", file.name, file.read_bytes(), papers[name])


def woven_cases() -> Iterator[Case]:
    for paper in PAPERS:
        yield Case(f"weasyprint/{paper.name}", f"{paper.name}.pdf", woven(paper), paper)
