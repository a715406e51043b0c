"""A new document of each kind: its form, whose act it is, and its way to the issue."""

from dataclasses import replace

import pytest

from plans.checking.dossier import dossier_of
from plans.checking.rules import check
from plans.content.asking import content_of
from plans.content.values import Block, Content, Ground, Signing, TextRun
from plans.drafting.starting import Start, start_blank
from plans.law.competence import Competence
from plans.law.kinds import Addressed, Kind, kinds_that
from plans.models import Capacity, Document
from plans.paper.compose import paper_of
from plans.paper.text import to_text
from tests.cast import appoint, revised
from tests.issuing.way import issued, signed

pytestmark = pytest.mark.django_db

THE_LAW = Ground("Căn cứ Luật Trẻ em ngày 05 tháng 4 năm 2016", "Luật")


def begun(office, kind: Kind, **how) -> Document:
    return start_blank(Start(office.committee, 2024, office.lan), kind, **how)


def written(office, kind: Kind, **how) -> Document:
    document = begun(office, kind, **how)
    return revised(document, lambda content: as_written(content, document))


def as_written(content: Content, document: Document) -> Content:
    """What its writer makes of it: no gap is left, it rests on a law, its signers are named."""
    is_addressed = document.facts.addressed == Addressed.ALWAYS
    return replace(
        content,
        title=content.title.replace("…", "phòng ngừa lao động trẻ em"),
        addressees=("Ủy ban nhân dân tỉnh Lạng Sơn",) if is_addressed else (),
        citations=(THE_LAW, *content.citations) if document.facts.cites else (),
        blocks=tuple(map(_said, content.blocks)),
        signature_lines=content.signature_lines or _lines(document),
        signer="Vi Văn Hùng",
        beside=content.beside and Signing(content.beside.lines, "Hoàng Thị Lan"),
    )


def _lines(document: Document) -> tuple[str, ...]:
    if document.competence == Competence.HEAD:
        return ("TRƯỞNG PHÒNG",)
    return "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"


def _said(block: Block) -> Block:
    if "…" not in block.text:
        return block
    return replace(block, runs=(TextRun(block.text.replace("…", "phòng ngừa lao động trẻ em")),))


@pytest.mark.parametrize("kind", kinds_that("offered"))
def test_a_document_of_each_kind_goes_from_its_skeleton_to_its_issue(office, kind):
    done = issued(office, written(office, kind))
    assert done.code == f"01/{done.written_symbol}"
    assert f"Số: {done.code}" in to_text(paper_of(done))


@pytest.mark.parametrize("kind", kinds_that("offered"))
def test_what_a_skeleton_leaves_open_keeps_it_from_being_submitted(office, kind):
    findings = {finding.message for finding in check(dossier_of(begun(office, kind)))}
    assert any("chưa" in message for message in findings)


def test_a_decision_says_who_decides_and_rests_on_who_proposed_it(office):
    said = to_text(paper_of(written(office, Kind.DECISION))).splitlines()
    title = said.index("Quyết định")
    assert said[title + 2] == "Ủy ban nhân dân huyện Hữu Lũng"
    assert said[title + 4].startswith("Theo đề nghị của Trưởng phòng")
    assert said[title + 5 : title + 7] == ["QUYẾT ĐỊNH:", "Điều 1. phòng ngừa lao động trẻ em"]
    assert "- Như Điều 3;" in said


def test_a_decision_of_the_head_is_his_and_not_signed_for_all(office):
    document = written(office, Kind.DECISION)
    document.competence = Competence.HEAD
    document.save()
    assert "Chủ tịch Ủy ban nhân dân huyện Hữu Lũng" in to_text(paper_of(document))
    assert [finding.anchor for finding in check(dossier_of(document)) if "“TM.”" in finding.message] == [
        "signature"
    ]


def test_a_text_that_a_decision_encloses_names_the_decision(office):
    document = written(office, Kind.DECISION, encloses=True)
    said = to_text(paper_of(document)).splitlines()
    place = next(place for place, line in enumerate(said) if line.startswith("Quy chế"))
    assert said[place + 1].startswith("(Kèm theo Quyết định số")
    assert said[place + 2].startswith("Điều 1.")


def test_minutes_have_no_day_in_their_head_and_two_signatures(office):
    document = signed(office, written(office, Kind.MINUTES))
    paper = paper_of(document)
    assert paper.place_and_date == ""
    assert (paper.beside.lines, paper.signature.lines) == (("THƯ KÝ",), ("CHỦ TỌA",))
    assert list(document.signatures.values_list("capacity", "signer")) == [
        (Capacity.PERSON, "Vi Văn Hùng"),
        (Capacity.BESIDE, "Hoàng Thị Lan"),
        (Capacity.AGENCY, "Ủy ban nhân dân huyện Hữu Lũng"),
    ]


def test_a_letter_bears_the_room_it_was_written_in(office):
    assert begun(office, Kind.LETTER).written_symbol == f"UBND-{office.labour.symbol}"


def test_a_room_with_a_letterhead_of_its_own_writes_its_proposal_to_its_committee(office):
    appoint(office.lan, office.labour, is_drafter=True)
    document = start_blank(Start(office.labour, 2024, office.lan), Kind.PROPOSAL)
    assert document.written_symbol == f"TTr-{office.labour.symbol}"
    assert content_of(document).addressees == ("Ủy ban nhân dân huyện Hữu Lũng",)
    assert content_of(document).recipients[-1].text == f"Lưu: VT, {office.labour.symbol}"
    assert document.competence == Competence.HEAD
