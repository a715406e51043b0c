"""The leader signs with his own certificate, the seal is the agency's own: names are compared, doubts are told."""

import pytest

from plans.issuing import signing
from plans.issuing.workflow import perform
from plans.models import Action, Status
from plans.signatures.certificate_names import names_agency, names_person
from plans.signatures.pades.making import sign
from tests.issuing.certificates import PASS_PHRASE, given_to, root_file
from tests.issuing.papers import upload
from tests.issuing.test_signing import AGENCY, LEADER, key_of, refusals, signed_inside
from tests.issuing.way import numbered

COMMITTEE = "Ủy ban nhân dân huyện Hữu Lũng"
LABOUR = "Phòng Lao động - Thương binh và Xã hội huyện Hữu Lũng"


@pytest.mark.parametrize(
    ("certificate", "is_he"),
    [
        ("Vi Văn Hùng", True),
        ("VI VAN HUNG", True),
        ("Vi Văn Hùng (Phó Chủ tịch)", True),
        ("Ông Vi  Văn Hùng", True),
        ("Vi Văn Hùng\N{COMBINING GRAVE ACCENT}", True),
        ("Vi Văn", False),
        ("Vi Văn Hùngg", False),
        ("Lê Vi Văn", False),
        ("", False),
    ],
)
def test_whose_certificate_it_is(certificate, is_he):
    assert names_person(certificate, LEADER) == is_he


def test_half_a_name_is_not_a_name():
    assert not names_person("Lê Anh Tuấn", "Lê An")
    assert not names_person("Lê Anh Tuấn", "")


@pytest.mark.parametrize(
    ("common_name", "organisation", "agency", "is_its"),
    [
        (COMMITTEE, "", COMMITTEE, True),
        ("UY BAN NHAN DAN HUYEN HUU LUNG", "Tỉnh Lạng Sơn", COMMITTEE, True),
        ("UBND huyện Hữu Lũng", "UBND tỉnh Lạng Sơn", COMMITTEE, True),
        ("Uỷ ban nhân dân huyện Hữu Lũng - Lạng Sơn", "", COMMITTEE, True),
        ("Phòng LĐTBXH huyện Hữu Lũng", "", LABOUR, True),
        ("Phòng Lao động - Thương binh và Xã hội", "UBND huyện Hữu Lũng", LABOUR, True),
        ("Phòng Lao động - Thương binh và Xã hội", "huyện Hữu Lũng", LABOUR, True),
        ("UBND huyện Bắc Sơn", "UBND tỉnh Lạng Sơn", COMMITTEE, False),
        ("UBND xã Tân Thành", "UBND huyện Hữu Lũng", COMMITTEE, False),
        ("UBND", "Tỉnh Lạng Sơn", COMMITTEE, False),
        ("Vi Văn Hùng", "UBND huyện Hữu Lũng", COMMITTEE, False),
        ("", "UBND huyện Hữu Lũng", COMMITTEE, False),
        (COMMITTEE, "", "", False),
    ],
)
def test_whose_seal_it_is(common_name, organisation, agency, is_its):
    assert names_agency(common_name, organisation, agency) == is_its


@pytest.fixture
def roots(settings, tmp_path):
    settings.SIGNATURE_TRUST_ROOTS = tmp_path / "roots"
    root_file(settings.SIGNATURE_TRUST_ROOTS)


OTHER = "Ủy ban nhân dân huyện Bắc Sơn"


@pytest.mark.django_db
def test_a_seal_in_another_name_waits_for_the_clerk_to_look(office, roots, client):
    document = signed_inside(office)
    client.force_login(office.thu)
    address = f"/van-ban/{document.pk}/ky-so/"
    assert "same_agency" not in client.get(address).content.decode()
    key = lambda: {"key_file": upload(given_to(OTHER).file), "pass_phrase": PASS_PHRASE}  # noqa: E731
    answer = client.post(address, key())
    assert answer.status_code == 422
    shown = answer.content.decode()
    assert f"Chứng thư ghi tên {OTHER}, cơ quan ban hành là {COMMITTEE}" in shown
    assert 'name="same_agency"' in shown
    assert PASS_PHRASE not in shown
    assert document.signatures.count() == 1
    assert client.post(address, key() | {"same_agency": "on"}).status_code == 302
    event = document.events.get(action=Action.SEAL)
    assert OTHER in event.exception
    assert "Lê Thị Thu xác nhận" in event.exception


@pytest.mark.django_db
def test_the_verification_page_shows_the_other_name_for_ever(office, roots, client):
    document = signed_inside(office)
    sealed = signing.sealed_by_agency(document, key_of(given_to(OTHER)))
    document = perform(Action.SEAL, document, office.thu, signed=sealed, same_agency=True)
    document = perform(Action.ISSUE, document, office.thu)
    shown = client.get(f"/xac-thuc/{document.verification_code}/").content.decode()
    assert "Xem lại tên." in shown
    assert shown.count(f"Chứng thư ghi tên {OTHER}") == 1


@pytest.mark.django_db
def test_a_seal_from_outside_in_another_name_waits_as_well(office, roots, client):
    document = numbered(office)
    both = sign(document.signing_copy.current, key_of(given_to(LEADER)), "S1", None)
    both = sign(both, key_of(given_to(OTHER)), "S2", None)
    client.force_login(office.thu)
    address = f"/van-ban/{document.pk}/nhan-ban-ky-so/"
    shown = client.post(address, {"file": upload(both)}).content.decode()
    assert f"Chứng thư ghi tên {OTHER}" in shown
    assert 'name="same_agency"' in shown
    assert client.post(address, {"file": upload(both), "same_agency": "on"}).status_code == 302
    document.refresh_from_db()
    assert document.status == Status.SIGNED


@pytest.mark.django_db
def test_no_word_of_the_clerk_lets_another_person_sign_for_the_leader(office, roots):
    document = numbered(office)
    other = sign(document.signing_copy.current, key_of(given_to("Nông Văn Thắng")), "S1", None)
    said = refusals(perform, Action.TAKE_BACK, document, office.thu, signed=other, same_agency=True)
    assert "phải tự ký" in said


@pytest.mark.django_db
def test_the_right_names_raise_no_doubt(office, roots, client):
    document = signed_inside(office)
    document = perform(
        Action.SEAL, document, office.thu, signed=signing.sealed_by_agency(document, key_of(given_to(AGENCY)))
    )
    document = perform(Action.ISSUE, document, office.thu)
    assert "Xem lại tên" not in client.get(f"/xac-thuc/{document.verification_code}/").content.decode()
    assert document.events.get(action=Action.SEAL).exception == ""
