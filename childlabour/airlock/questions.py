"""What may be asked about foreign bytes, by which function it is answered, and how much it may take.

The worker answers nothing that has no row here. A limit is a little more than the largest honest file needs.
"""

from dataclasses import dataclass
from typing import Any

KILOBYTE, MEGABYTE = 1024, 1024 * 1024


@dataclass(frozen=True)
class Lane:
    """How many are answered at once on this machine, how many more may wait, and for how many seconds."""

    turns: int
    waiting: int
    patience: int


# A crowd fills its own lane and no other: whoever drops files four threads of the site, whoever looks up papers
# that were issued as many.
LANES = {
    "strangers": Lane(turns=2, waiting=2, patience=5),
    "readers": Lane(turns=2, waiting=2, patience=5),
    "papers": Lane(turns=2, waiting=4, patience=20),  # no foreign file: a draft is printed in the site itself
    "officers": Lane(turns=2, waiting=4, patience=20),
    # Asked by jobs and commands: nobody stands at the counter.
    "later": Lane(turns=2, waiting=50, patience=600),
}


@dataclass(frozen=True)
class FirstBytes:
    """What the content of a file must begin with; `within` so many bytes one of the marks must end."""

    marks: tuple[bytes, ...] = ()
    within: int = 0

    def stand_in(self, data: bytes) -> bool:
        return not self.marks or any(mark in data[: self.within] for mark in self.marks)


ANYTHING = FirstBytes()  # the answering function tells the kinds apart itself, by the first bytes
PDF = FirstBytes((b"%PDF-",), within=1024)  # readers have always borne some bytes before it
PNG = FirstBytes((b"\x89PNG\r\n\x1a\n",), within=8)
ZIP = FirstBytes((b"PK\x03\x04",), within=4)  # a workbook
PKCS12 = FirstBytes((b"\x30",), within=1)  # a sequence of ASN.1


@dataclass(frozen=True)
class Question:
    answered_by: str  # a function of bytes and words, by its dotted name
    lane: str
    begins: FirstBytes
    most_bytes: int
    memory: int  # bytes of address space
    processor: int  # seconds of processor time
    clock: int  # seconds by the clock
    most_answered: int  # bytes of the answer
    is_forked: bool = False  # from a process that has its libraries loaded already (`nursery`)


def _pdf(answered_by: str, lane: str = "officers", **limits: int) -> Question:
    usual: dict[str, Any] = {
        "most_bytes": 40 * MEGABYTE,
        "memory": 1024 * MEGABYTE,
        "processor": 15,
        "clock": 30,
        "most_answered": MEGABYTE,
    }
    return Question(answered_by, lane, PDF, **(usual | limits))


QUESTIONS = {
    # A 200-page plan takes a tenth of the memory.
    "read_file": Question(
        "plans.reading.answering.file_read",
        "later",
        ANYTHING,
        most_bytes=20 * MEGABYTE,
        memory=1024 * MEGABYTE,
        processor=15,
        clock=25,
        most_answered=8 * MEGABYTE,
        is_forked=True,
    ),
    # The worst files within the bounds of `judging` took 4 s, a paper of ours 0.1 s.
    "strangers_signatures": _pdf(
        "plans.signatures.pades.judging.judged",
        lane="strangers",
        most_bytes=10 * MEGABYTE,
        memory=640 * MEGABYTE,
        processor=8,
        clock=20,
    ),
    "issued_signatures": _pdf("plans.signatures.pades.judging.judged", lane="readers"),
    "signatures": _pdf("plans.signatures.pades.judging.judged"),
    "file_taken_back": _pdf("plans.signatures.pades.taking_back.looked_at"),
    "signature_prepared": _pdf("plans.signatures.pades.preparing.prepared", most_answered=12 * MEGABYTE),
    "pages_of_scan": _pdf("plans.signatures.pdf_files.measured"),
    "page_of_scan": _pdf("plans.signatures.pdf_files.drawn", most_answered=12 * MEGABYTE),
    "pages_copied": _pdf(
        "plans.signatures.pdf_pages.copied", most_answered=60 * MEGABYTE
    ),  # a scan in base64
    "page_of_issued": _pdf("plans.signatures.pdf_files.drawn", lane="readers", most_answered=12 * MEGABYTE),
    "attachments": _pdf("plans.signatures.pdf_files.attached", lane="later", most_answered=20 * MEGABYTE),
    "pages_read": _pdf("plans.signatures.pdf_files.read", lane="later", most_answered=20 * MEGABYTE),
    "edxml": Question(
        "plans.edxml.reading.letter_in",
        "officers",
        ANYTHING,
        most_bytes=45 * MEGABYTE,
        memory=1024 * MEGABYTE,
        processor=10,
        clock=25,
        most_answered=45 * MEGABYTE,
    ),
    # 20,000 rows of ten cells take 6 s and a third of the memory.
    "figures": Question(
        "plans.reporting.sheets.reading.cells_of",
        "officers",
        ZIP,
        most_bytes=15 * MEGABYTE,
        memory=1024 * MEGABYTE,
        processor=20,
        clock=30,
        most_answered=30 * MEGABYTE,
    ),
    "picture": Question(
        "plans.signatures.pictures.cleaned",
        "officers",
        PNG,
        most_bytes=2 * MEGABYTE,
        memory=512 * MEGABYTE,
        processor=5,
        clock=20,
        most_answered=12 * MEGABYTE,
    ),
    "key": Question(
        "plans.signatures.key_files.opened",
        "officers",
        PKCS12,
        most_bytes=100 * KILOBYTE,
        memory=512 * MEGABYTE,
        processor=5,
        clock=20,
        most_answered=MEGABYTE,
    ),
}
