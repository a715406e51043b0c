"""Kế hoạch giai đoạn 2021-2025 của quận Hà Đông: twelve figures, the orientation to 2030, four models.

Number and date were not in the news. Its typing errors ("giảm thiếu", "tao động") are put right.
"""

from datetime import date

from plans.models import Purpose
from targets.catalogue.data import child_labour
from targets.catalogue.data.child_labour import COMMUNICATION, ORIENTATION, PREVENTION, TRAINING
from targets.statements import Comparator, Direction

from . import decision_782, units
from .decision_782 import DECISION_782
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
    TRAINED,
    TRAINED_TO_MANAGE,
    coverage,
    kept_lowest,
    rate_of_minors,
)
from .shapes import CitationData, DocumentData, RecipientData, SectionData, TaskData

TARGETS = (
    rate_of_minors(
        "Giảm tỷ lệ lao động trẻ em và người chưa thành niên (tính từ 5 đến 17 tuổi) dưới 1%",
        Comparator.BELOW,
        "1",
        wording="dưới",
        horizon=2025,
        group=PREVENTION,
        indicator=child_labour.RATE,
        upper=decision_782.RATE,
    ),
    coverage(
        100,
        AT_RISK_OR_TRAFFICKED,
        HELPED,
        condition=ON_NOTICE,
        horizon=2025,
        group=PREVENTION,
        indicator=child_labour.HELPED,
        upper=decision_782.TIMELY_HELP,
    ),
    coverage(
        90,
        AT_RISK,
        SCHOOLED,
        horizon=2025,
        group=PREVENTION,
        indicator=child_labour.SCHOOLED,
        upper=decision_782.SCHOOLING,
    ),
    coverage(
        90,
        TEACHERS_AND_CARERS,
        INFORMED,
        horizon=2025,
        group=COMMUNICATION,
        indicator=child_labour.TEACHERS_INFORMED,
        upper=decision_782.TEACHERS,
    ),
    coverage(
        80,
        PARENTS,
        INFORMED,
        horizon=2025,
        group=COMMUNICATION,
        indicator=child_labour.PARENTS_INFORMED,
        upper=decision_782.PARENTS_INFORMED,
    ),
    coverage(
        85,
        "trẻ em",
        INFORMED,
        horizon=2025,
        group=COMMUNICATION,
        indicator=child_labour.CHILDREN_INFORMED,
        upper=decision_782.CHILDREN,
    ),
    coverage(
        90,
        f"doanh nghiệp, hợp tác xã, hộ gia đình đặc biệt là {SMALL_BUSINESSES}",
        INFORMED,
        horizon=2025,
        group=COMMUNICATION,
        indicator=child_labour.BUSINESSES_INFORMED,
        upper=decision_782.BUSINESSES,
    ),
    coverage(
        90,
        "công chức, viên chức quận",
        TRAINED_TO_MANAGE,
        horizon=2025,
        group=TRAINING,
        indicator=child_labour.OFFICIALS_TRAINED,
        upper=decision_782.OFFICIALS,
    ),
    coverage(
        90,
        "cán bộ, công chức phường ngành Lao động - Thương binh và Xã hội, các cơ quan, tổ chức có liên quan "
        "đến vấn đề lao động trẻ em",
        TRAINED_TO_MANAGE,
        horizon=2025,
        group=TRAINING,
        indicator=child_labour.COMMUNE_OFFICIALS_TRAINED,
        upper=decision_782.COMMUNE_OFFICIALS,
    ),
    # Hợp tác xã stand in this target and in the next one, at 90 % and at 70 %: so printed.
    coverage(
        90,
        "doanh nghiệp, đặc biệt doanh nghiệp vừa và nhỏ, hợp tác xã",
        TRAINED,
        horizon=2025,
        group=TRAINING,
        indicator=child_labour.BUSINESSES_TRAINED,
    ),
    coverage(
        70,
        "hợp tác xã, hộ gia đình, đặc biệt hợp tác xã, hộ gia đình trong các làng nghề",
        TRAINED,
        horizon=2025,
        group=TRAINING,
        indicator=child_labour.HOUSEHOLDS_TRAINED,
    ),
    rate_of_minors(
        "Tiếp tục duy trì tỷ lệ lao động trẻ em và người chưa thành niên (tính từ 5 đến 17 tuổi) dưới 1%",
        Comparator.BELOW,
        "1",
        wording="dưới",
        horizon=2030,
        direction=Direction.HOLD,
        group=ORIENTATION,
        indicator=child_labour.RATE,
        upper=decision_782.RATE_2030,
    ),
    kept_lowest(
        f"Giảm tối đa tỷ lệ {HAZARDOUS}",
        people=HAZARDOUS,
        wording="giảm tối đa",
        horizon=2030,
        group=ORIENTATION,
        indicator=child_labour.HAZARDOUS_RATE,
        upper=decision_782.HAZARDOUS_2030,
    ),
)

TASKS = (
    TaskData(
        heading="Tăng cường sự lãnh đạo, chỉ đạo của cấp ủy Đảng, chính quyền các cấp",
        details="Đưa mục tiêu, chỉ tiêu của Kế hoạch vào nhiệm vụ từng năm; lồng ghép với chính sách, chương "
        "trình và kế hoạch phát triển kinh tế - xã hội của quận.",
    ),
    TaskData(
        heading="Rà soát chính sách, pháp luật về bảo vệ trẻ em và lao động trẻ em",
        details="Kiến nghị sửa đổi, bổ sung những quy định không còn phù hợp.",
    ),
    TaskData(
        heading="Truyền thông, giáo dục, vận động xã hội",
        details="Phòng Lao động - Thương binh và Xã hội làm đầu mối, cùng các ngành, đoàn thể của quận và Ủy "
        "ban nhân dân các phường thực hiện; ưu tiên làng nghề và khu vực kinh tế phi chính thức.",
        leads=(units.LABOUR_HA_DONG,),
        partners=units.COMMITTEES_OF_HA_DONG,
        due_on=date(2025, 12, 31),
    ),
    TaskData(
        heading="Phổ biến nơi tiếp nhận thông tin, hỗ trợ trẻ em",
        details="Để người dân và trẻ em biết và liên hệ khi cần:\n"
        "- Tổng đài quốc gia bảo vệ trẻ em: 111.\n"
        "- Trung tâm cung cấp dịch vụ công tác xã hội Hà Nội: 02433.525.662.",
    ),
    TaskData(
        heading="Nâng cao năng lực phòng ngừa, giảm thiểu lao động trẻ em",
        details="Dành cho chính quyền các cấp, cơ quan, tổ chức, cá nhân liên quan, trước hết là người sử "
        "dụng lao động.",
    ),
    TaskData(
        heading="Rà soát, thu thập thông tin, quản lý chắc trẻ em trong các hộ gia đình",
        details="- Chú ý trẻ em có hoàn cảnh đặc biệt hoặc có nguy cơ rơi vào hoàn cảnh đặc biệt, trẻ em "
        "trong hộ nghèo, hộ cận nghèo.\n"
        "- Lập mạng lưới và thực hiện quy trình phòng ngừa, phát hiện, hỗ trợ, can thiệp gắn với hệ thống "
        "bảo vệ trẻ em của quận, nhất là ở phường.",
    ),
    TaskData(
        heading="Thực hiện chính sách trợ giúp xã hội và hỗ trợ sinh kế",
        details="Gồm các chương trình, dịch vụ giảm nghèo, cho vay vốn, đào tạo nghề, tạo việc làm.",
    ),
    TaskData(
        heading="Phòng, chống tội phạm mua bán trẻ em vì mục đích bóc lột sức lao động",
        details="Tập trung ở các phường khó khăn.",
    ),
    TaskData(
        heading="Huy động nguồn lực thực hiện Chương trình",
        details="Mời cơ quan, tổ chức, doanh nghiệp, cá nhân trong nước và ngoài nước tham gia.",
    ),
    TaskData(
        heading="Thanh tra, kiểm tra, giám sát việc thực hiện chính sách, pháp luật",
        details="Xử lý nghiêm và kịp thời mọi trường hợp sử dụng lao động trẻ em.",
    ),
)

MODELS = (
    TaskData(details="Mô hình phát hiện sớm, hỗ trợ, can thiệp lao động trẻ em và trẻ em có nguy cơ."),
    TaskData(
        details="Mô hình phòng ngừa, giảm thiểu lao động trẻ em trong các hộ gia đình nghèo, cận nghèo."
    ),
    TaskData(details="Mô hình doanh nghiệp không sử dụng lao động trẻ em."),
    TaskData(
        details="Mô hình phòng ngừa, giảm thiểu lao động trẻ em tại làng nghề truyền thống, cơ sở sản xuất, "
        "kinh doanh thuộc khu vực kinh tế phi chính thức."
    ),
)

PLAN_OF_HA_DONG = DocumentData(
    unit=units.UBND_HA_DONG,
    title="Thực hiện Chương trình phòng ngừa, giảm thiểu trẻ em lao động trái quy định pháp luật trên địa bàn "
    "quận Hà Đông giai đoạn 2021 - 2025, định hướng đến năm 2030",
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
    preamble="Ủy ban nhân dân quận Hà Đông ban hành Kế hoạch như sau:",
    sections=(
        SectionData(
            heading="Mục đích",
            body="Giúp chính quyền, các ngành, tổ chức, người sử dụng lao động, cộng đồng, cha mẹ và trẻ em "
            "hiểu đúng, có đủ năng lực và trách nhiệm để phòng ngừa, giảm thiểu trẻ em lao động trái quy định.",
        ),
        SectionData(heading="Mục tiêu", targets=TARGETS),
        SectionData(heading="Nhiệm vụ, giải pháp", tasks=TASKS),
        SectionData(heading="Mô hình phòng ngừa, giảm thiểu lao động trẻ em", tasks=MODELS),
    ),
    signature_lines="TM. ỦY BAN NHÂN DÂN",
    recipients=(
        RecipientData(text="Phòng LĐTB&XH quận", unit=units.LABOUR_HA_DONG),
        RecipientData(text="Các ngành, đoàn thể quận"),
        RecipientData(text="UBND các phường"),
        RecipientData(text="Lưu: VT, LĐTBXH", purpose=Purpose.FILE),
    ),
    source_note="Bản dựng lại từ tin đã đăng về kế hoạch của quận Hà Đông, không phải bản chính; tin không nêu "
    "số và ngày. Các chỉ tiêu, mô hình, số điện thoại giữ nguyên, lỗi gõ trong tin đã sửa; lời văn viết lại. "
    "Căn cứ và nơi nhận suy từ nội dung; danh sách phường theo năm 2025; thời hạn ghi ngày cuối kỳ.",
)
