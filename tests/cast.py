"""The office that every test knows, and quick builders for the papers it writes.

The people, all of 2023: chị Lan writes for the district of Hữu Lũng, ông Hùng leads it, chị Thu gives the
numbers, anh Páo answers for the commune of Tân Thành, chị Mai writes for another district, anh Sơn keeps
the system. Fixtures of the same names give the officers; `office` gives everyone and everything.

Call a builder twice and the office is still the same; every plan is a new one.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest

from childlabour.units.models import (
    ROLES_OF_A_UNIT,
    Appointment,
    Officer,
    Place,
    Post,
    SigningCapacity,
    Unit,
    flag_of,
)
from plans.content.asking import content_of
from plans.content.building import Body
from plans.content.laying import lay
from plans.content.usual_parts import Duty, objectives, work
from plans.content.values import Content, Ground, Receiver, TargetMark, TaskMark
from plans.issuing.freezing import freeze_as_found
from plans.models import Document, Kind, Status
from targets.models import ObjectiveGroup, Programme
from targets.statements import Comparator, Direction, Statement, parse

PASSWORD = "Vi-tre-em-Viet-Nam-2023"  # what `with_password` sets; the cast has none until then

GROUPS = (
    ("MT1", "Phòng ngừa, phát hiện, hỗ trợ, can thiệp lao động trẻ em"),
    ("MT2", "Truyền thông về phòng ngừa, giảm thiểu lao động trẻ em"),
    ("MT3", "Đào tạo, tập huấn về phòng ngừa, giảm thiểu lao động trẻ em"),
    ("DH2030", "Định hướng đến năm 2030"),
)

THE_PROGRAMME = Ground(
    "Căn cứ Quyết định số 782/QĐ-TTg ngày 27 tháng 5 năm 2021 của Thủ tướng Chính phủ",
    "Quyết định",
    "782/QĐ-TTg",
    date(2021, 5, 27),
)


@dataclass(frozen=True)
class Office:
    """Two districts of one province, one commune, and whoever works there."""

    province: Place
    district: Place
    commune: Place
    other_district: Place

    committee: Unit  # UBND huyện Hữu Lũng: issues
    labour: Unit  # Phòng LĐTBXH: drafts for the committee
    police: Unit
    front: Unit
    people_of_tan_thanh: Unit  # UBND xã Tân Thành
    school: Unit
    other_committee: Unit  # UBND huyện Bắc Sơn
    other_labour: Unit

    lan: Officer  # drafter of the district
    hung: Officer  # its leader
    thu: Officer  # its clerk
    pao: Officer  # of the commune: answers for tasks, drafts the commune's own plan
    mai: Officer  # drafter of the other district
    son: Officer  # keeper of the system

    programme: Programme

    @property
    def officers(self) -> tuple[Officer, ...]:
        return (self.lan, self.hung, self.thu, self.pao, self.mai, self.son)

    @property
    def responsible_units(self) -> tuple[Unit, ...]:
        return (self.people_of_tan_thanh, self.police, self.school, self.front)


def an_office() -> Office:
    """The whole cast, made once and found again afterwards."""
    province = _a_place("20", "province", "tỉnh Lạng Sơn")
    district = _a_place("186", "district", "huyện Hữu Lũng", province)
    commune = _a_place("06442", "commune", "xã Tân Thành", district)
    other_district = _a_place("185", "district", "huyện Bắc Sơn", province)

    committee = _a_committee(district, "Hữu Lũng")
    other_committee = _a_committee(other_district, "Bắc Sơn")
    people_of_tan_thanh = _a_committee(commune, "Tân Thành", superior=committee)
    labour = _a_labour_office(committee)
    other_labour = _a_labour_office(other_committee)
    police = _a_unit("Công an huyện Hữu Lũng", district, "police", superior=committee)
    front = _a_unit("Ủy ban Mặt trận Tổ quốc Việt Nam huyện Hữu Lũng", district, "front")
    school = _a_unit("Trường Trung học cơ sở xã Tân Thành", commune, "school", superior=people_of_tan_thanh)
    _once(
        SigningCapacity,
        unit=committee,
        signer="Vi Văn Hùng",
        lines="TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH",
    )

    return Office(
        province=province,
        district=district,
        commune=commune,
        other_district=other_district,
        committee=committee,
        labour=labour,
        police=police,
        front=front,
        people_of_tan_thanh=people_of_tan_thanh,
        school=school,
        other_committee=other_committee,
        other_labour=other_labour,
        lan=an_officer("lan", "Hoàng Thị Lan", labour, "Chuyên viên", is_drafter=True),
        hung=an_officer("hung", "Vi Văn Hùng", committee, "Phó Chủ tịch", is_leader=True),
        thu=an_officer("thu", "Lê Thị Thu", committee, "Văn thư", is_clerk=True),
        pao=an_officer(
            "pao",
            "Giàng A Páo",
            people_of_tan_thanh,
            "Công chức Văn hóa - Xã hội",
            is_drafter=True,
            is_responder=True,
        ),
        mai=an_officer("mai", "Nguyễn Thị Mai", other_labour, "Chuyên viên", is_drafter=True),
        son=an_officer(
            "son", "Trần Văn Sơn", None, "Quản trị hệ thống", is_keeper=True, is_staff=True, is_superuser=True
        ),
        programme=a_programme(),
    )


def an_officer(username: str, full_name: str, unit: Unit | None, post: str = "", **rights) -> Officer:
    """Someone who can be logged in by `client.force_login`; `with_password` for the log-in page itself.

    Of `rights`, hats (is_drafter=True …) are worn in `unit`, the rest is the officer's own (is_keeper, is_staff).
    """
    hats = {flag: rights.pop(flag) for flag in map(flag_of, ROLES_OF_A_UNIT) if flag in rights}
    officer = _once(Officer, username=username, defaults={"full_name": full_name, **rights})
    if unit:
        appoint(officer, unit, post, **hats)
    return officer


def appoint(officer: Officer, unit: Unit, post: str = "", **hats) -> Appointment:
    """`officer` serves in `unit` as well, from now on with these hats there."""
    in_post = _once(Post, unit=unit, name=post) if post else None
    return _once(Appointment, officer=officer, unit=unit, post=in_post, defaults=hats)


def with_password(officer: Officer, password: str = PASSWORD) -> Officer:
    """Hashing is slow on purpose, so only the tests of the log-in page pay for it."""
    officer.choose_password(password).save()
    return officer


def a_programme(code: str = "782") -> Programme:
    programme = _once(
        Programme,
        code=code,
        defaults={
            "name": "Chương trình phòng ngừa, giảm thiểu trẻ em lao động trái quy định của pháp luật",
            "decision": "Quyết định số 782/QĐ-TTg ngày 27/5/2021 của Thủ tướng Chính phủ",
            "period_from": 2021,
            "period_to": 2025,
            "orientation_year": 2030,
        },
    )
    for order, (group, name) in enumerate(GROUPS):
        _once(ObjectiveGroup, programme=programme, code=group, defaults={"name": name, "order": order})
    return programme


def a_plan(
    unit: Unit | None = None,
    *,
    targets: int = 2,
    tasks: int = 2,
    office: Office | None = None,
    preamble: str = "Ủy ban nhân dân ban hành Kế hoạch như sau:",
    closing: str = "Các đơn vị nghiêm túc triển khai thực hiện.",
    addressees: str = "",
    **fields,
) -> Document:
    """A draft of the district for 2023: purpose, `targets` targets, `tasks` tasks with a unit each.

    `fields` go to the plan as they are (title=…, period_from=…, parent=…, kind=…).
    """
    office = office or an_office()
    document = Document.objects.create(
        **{
            "unit": unit or office.committee,
            "programme": office.programme,
            "period_from": 2023,
            "period_to": 2023,
            "title": "Thực hiện Chương trình phòng ngừa, giảm thiểu lao động trẻ em năm 2023",
            **fields,
        }
    )
    body = Body()
    body.lines(preamble)
    body.part("Mục đích")
    body.lines("1. Nâng cao nhận thức.\n2. Can thiệp sớm.")
    body.part("Mục tiêu")
    objectives(body, some_targets(targets, year=document.period_to))
    body.part("Tổ chức thực hiện")
    work(body, some_duties(tasks, office.responsible_units, year=document.period_to))
    for line in closing.splitlines():
        body.closing(line)
    lay(
        Content(
            title=document.title,
            addressees=tuple(addressees.splitlines()),
            citations=(THE_PROGRAMME,),
            blocks=tuple(body.blocks),
            recipients=(
                Receiver("UBND xã Tân Thành", unit=office.people_of_tan_thanh.pk),
                Receiver("Lưu: VT, LĐTBXH", "file"),
            ),
            signature_lines=tuple(
                fields.get("signature_lines", "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH").splitlines()
            ),
            signer=fields.get("signer", "Vi Văn Hùng"),
        ),
        document,
    )
    return document


def a_letter(unit: Unit | None = None, **fields) -> Document:
    """A công văn: it has addressees and no name of its type."""
    letter = {
        "kind": Kind.LETTER,
        "symbol": "UBND-LĐTBXH",
        "title": "triển khai công tác trẻ em năm 2023",
        "addressees": "Ủy ban nhân dân các xã, thị trấn",
    }
    return a_plan(unit, **(letter | fields))


def an_issued_plan(
    unit: Unit | None = None, *, number: int | None = None, frozen: bool = True, **fields
) -> Document:
    """A plan that anyone may read: numbered, dated 26/5/2023, its paper kept.

    `frozen=False` leaves out the kept paper (a tenth of a second each): for lists and counts of many plans.
    """
    document = a_plan(unit, **fields)
    document.number = number or _next_number(document)
    document.issued_on = document.issued_on or date(document.period_from, 5, 26)
    document.status = Status.ISSUED
    document.save()
    if frozen:
        freeze_as_found(document)
    return document


def many_issued_plans(how_many: int, **fields) -> list[Document]:
    """For the budgets of lists: the same page with 3 rows and with 60 must cost the same queries."""
    office = an_office()
    return [an_issued_plan(frozen=False, office=office, **fields) for _ in range(how_many)]


def long_plan(rows: int = 60, **fields) -> Document:
    """A draft with `rows` targets and `rows` tasks: for budgets, page breaks, tables over many pages."""
    return a_plan(targets=rows, tasks=rows, **fields)


def some_targets(how_many: int, *, year: int) -> list[tuple[TargetMark, str]]:
    """Trên 51 %, 52 % … of teachers, spread over the programme's groups; each with the name of its group."""
    return [
        (
            a_target(f"t{order}", group=GROUPS[order % 3][0], value=51 + order % 49, year=year),
            GROUPS[order % 3][1],
        )
        for order in range(how_many)
    ]


def a_target(mark: str = "t", *, group: str = "", value: int | None = 72, year: int = 2023) -> TargetMark:
    """`value=None` makes it one in words only."""
    if value is None:
        sentence = "Nâng cao trách nhiệm của gia đình đối với trẻ em"
        return TargetMark(mark, sentence, parse(sentence), group)
    people, result = "cán bộ, giáo viên", "được cung cấp kiến thức về phòng ngừa lao động trẻ em"
    statement = Statement(
        comparator=Comparator.ABOVE,
        value=Decimal(value),
        unit="%",
        population=people,
        outcome=result,
        wording="trên",
        direction=Direction.UP,
        horizon=year,
    )
    return TargetMark(mark, f"Trên {value}% {people} {result}", statement, group)


def some_duties(how_many: int, units: tuple[Unit, ...], *, year: int) -> list[Duty]:
    """Given to `units` in turn, due at the end of November."""
    return [
        Duty(
            f"Nhiệm vụ {order + 1}: rà soát trẻ em có nguy cơ",
            "- Lập danh sách các hộ cần hỗ trợ.\n- Báo cáo kết quả.",
            TaskMark(
                lead=(units[order % len(units)].pk,), due=date(year, 11, 30), given=frozenset({"lead", "due"})
            ),
        )
        for order in range(how_many)
    ]


def revised(document: Document, change: Callable[[Content], Content]) -> Document:
    """The draft as it stands after `change` was laid."""
    lay(change(content_of(document)), document)
    return document


def _a_place(code: str, level: str, name: str, parent: Place | None = None) -> Place:
    return _once(Place, code=code, defaults={"level": level, "name": name, "parent": parent})


def _a_committee(place: Place, seat: str, superior: Unit | None = None) -> Unit:
    return _a_unit(
        f"Ủy ban nhân dân {place.name}",
        place,
        "committee",
        short_name=f"UBND {place.name}",
        letterhead=f"Ủy ban nhân dân\n{place.name}",
        symbol="UBND",
        seat=seat,
        superior=superior,
    )


def _a_labour_office(committee: Unit) -> Unit:
    return _a_unit(
        f"Phòng Lao động - Thương binh và Xã hội {committee.place.name}",
        committee.place,
        "children",
        short_name=f"Phòng LĐTBXH {committee.place.name}",
        symbol="LĐTBXH",
        seat=committee.seat,
        superior=committee,
        drafts_for=committee,
    )


def _a_unit(name: str, place: Place, function: str, **fields) -> Unit:
    return _once(Unit, name=name, place=place, defaults={"function": function, **fields})


def _once(model, *, defaults=None, **identity):
    return model.objects.get_or_create(**identity, defaults=defaults)[0]


def _next_number(document: Document) -> int:
    return Document.objects.filter(unit=document.unit, number__isnull=False).count() + 1


@pytest.fixture
def office(db) -> Office:
    return an_office()


@pytest.fixture
def lan(office) -> Officer:
    return office.lan


@pytest.fixture
def hung(office) -> Officer:
    return office.hung


@pytest.fixture
def thu(office) -> Officer:
    return office.thu


@pytest.fixture
def pao(office) -> Officer:
    return office.pao


@pytest.fixture
def mai(office) -> Officer:
    return office.mai


@pytest.fixture
def keeper(office) -> Officer:
    return office.son
