"""What a new document of each kind begins with: its usual parts, the sentences that its form has, room for the rest.

Forms: NĐ 30/2020, Phụ lục III, Mẫu 1.2–1.5 and 1.9. Gaps ("…") are found by the check until they are filled.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from childlabour.units.models import Officer, Unit, UnitFunction
from childlabour.units.naming import head_of
from plans.citing.acts import parsed_act
from plans.content.building import Body
from plans.content.grounds import ground_of
from plans.content.values import Content, Ground, Receiver, Signing
from plans.law.competence import Competence
from plans.law.kinds import Addressed, Facts, Kind
from plans.models import Purpose
from targets.language.lexicon import headings

from .deriving import file_copy_line

FOR_ALL = {UnitFunction.COMMITTEE, UnitFunction.STEERING}
ELECTED = {UnitFunction.FRONT, UnitFunction.UNION, UnitFunction.OTHER}  # signed as their own rules have it


@dataclass(frozen=True)
class Outset:
    """For whom a document is begun, and by whom."""

    unit: Unit
    year: int
    officer: Officer
    kind: Kind = Kind.PLAN
    encloses: bool = False  # a decision with a text of its own behind it (Mẫu 1.3)

    @property
    def facts(self) -> Facts:
        return self.kind.facts

    @property
    def above(self) -> Unit | None:
        """Whom it is laid before: who the office drafts for, else who stands over it."""
        return self.unit.drafts_for or self.unit.superior


@dataclass(frozen=True)
class Skeleton:
    title: str  # with {year}
    body: Callable[[Body, Outset], None]
    recipients: tuple[str, ...] = ()
    file_copy: str = ""  # where it is not that of the room


def skeleton_of(outset: Outset) -> Content:
    """The words of a new document that is started from nothing."""
    skeleton = SKELETONS[outset.kind]
    body, facts = Body(), outset.facts
    skeleton.body(body, outset)
    file_copy = skeleton.file_copy or file_copy_line(outset.officer, outset.unit)
    above = outset.above if facts.addressed != Addressed.NEVER and facts.named else None
    content = Content(
        title=(ENCLOSING if outset.encloses else skeleton.title).format(year=outset.year),
        addressees=(above.name,) if above else (),
        citations=_proposed(outset) if facts.says_who_decides else (),
        blocks=tuple(body.blocks),
        recipients=(
            *(Receiver(line, unit=above.pk if above else None) for line in skeleton.recipients),
            Receiver(file_copy, Purpose.FILE),
        ),
    )
    if not facts.signed_beside:
        return content
    return replace(content, signature_lines=(facts.presided,), beside=Signing((facts.signed_beside,)))


def usual_competence(unit: Unit, facts: Facts) -> str:
    """Whose act a document of this unit is as a rule; "" where there is no rule."""
    if unit.function in FOR_ALL:
        return Competence.COLLECTIVE if facts.of_the_collective else ""
    return "" if unit.function in ELECTED or facts.signed_beside else Competence.HEAD


def _proposed(outset: Outset) -> tuple[Ground, ...]:
    """The last ground of a decision: who proposed it (Mẫu 1.2)."""
    offices = outset.unit.drafting_units.filter(appointments__officer=outset.officer)
    office = offices.order_by("pk").first()
    text = f"Theo đề nghị của {head_of(office)}" if office else ""
    return (ground_of(parsed_act(text), text),) if text else ()


# ── Bodies ───────────────────────────────────────────────────────────────────────────────────────

ENCLOSING = "Ban hành Quy chế …"
CLOSING = (
    "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các đơn vị phản ánh về cơ quan ban hành Kế hoạch "
    "để kịp thời giải quyết."
)


def _plan(body: Body, outset: Outset) -> None:
    for part in headings.USUAL_PARTS:
        body.part(part)
    body.closing(CLOSING)


def _letter(body: Body, outset: Outset) -> None:
    body.paragraph(f"Thực hiện …, {outset.unit.name} đề nghị … triển khai các nội dung sau:")
    body.line("1. …")
    body.closing(f"{outset.unit.name} đề nghị các cơ quan, đơn vị quan tâm, thực hiện.")


def _report(body: Body, outset: Outset) -> None:
    body.paragraph(f"Thực hiện …, {outset.unit.name} báo cáo kết quả như sau:")
    body.part("Tình hình chung")
    body.part("Công tác chỉ đạo, điều hành")
    body.part("Kết quả thực hiện")
    body.part("Đánh giá chung")
    for heading in ("Kết quả đạt được", "Tồn tại, hạn chế", "Nguyên nhân"):
        body.clause(heading)
    body.part("Phương hướng, nhiệm vụ")
    body.part("Kiến nghị, đề xuất")
    body.closing(f"Trên đây là Báo cáo kết quả thực hiện năm {outset.year} của {outset.unit.name}.")


def _proposal(body: Body, outset: Outset) -> None:
    above = outset.above.name if outset.above else "…"
    body.paragraph(f"{outset.unit.name} trình {above} … như sau:")
    body.part("Sự cần thiết")
    body.part("Căn cứ pháp lý")
    body.part("Nội dung trình")
    body.part("Kiến nghị")
    body.closing(f"{outset.unit.name} kính trình {above} xem xét, quyết định.")


def _decision(body: Body, outset: Outset) -> None:
    body.centred("QUYẾT ĐỊNH:")
    if outset.encloses:
        body.article("Ban hành kèm theo Quyết định này Quy chế ….")
    else:
        body.article("…")
    body.article("Quyết định này có hiệu lực kể từ ngày ký.")
    body.article(
        "Thủ trưởng các cơ quan, đơn vị và cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này."
    )
    if outset.encloses:
        body.attached("Quy chế …")
        body.article("Phạm vi điều chỉnh, đối tượng áp dụng")
        body.paragraph("…")


def _minutes(body: Body, outset: Outset) -> None:
    body.paragraph(f"Thời gian bắt đầu: … giờ … phút, ngày … tháng … năm {outset.year}.")
    body.paragraph("Địa điểm: ….")
    body.paragraph("Thành phần tham dự: ….")
    body.paragraph("Chủ trì (chủ tọa): ….")
    body.paragraph("Thư ký (người ghi biên bản): ….")
    body.paragraph("Nội dung (theo diễn biến cuộc họp):")
    body.paragraph("…")
    body.closing(f"Cuộc họp kết thúc vào … giờ … phút, ngày … tháng … năm {outset.year}.")


def _notice(body: Body, outset: Outset) -> None:
    body.paragraph(
        f"Ngày … tháng … năm {outset.year}, … chủ trì cuộc họp về …. Sau khi nghe ý kiến của các thành viên dự họp, "
        "… kết luận như sau:"
    )
    body.line("1. …")
    body.closing(f"{outset.unit.name} thông báo để các cơ quan, đơn vị biết, thực hiện.")


SKELETONS = {
    Kind.PLAN: Skeleton("Thực hiện Chương trình … năm {year}", _plan),
    Kind.LETTER: Skeleton("triển khai thực hiện … năm {year}", _letter, ("Như trên",)),
    Kind.DECISION: Skeleton("Về việc …", _decision, ("Như Điều 3",)),
    Kind.REPORT: Skeleton("Kết quả thực hiện … năm {year}", _report, ("Như trên",)),
    Kind.PROPOSAL: Skeleton("Về việc …", _proposal, ("Như trên",)),
    Kind.MINUTES: Skeleton("Họp …", _minutes, file_copy="Lưu: VT, Hồ sơ"),
    Kind.NOTICE: Skeleton("Kết luận cuộc họp …", _notice),
}
