"""Annexes in files of their own (NĐ 30/2020, Phụ lục I, III.1đ): what is printed into which file. Pure.

The screen and Word show the whole paper. One whose words were taken out is one file again: what was signed is gone.
"""

from dataclasses import replace

from childlabour.core import lengths
from plans.content.parts import at_annexes

from .document import Paper
from .sheet import sheet_of


def in_main_file(paper: Paper) -> Paper:
    """What the PDF of the document itself prints."""
    return replace(paper, blocks=at_annexes(paper.blocks)[0]) if has_files_of_annexes(paper) else paper


def annex_papers(paper: Paper) -> tuple[Paper, ...]:
    """Of each annex that has a file of its own the paper with nothing else in it, in order."""
    annexes = at_annexes(paper.blocks)[1] if has_files_of_annexes(paper) else ()
    return tuple(replace(paper, blocks=(annex.annex, *annex.blocks), source=None) for annex in annexes)


def name_of_annex(paper: Paper) -> str:
    """ "Phụ lục II"; of what bears no such label its title."""
    annex = sheet_of(paper).annexes[0]
    return (annex.label or " ".join(annex.title))[: lengths.HEADING]


def has_files_of_annexes(paper: Paper) -> bool:
    return paper.annexes_apart and not paper.taken_out
