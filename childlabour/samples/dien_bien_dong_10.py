"""Kế hoạch 10/KH-UBND, 11/01/2024, huyện Điện Biên Đông: eight targets in three groups."""

from datetime import date

from plans.models import Purpose
from targets.catalogue.data import child_labour
from targets.catalogue.data.child_labour import COMMUNICATION, PREVENTION, TRAINING

from . import decision_782, units
from .decision_782 import DECISION_782
from .sentences import (
    AT_RISK,
    AT_RISK_OR_TRAFFICKED,
    HELPED,
    HOW_TO_ACT,
    INFORMED,
    ON_NOTICE,
    SCHOOLED,
    coverage,
)
from .shapes import CitationData, DocumentData, RecipientData, SectionData, TaskData

TARGETS = (
    coverage(
        100,
        AT_RISK_OR_TRAFFICKED,
        HELPED,
        condition=ON_NOTICE,
        horizon=2024,
        group=PREVENTION,
        indicator=child_labour.HELPED,
        upper=decision_782.TIMELY_HELP,
    ),
    coverage(
        72,
        AT_RISK,
        SCHOOLED,
        wording="trên",
        horizon=2024,
        group=PREVENTION,
        indicator=child_labour.SCHOOLED,
        upper=decision_782.SCHOOLING,
    ),
    coverage(
        100,
        "cán bộ, giáo viên trong các cơ sở giáo dục",
        INFORMED,
        horizon=2024,
        group=COMMUNICATION,
        indicator=child_labour.TEACHERS_INFORMED,
        upper=decision_782.TEACHERS,
    ),
    coverage(
        58,
        "cha mẹ, người chăm sóc trẻ và trẻ em",
        f"được tiếp cận các sản phẩm truyền thông, {INFORMED}",
        wording="trên",
        horizon=2024,
        group=COMMUNICATION,
        indicator=child_labour.FAMILIES_INFORMED,
        upper=decision_782.PARENTS_INFORMED,
    ),
    coverage(
        78,
        "doanh nghiệp, hợp tác xã",
        INFORMED,
        wording="trên",
        horizon=2024,
        group=COMMUNICATION,
        indicator=child_labour.BUSINESSES_INFORMED,
        upper=decision_782.BUSINESSES,
    ),
    # "Các cấp": the communes' own are among them, so this is no 3.1 of the catalogue, which nobody asks of a commune.
    coverage(
        100,
        "công chức, viên chức làm công tác bảo vệ trẻ em các cấp",
        f"được tập huấn cung cấp kiến thức, kỹ năng về quản lý, {HOW_TO_ACT}",
        horizon=2024,
        group=TRAINING,
        upper=decision_782.OFFICIALS,
    ),
    coverage(
        80,
        "cộng tác viên thôn bản",
        f"được tập huấn cung cấp kiến thức, kỹ năng về {HOW_TO_ACT}",
        wording="trên",
        horizon=2024,
        group=TRAINING,
        indicator=child_labour.VOLUNTEERS_TRAINED,
    ),
    coverage(
        75,
        "doanh nghiệp, hợp tác xã",
        f"được tập huấn, bồi dưỡng kiến thức, kỹ năng về {HOW_TO_ACT}",
        wording="trên",
        horizon=2024,
        group=TRAINING,
        indicator=child_labour.BUSINESSES_TRAINED,
    ),
)

PLAN_10 = DocumentData(
    unit=units.UBND_DIEN_BIEN_DONG,
    number=10,
    issued_on=date(2024, 1, 11),
    title="Thực hiện Chương trình phòng ngừa, giảm thiểu trẻ em lao động trái quy định của pháp luật "
    "năm 2024 trên địa bàn huyện Điện Biên Đông",
    programme=child_labour.CHILD_LABOUR,
    parent=DECISION_782,
    period_from=2024,
    period_to=2024,
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
    preamble="Ủy ban nhân dân huyện Điện Biên Đông ban hành Kế hoạch năm 2024 như sau:",
    sections=(
        SectionData(
            heading="Mục đích",
            body="1. Thực hiện hiệu quả công tác phòng ngừa, giảm thiểu lao động trẻ em; kịp thời phát hiện, "
            "can thiệp, hỗ trợ trẻ em lao động sớm và trẻ em có nguy cơ trên địa bàn huyện.\n"
            "2. Giúp lao động trẻ em trở lại với cộng đồng và có cơ hội phát triển.",
        ),
        SectionData(heading="Mục tiêu", targets=TARGETS),
        SectionData(
            heading="Nhiệm vụ và giải pháp",
            tasks=(
                TaskData(
                    heading="Tiếp tục thực hiện tốt chính sách, pháp luật",
                    details="Gồm mọi quy định về phòng ngừa và giảm thiểu lao động trẻ em.",
                ),
                TaskData(
                    heading="Tăng cường tuyên truyền, giáo dục, vận động xã hội",
                    details="Nâng cao nhận thức và trách nhiệm trong Nhân dân.",
                ),
                TaskData(
                    heading="Tăng cường kiểm tra, giám sát",
                    details="Kiểm tra, giám sát việc chấp hành chính sách, pháp luật tại địa phương, doanh "
                    "nghiệp và người sử dụng lao động trên địa bàn huyện.",
                ),
                TaskData(
                    heading="Xử lý nghiêm vi phạm",
                    details="Mọi trường hợp sử dụng lao động trẻ em trái quy định đều phải được xử lý.",
                ),
            ),
        ),
    ),
    signature_lines="TM. ỦY BAN NHÂN DÂN",
    recipients=(
        RecipientData(text="Phòng LĐTBXH huyện", unit=units.LABOUR_DIEN_BIEN_DONG),
        RecipientData(text="UBND các xã, thị trấn"),
        RecipientData(text="Lưu: VT, LĐTBXH", purpose=Purpose.FILE),
    ),
    source_note="Bản dựng lại từ tin đăng ngày 23/01/2024 trên trang thông tin điện tử huyện Điện Biên Đông, "
    "không phải bản chính. Số, ngày, mục tiêu và tám chỉ tiêu giữ nguyên; lời văn viết lại. Tin không nêu "
    "căn cứ, đơn vị thực hiện, nơi nhận và người ký: căn cứ và nơi nhận suy từ nội dung, phần còn lại để "
    "trống.",
)
