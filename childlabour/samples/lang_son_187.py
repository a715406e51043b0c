"""Kế hoạch 187/KH-UBND, 13/9/2021, tỉnh Lạng Sơn: the province between the programme and the district.

Of its text only the news of the province's office was seen: number, date, title, lines of work, who leads.
"""

from datetime import date

from plans.models import Purpose
from targets.catalogue.data import child_labour
from targets.catalogue.data.child_labour import PREVENTION
from targets.statements import Comparator

from . import decision_782, units
from .decision_782 import DECISION_782
from .sentences import (
    AT_RISK,
    AT_RISK_OR_TRAFFICKED,
    HELPED,
    ON_NOTICE,
    SCHOOLED,
    coverage,
    rate_of_minors,
)
from .shapes import CitationData, DocumentData, RecipientData, SectionData, TaskData

RATE = rate_of_minors(
    "Phấn đấu giảm tỷ lệ lao động trẻ em và người chưa thành niên từ 5 đến 17 tuổi xuống 4,9%",
    Comparator.AT_MOST,
    "4.9",
    wording="xuống",
    horizon=2025,
    group=PREVENTION,
    indicator=child_labour.RATE,
    upper=decision_782.RATE,
)
TIMELY_HELP = coverage(
    100,
    AT_RISK_OR_TRAFFICKED,
    HELPED,
    condition=ON_NOTICE,
    horizon=2025,
    group=PREVENTION,
    indicator=child_labour.HELPED,
    upper=decision_782.TIMELY_HELP,
)
SCHOOLING = coverage(
    90,
    AT_RISK,
    SCHOOLED,
    wording="trên",
    horizon=2025,
    group=PREVENTION,
    indicator=child_labour.SCHOOLED,
    upper=decision_782.SCHOOLING,
)

PLAN_187 = DocumentData(
    unit=units.UBND_LANG_SON,
    number=187,
    issued_on=date(2021, 9, 13),
    title="Thực hiện Chương trình phòng ngừa, giảm thiểu trẻ em lao động trái quy định của pháp luật "
    "tỉnh Lạng Sơn giai đoạn 2021 - 2025, định hướng đến năm 2030",
    programme=child_labour.CHILD_LABOUR,
    parent=DECISION_782,
    period_from=2021,
    period_to=2025,
    orientation_year=2030,
    citations=(
        CitationData(
            text="Căn cứ Quyết định số 782/QĐ-TTg ngày 27 tháng 5 năm 2021 của Thủ tướng Chính phủ phê duyệt "
            "Chương trình phòng ngừa, giảm thiểu trẻ em lao động trái quy định của pháp luật giai đoạn "
            "2021 - 2025, định hướng đến năm 2030",
            act_type="Quyết định",
            act_number="782/QĐ-TTg",
            act_date=date(2021, 5, 27),
            act_issuer="Thủ tướng Chính phủ",
            cited=DECISION_782,
        ),
    ),
    preamble="Ủy ban nhân dân tỉnh Lạng Sơn ban hành Kế hoạch thực hiện Chương trình trên địa bàn tỉnh "
    "như sau:",
    sections=(
        SectionData(
            heading="Mục tiêu",
            targets=(RATE, TIMELY_HELP, SCHOOLING),
        ),
        SectionData(
            heading="Nhiệm vụ, giải pháp",
            tasks=(
                TaskData(details="Truyền thông, giáo dục, vận động các tầng lớp Nhân dân."),
                TaskData(details="Nâng cao năng lực của chính quyền, tổ chức và người sử dụng lao động."),
                TaskData(details="Lập cơ chế phối hợp giữa các ngành về lao động trẻ em."),
                TaskData(
                    details="Phát huy vai trò của cả hệ thống chính trị, nhất là Mặt trận Tổ quốc, các đoàn thể ở "
                    "cơ sở, cộng tác viên trẻ em ở thôn bản, tổ dân phố.",
                ),
                TaskData(details="Thanh tra, kiểm tra việc chấp hành pháp luật; xử lý kịp thời vi phạm."),
            ),
        ),
        SectionData(
            heading="Tổ chức thực hiện",
            by_units=True,
            tasks=(
                TaskData(
                    printed_as="Sở Lao động - Thương binh và Xã hội",
                    details="- Là cơ quan thường trực về công tác trẻ em, chủ trì hướng dẫn và tổ chức thực "
                    "hiện Kế hoạch.\n"
                    "- Hướng dẫn tiêu chí xác định lao động trẻ em theo quy định của Trung ương.\n"
                    "- Xây dựng cơ sở dữ liệu về lao động trẻ em.",
                    leads=(units.LABOUR_LANG_SON,),
                ),
                TaskData(
                    printed_as="Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam và các đoàn thể tỉnh",
                    details="Tuyên truyền, vận động đoàn viên, hội viên và giám sát việc thực hiện.",
                    leads=(units.FRONT_LANG_SON, *units.UNIONS_LANG_SON),
                ),
                TaskData(
                    printed_as="Ủy ban nhân dân các huyện, thành phố",
                    details="Lập kế hoạch hằng năm và tổ chức thực hiện trên địa bàn.",
                    leads=(units.UBND_HUU_LUNG,),
                    due_on=date(2025, 12, 31),
                ),
            ),
        ),
    ),
    signature_lines="TM. ỦY BAN NHÂN DÂN",
    recipients=(
        RecipientData(text="Sở Lao động - Thương binh và Xã hội", unit=units.LABOUR_LANG_SON),
        RecipientData(
            text="Ủy ban MTTQ Việt Nam tỉnh và các đoàn thể tỉnh",
            unit=units.FRONT_LANG_SON,
            purpose=Purpose.KNOW,
        ),
        RecipientData(text="UBND các huyện, thành phố", unit=units.UBND_HUU_LUNG),
        RecipientData(text="Lưu: VT, KGVX", purpose=Purpose.FILE),
    ),
    source_note="Bản dựng lại từ tin đã đăng về Kế hoạch 187/KH-UBND của tỉnh Lạng Sơn, không phải bản chính. "
    "Số, ngày, trích yếu, các hướng nhiệm vụ và đơn vị chủ trì lấy từ tin; lời văn viết lại. Chưa có toàn "
    "văn: các chỉ tiêu lấy lại theo Quyết định 782/QĐ-TTg để nối cấp trên với cấp dưới, không phải số liệu "
    "riêng của tỉnh; nơi nhận suy từ nội dung; người ký và thời hạn chưa rõ (thời hạn ghi ngày cuối kỳ).",
)
