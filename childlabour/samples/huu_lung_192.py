"""Kế hoạch 192/KH-UBND, 26/5/2023, huyện Hữu Lũng: known from the commune's plan that carries it out."""

from datetime import date

from plans.models import Purpose
from targets.catalogue.data import child_labour
from targets.catalogue.data.child_labour import COMMUNICATION, PREVENTION

from . import lang_son_187, units
from .lang_son_187 import PLAN_187
from .sentences import AT_RISK_OR_TRAFFICKED, HELPED, ON_NOTICE, coverage, in_words
from .shapes import CitationData, DocumentData, RecipientData, SectionData, TaskData

TIMELY_HELP = coverage(
    100,
    AT_RISK_OR_TRAFFICKED,
    HELPED,
    condition=ON_NOTICE,
    horizon=2023,
    group=PREVENTION,
    indicator=child_labour.HELPED,
    upper=lang_son_187.TIMELY_HELP,
)
AWARENESS = in_words(
    "Nâng cao nhận thức, năng lực và trách nhiệm của các cấp, các ngành, gia đình và xã hội về lao động "
    "trẻ em",
    horizon=2023,
    group=COMMUNICATION,
)

PLAN_192 = DocumentData(
    unit=units.UBND_HUU_LUNG,
    number=192,
    issued_on=date(2023, 5, 26),
    title="Triển khai thực hiện Chương trình phòng ngừa, giảm thiểu trẻ em lao động trái quy định của pháp "
    "luật huyện Hữu Lũng năm 2023",
    programme=child_labour.CHILD_LABOUR,
    parent=PLAN_187,
    period_from=2023,
    period_to=2023,
    citations=(
        CitationData(
            text="Thực hiện Kế hoạch số 187/KH-UBND ngày 13 tháng 9 năm 2021 của Ủy ban nhân dân tỉnh Lạng "
            "Sơn thực hiện Chương trình phòng ngừa, giảm thiểu trẻ em lao động trái quy định của pháp luật "
            "tỉnh Lạng Sơn giai đoạn 2021 - 2025, định hướng đến năm 2030",
            act_type="Kế hoạch",
            act_number="187/KH-UBND",
            act_date=date(2021, 9, 13),
            act_issuer="Ủy ban nhân dân tỉnh Lạng Sơn",
            cited=PLAN_187,
        ),
    ),
    preamble="Ủy ban nhân dân huyện Hữu Lũng ban hành Kế hoạch năm 2023 như sau:",
    sections=(
        SectionData(
            heading="Mục tiêu",
            targets=(AWARENESS, TIMELY_HELP),
            prints_groups=False,
        ),
        SectionData(
            heading="Tổ chức thực hiện",
            by_units=True,
            tasks=(
                TaskData(
                    printed_as="Phòng Lao động - Thương binh và Xã hội - Dân tộc",
                    details="Hướng dẫn các xã, thị trấn; theo dõi, tổng hợp kết quả thực hiện Kế hoạch.",
                    leads=(units.LABOUR_HUU_LUNG,),
                    due_on=date(2023, 12, 31),
                ),
                TaskData(
                    printed_as="Ủy ban nhân dân các xã, thị trấn",
                    details="Lập kế hoạch năm 2023 của xã, thị trấn và tổ chức thực hiện trên địa bàn.",
                    leads=units.COMMITTEES_OF_HUU_LUNG,
                    due_on=date(2023, 12, 31),
                ),
            ),
        ),
    ),
    signature_lines="TM. ỦY BAN NHÂN DÂN",
    recipients=(
        RecipientData(
            text="Sở Lao động - Thương binh và Xã hội", unit=units.LABOUR_LANG_SON, purpose=Purpose.REPORT
        ),
        RecipientData(text="Phòng LĐTBXH-DT huyện", unit=units.LABOUR_HUU_LUNG),
        RecipientData(text="UBND các xã, thị trấn"),
        RecipientData(text="Lưu: VT, LĐTBXH", purpose=Purpose.FILE),
    ),
    source_note="Bản dựng lại, không phải bản chính. Chỉ số, ngày, cơ quan ban hành và trích yếu là chắc chắn "
    "(theo Kế hoạch năm 2023 của xã Tân Thành). Chưa có toàn văn: chỉ tiêu lấy lại theo văn bản cấp trên, "
    "nhiệm vụ và nơi nhận suy từ kế hoạch của xã, thời hạn ghi ngày cuối năm; người ký chưa rõ.",
)
