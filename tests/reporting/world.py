"""A district with three communes, a plan of its own with two targets, and an open year."""

from dataclasses import dataclass
from datetime import date

from childlabour.units.models import Place, Unit
from plans.content.building import Body
from plans.content.laying import lay
from plans.content.usual_parts import objectives
from plans.content.values import Content, Receiver, TargetMark
from plans.models import Document, Status
from targets.measuring.models import ReportPeriod
from targets.models import Indicator, Target
from targets.statements import parse
from tests.cast import Office, an_officer
from tests.measuring.answers import a_period

HELPED = "100% trẻ em lao động trái quy định khi có thông báo được hỗ trợ kịp thời"
INFORMED = "Trên 58% cha mẹ được cung cấp thông tin về phòng ngừa lao động trẻ em"
CLUBS = "Thành lập ít nhất 10 câu lạc bộ phòng ngừa lao động trẻ em"
WORDS = "Nâng cao trách nhiệm của gia đình đối với trẻ em"


@dataclass(frozen=True)
class District:
    office: Office
    plan: Document
    period: ReportPeriod
    communes: tuple[Unit, Unit, Unit]  # Tân Thành, where anh Páo works, and two others
    helped: Target
    informed: Target
    clubs: Target

    @property
    def tan_thanh(self) -> Unit:
        return self.communes[0]


def a_commune(office: Office, code: str, name: str) -> Unit:
    place = Place.objects.create(code=code, level="commune", name=f"xã {name}", parent=office.district)
    return Unit.objects.create(
        name=f"Ủy ban nhân dân xã {name}",
        short_name=f"UBND xã {name}",
        place=place,
        function="committee",
        superior=office.committee,
        symbol="UBND",
        seat=name,
    )


def a_district(office: Office) -> District:
    others = (a_commune(office, "06443", "Hòa Bình"), a_commune(office, "06444", "Yên Bình"))
    an_officer("binh", "Lý Thị Bình", others[0], is_responder=True)
    indicator = Indicator.objects.create(
        group=office.programme.groups.first(),
        code="1.2",
        name="Tỷ lệ trẻ em được hỗ trợ kịp thời",
        numerator="Số được hỗ trợ",
        denominator="Số có thông báo",
        empty_total_means="arose",
    )
    plan = a_plan_promising(office, office.committee, HELPED, INFORMED, CLUBS, WORDS)
    helped, informed, clubs, _ = Target.objects.filter(block__document=plan)
    Target.objects.filter(pk=helped.pk).update(indicator=indicator)
    return District(
        office,
        plan,
        a_period("2023"),
        (office.people_of_tan_thanh, *others),
        Target.objects.get(pk=helped.pk),
        informed,
        clubs,
    )


def a_plan_promising(office: Office, unit: Unit, *sentences: str, issued: bool = True, **facts) -> Document:
    """Issued; for all communes of the district."""
    usual = {"period_from": 2023, "period_to": 2023, "title": "Phòng ngừa lao động trẻ em năm 2023"}
    document = Document.objects.create(unit=unit, programme=office.programme, **usual | facts)
    body = Body()
    body.part("Mục tiêu")
    objectives(
        body, [(TargetMark(f"t{n}", said, parse(said), "MT1"), "") for n, said in enumerate(sentences)]
    )
    receivers = (Receiver("UBND các xã, thị trấn"), Receiver("Lưu: VT", "file"))
    lay(Content(title=document.title, blocks=tuple(body.blocks), recipients=receivers), document)
    if issued:
        document.number = Document.objects.filter(unit=unit, number__isnull=False).count() + 1
        document.issued_on = date(document.period_from, 1, 15)
        document.status = Status.ISSUED
        document.save()
        document.refresh_from_db()
    return document
