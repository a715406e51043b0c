"""The room's proposal with the draft of the committee's act: opened in one press, each goes its own way."""

import pytest
from django.urls import reverse

from childlabour.core.errors import Refusal
from plans.drafting.pairing import start_pair
from plans.drafting.starting import Start
from plans.law.kinds import Kind
from plans.models import Delivery, Document, Status
from tests.cast import appoint, revised
from tests.drafting.test_skeletons import as_written
from tests.issuing.way import issued

pytestmark = pytest.mark.django_db


@pytest.fixture
def room(office):
    """Phòng LĐTBXH has its own head and clerk for the papers of the room."""
    appoint(office.hung, office.labour, is_leader=True)
    appoint(office.thu, office.labour, is_clerk=True)
    return office.labour


def paired(office, kind: Kind = Kind.PLAN, unit=None) -> tuple[Document, Document]:
    proposal = start_pair(Start(unit or office.committee, 2024, office.lan), kind)
    return proposal, proposal.submits


def test_one_press_opens_both_and_they_name_each_other(office):
    proposal, act = paired(office)
    assert (proposal.kind, proposal.unit) == (Kind.PROPOSAL, office.labour)
    assert (act.kind, act.unit) == (Kind.PLAN, office.committee)
    assert list(act.proposals.all()) == [proposal]


@pytest.mark.parametrize("kind", [Kind.PLAN, Kind.DECISION, Kind.REPORT])
def test_the_room_may_be_named_as_well_as_its_committee(office, kind):
    proposal, act = paired(office, kind, unit=office.labour)
    assert (proposal.unit, act.unit, act.kind) == (office.labour, office.committee, kind)


def test_who_writes_for_no_room_is_told_so(office):
    with pytest.raises(Refusal, match="không soạn thảo ở phòng nào"):
        start_pair(Start(office.people_of_tan_thanh, 2024, office.pao), Kind.PLAN)
    assert not Document.objects.exists()


def test_from_the_proposal_of_the_room_to_the_issued_plan(office, room):
    proposal, act = paired(office)
    sent = issued(office, revised(proposal, lambda content: as_written(content, proposal)))
    assert sent.code == "01/TTr-LĐTBXH"
    assert Delivery.objects.get(document=sent).unit == office.committee
    act = issued(office, revised(act, lambda content: as_written(content, act)))
    assert (act.code, act.status) == ("01/KH-UBND", Status.ISSUED)
    assert Document.objects.get(pk=sent.pk).submits == act


def test_the_committee_finds_one_from_the_other(client, office, room):
    proposal, act = paired(office)
    issued(office, revised(proposal, lambda content: as_written(content, proposal)))
    client.force_login(office.thu)
    page = client.get(reverse("issuing:document", args=[act.pk]))
    assert f'href="{proposal.get_absolute_url()}"' in page.text
    page = client.get(reverse("issuing:document", args=[proposal.pk]))
    assert f'href="{reverse("issuing:document", args=[act.pk])}"' in page.text


@pytest.mark.parametrize(
    ("chosen", "begun"),
    [("", ["KH"]), ("BB", ["BB"]), ("QĐ+", ["QĐ"]), ("TTr+KH", ["KH", "TTr"]), ("TTr+BC", ["BC", "TTr"])],
)
def test_the_desk_begins_every_kind(client, office, chosen, begun):
    client.force_login(office.lan)
    typed = {"way": "blank", "kind": chosen, "unit": office.committee.pk, "year": 2024}
    answer = client.post(reverse("desk:start"), typed)
    assert answer.status_code == 302
    assert sorted(Document.objects.values_list("kind", flat=True)) == begun


def test_the_sheet_of_a_proposal_leads_to_the_draft_that_it_submits(client, office):
    proposal, act = paired(office)
    client.force_login(office.lan)
    page = client.get(reverse("desk:editor", args=[proposal.pk]))
    assert f'href="{reverse("issuing:document", args=[act.pk])}"' in page.text
