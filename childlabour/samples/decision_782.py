"""Quyết định 782/QĐ-TTg, 27/5/2021: the national programme that all the plans carry out."""

from datetime import date

from plans.models import Kind, Purpose
from targets.catalogue.data import child_labour
from targets.catalogue.data.child_labour import COMMUNICATION, ORIENTATION, PREVENTION, TRAINING
from targets.statements import Comparator

from . import units
from .sentences import (
    AT_RISK,
    AT_RISK_OR_TRAFFICKED,
    HAZARDOUS,
    HELPED,
    INFORMED,
    ON_NOTICE,
    PARENTS,
    SCHOOLED,
    SMALL_BUSINESSES,
    TEACHERS_AND_CARERS,
    TRAINED_TO_MANAGE,
    coverage,
    kept_lowest,
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
)
TIMELY_HELP = coverage(
    100,
    AT_RISK_OR_TRAFFICKED,
    HELPED,
    condition=ON_NOTICE,
    horizon=2025,
    group=PREVENTION,
    indicator=child_labour.HELPED,
)
SCHOOLING = coverage(
    90,
    AT_RISK,
    SCHOOLED,
    wording="trên",
    horizon=2025,
    group=PREVENTION,
    indicator=child_labour.SCHOOLED,
)
TEACHERS = coverage(
    90,
    TEACHERS_AND_CARERS,
    INFORMED,
    horizon=2025,
    group=COMMUNICATION,
    indicator=child_labour.TEACHERS_INFORMED,
)
PARENTS_INFORMED = coverage(
    70,
    PARENTS,
    INFORMED,
    horizon=2025,
    group=COMMUNICATION,
    indicator=child_labour.PARENTS_INFORMED,
)
CHILDREN = coverage(
    70,
    "trẻ em",
    INFORMED,
    horizon=2025,
    group=COMMUNICATION,
    indicator=child_labour.CHILDREN_INFORMED,
)
BUSINESSES = coverage(
    90,
    f"doanh nghiệp, hợp tác xã, hộ gia đình, đặc biệt là {SMALL_BUSINESSES}",
    INFORMED,
    horizon=2025,
    group=COMMUNICATION,
    indicator=child_labour.BUSINESSES_INFORMED,
)
OFFICIALS = coverage(
    90,
    "công chức, viên chức cấp tỉnh, cấp huyện ngành Lao động - Thương binh và Xã hội, cơ quan, tổ chức "
    "có liên quan đến vấn đề lao động trẻ em",
    TRAINED_TO_MANAGE,
    horizon=2025,
    group=TRAINING,
    indicator=child_labour.OFFICIALS_TRAINED,
)
COMMUNE_OFFICIALS = coverage(
    70,
    "cán bộ, công chức cấp xã ngành Lao động - Thương binh và Xã hội, cơ quan, tổ chức có liên quan đến "
    "vấn đề lao động trẻ em",
    TRAINED_TO_MANAGE,
    horizon=2025,
    group=TRAINING,
    indicator=child_labour.COMMUNE_OFFICIALS_TRAINED,
)
RATE_2030 = rate_of_minors(
    "Giảm tỷ lệ lao động trẻ em và người chưa thành niên từ 5 đến 17 tuổi xuống 4,5%",
    Comparator.AT_MOST,
    "4.5",
    wording="xuống",
    horizon=2030,
    group=ORIENTATION,
    indicator=child_labour.RATE,
)
HAZARDOUS_2030 = kept_lowest(
    f"Giảm tối đa tỷ lệ {HAZARDOUS}",
    people=HAZARDOUS,
    wording="giảm tối đa",
    horizon=2030,
    group=ORIENTATION,
    indicator=child_labour.HAZARDOUS_RATE,
)

DECISION_782 = DocumentData(
    kind=Kind.DECISION,
    unit=units.PRIME_MINISTER,
    number=782,
    issued_on=date(2021, 5, 27),
    title="Phê duyệt Chương trình phòng ngừa, giảm thiểu trẻ em lao động trái quy định của pháp luật "
    "giai đoạn 2021 - 2025, định hướng đến năm 2030",
    programme=child_labour.CHILD_LABOUR,
    period_from=2021,
    period_to=2025,
    orientation_year=2030,
    citations=(
        CitationData(
            text="Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015; Luật sửa đổi, bổ sung một số điều "
            "của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22 tháng 11 năm 2019",
            act_type="Luật",
            act_date=date(2015, 6, 19),
            act_issuer="Quốc hội",
        ),
        CitationData(
            text="Căn cứ Luật Trẻ em ngày 05 tháng 4 năm 2016",
            act_type="Luật",
            act_date=date(2016, 4, 5),
            act_issuer="Quốc hội",
        ),
        CitationData(
            text="Căn cứ Nghị quyết số 121/2020/QH14 ngày 19 tháng 6 năm 2020 của Quốc hội về tiếp tục tăng "
            "cường hiệu lực, hiệu quả việc thực hiện chính sách, pháp luật về phòng, chống xâm hại trẻ em",
            act_type="Nghị quyết",
            act_number="121/2020/QH14",
            act_date=date(2020, 6, 19),
            act_issuer="Quốc hội",
        ),
        CitationData(
            text="Căn cứ Nghị định số 56/2017/NĐ-CP ngày 09 tháng 5 năm 2017 của Chính phủ quy định chi tiết "
            "một số điều của Luật Trẻ em",
            act_type="Nghị định",
            act_number="56/2017/NĐ-CP",
            act_date=date(2017, 5, 9),
            act_issuer="Chính phủ",
        ),
        CitationData(text="Theo đề nghị của Bộ trưởng Bộ Lao động - Thương binh và Xã hội"),
    ),
    preamble="Thủ tướng Chính phủ phê duyệt Chương trình với những nội dung chính sau đây:",
    sections=(
        SectionData(
            heading="Mục tiêu và định hướng đến năm 2030",
            targets=(
                RATE,
                TIMELY_HELP,
                SCHOOLING,
                TEACHERS,
                PARENTS_INFORMED,
                CHILDREN,
                BUSINESSES,
                OFFICIALS,
                COMMUNE_OFFICIALS,
                RATE_2030,
                HAZARDOUS_2030,
            ),
        ),
        SectionData(
            heading="Nhiệm vụ và giải pháp",
            tasks=(
                TaskData(
                    details="Hoàn thiện chính sách, pháp luật về phòng ngừa, giảm thiểu lao động trẻ em."
                ),
                TaskData(details="Truyền thông, giáo dục và vận động xã hội cùng tham gia."),
                TaskData(details="Nâng cao năng lực cho chính quyền, tổ chức và người sử dụng lao động."),
                TaskData(
                    details="Rà soát, thu thập thông tin; lập mạng lưới và quy trình hỗ trợ, can thiệp."
                ),
                TaskData(details="Thực hiện chính sách trợ giúp xã hội, giảm nghèo, hỗ trợ sinh kế."),
                TaskData(details="Xây dựng, nhân rộng mô hình phòng ngừa, giảm thiểu lao động trẻ em."),
                TaskData(details="Huy động nguồn lực trong nước và hợp tác quốc tế."),
                TaskData(details="Thanh tra, kiểm tra và xử lý vi phạm về sử dụng lao động trẻ em."),
            ),
        ),
        SectionData(
            heading="Tổ chức thực hiện",
            by_units=True,
            tasks=(
                TaskData(
                    printed_as="Bộ Lao động - Thương binh và Xã hội",
                    details="Chủ trì hướng dẫn, theo dõi việc thực hiện Chương trình và tổng hợp kết quả.",
                    leads=(units.LABOUR_MINISTRY,),
                ),
                TaskData(
                    printed_as="Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương",
                    details="Lập kế hoạch, bố trí kinh phí và tổ chức thực hiện Chương trình trên địa bàn.",
                    leads=(
                        units.UBND_LANG_SON,
                        units.UBND_DIEN_BIEN,
                        units.UBND_HA_NOI,
                        units.UBND_BA_RIA_VUNG_TAU,
                    ),
                ),
            ),
        ),
    ),
    signature_lines="KT. THỦ TƯỚNG\nPHÓ THỦ TƯỚNG",
    signer="Vũ Đức Đam",
    recipients=(
        RecipientData(text="Bộ Lao động - Thương binh và Xã hội", unit=units.LABOUR_MINISTRY),
        RecipientData(text="Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương"),
        RecipientData(text="Lưu: VT, KGVX", purpose=Purpose.FILE),
    ),
    source_note="Bản dựng lại từ thông tin công khai về Quyết định 782/QĐ-TTg, không phải bản chính. Số, ngày, "
    "người ký, căn cứ và các chỉ tiêu đã nêu là của Quyết định; lời văn nhiệm vụ, tổ chức thực hiện và nơi "
    "nhận được viết lại, rút gọn. Tỷ lệ doanh nghiệp, hợp tác xã, hộ gia đình được tập huấn chưa tra cứu "
    "được nên không ghi.",
)
