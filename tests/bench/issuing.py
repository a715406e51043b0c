"""What issuing costs: making the copy, signing it, looking at signatures, a hundred issues in a row."""

import time

import pytest

from plans.issuing import signing
from plans.issuing.freezing import begin_signing_copy, copy_to_sign
from plans.issuing.workflow import perform
from plans.models import Action, SigningCopy
from plans.paper.compose import paper_of
from plans.paper.pdf import to_pdf
from plans.signatures.keys import FileKey
from plans.signatures.pades.asking import signatures_in
from tests.bench.measuring import cpu_ms, tell
from tests.cast import an_office
from tests.issuing.certificates import PASS_PHRASE, given_to
from tests.issuing.way import numbered, signed

pytestmark = pytest.mark.django_db

IN_A_ROW = 100


def test_signing(capsys):
    office = an_office()
    document = numbered(office)
    leader = FileKey(given_to("Vi Văn Hùng").file, PASS_PHRASE)
    agency = FileKey(given_to("Ủy ban nhân dân huyện Hữu Lũng").file, PASS_PHRASE)
    file = given_to("Vi Văn Hùng").file
    figures = {
        "render alone": cpu_ms(lambda: to_pdf(paper_of(document, signing_copy=True))),
        "render, keep, sign": cpu_ms(lambda: signing.signed_by_leader(rendered_anew(document), leader)),
        "sign with an opened key": cpu_ms(lambda: signing.signed_by_leader(document, leader)),
        "open the key file": cpu_ms(lambda: FileKey(file, PASS_PHRASE)),
    }
    document = perform(Action.SIGN, document, office.hung, signed=signing.signed_by_leader(document, leader))
    figures["seal"] = cpu_ms(lambda: signing.sealed_by_agency(document, agency))
    both = signing.sealed_by_agency(document, agency)
    figures["look at one signature"] = cpu_ms(lambda: seen_by_a_stranger(document.signing_copy.current))
    figures["look at two"] = cpu_ms(lambda: seen_by_a_stranger(both))
    with capsys.disabled():
        tell("Signing", figures, base="render alone")


def seen_by_a_stranger(pdf: bytes):
    """What is asked of our own papers is remembered."""
    return signatures_in(pdf, is_strangers=True)


def rendered_anew(document):
    SigningCopy.objects.filter(document=document).delete()
    begin_signing_copy(document)
    document.signing_copy = copy_to_sign(document)
    return document


def test_a_hundred_in_a_row(capsys):
    office = an_office()
    waiting = [signed(office) for _ in range(IN_A_ROW)]
    start = time.process_time()
    for document in waiting:
        perform(Action.ISSUE, document, office.thu)
    each = (time.process_time() - start) * 1000 / IN_A_ROW
    with capsys.disabled():
        tell(
            "Issuing",
            {"render": cpu_ms(lambda: to_pdf(paper_of(document))), f"issue, one of {IN_A_ROW}": each},
            base="render",
        )
