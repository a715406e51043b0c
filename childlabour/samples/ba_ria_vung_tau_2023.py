"""The emulation movement of 2023 of Bà Rịa – Vũng Tàu: contents, seven programmes, two targets in words.

Known from the news of the province's Labour Federation; number and date were not in it.
"""

from datetime import date

from plans.models import Purpose
from targets.catalogue.data import programmes

from . import units
from .sentences import kept_lowest
from .shapes import CitationData, DocumentData, RecipientData, SectionData, TaskData

HARMED = "trẻ em bị xâm hại, trẻ em bị tai nạn thương tích, tử vong do tai nạn thương tích"
TARGETS = (
    kept_lowest(
        f"Kiểm soát và kéo giảm số lượng {HARMED} đến mức thấp nhất",
        people=HARMED,
        wording="đến mức thấp nhất",
        horizon=2023,
    ),
    kept_lowest(
        "Giảm tối đa tình trạng trẻ em rơi vào hoàn cảnh đặc biệt",
        people="trẻ em rơi vào hoàn cảnh đặc biệt",
        wording="giảm tối đa",
        horizon=2023,
    ),
)

# The periods are those that the movement prints; by their decisions the two schemes run from 2018
# (`programmes.FIRST_YEARS`, `programmes.DISABLED_CHILDREN`).
PROGRAMMES_AS_PRINTED = """\
- Chương trình hành động quốc gia vì trẻ em giai đoạn 2021-2030;
- Kế hoạch hành động về phòng, chống bạo lực, xâm hại tình dục trẻ em giai đoạn 2020-2025;
- Chương trình phòng, chống tai nạn, thương tích trẻ em giai đoạn 2021-2030;
- Chương trình phòng ngừa, giảm thiểu trẻ em lao động trái quy định của pháp luật giai đoạn 2021-2025;
- Đề án chăm sóc vì sự phát triển toàn diện trẻ em trong những năm đầu đời tại gia đình và cộng đồng giai đoạn \
2019-2025;
- Đề án Hỗ trợ trẻ em khuyết tật tiếp cận các dịch vụ bảo vệ, chăm sóc, giáo dục trẻ em tại cộng đồng giai \
đoạn 2019-2025;
- Tiêu chí xã, phường, thị trấn phù hợp trẻ em."""

CONTENTS = (
    TaskData(
        heading="Truyền thông về bảo vệ, chăm sóc trẻ em",
        details="Nâng cao nhận thức của cán bộ, công chức, người lao động và quần chúng Nhân dân; trang bị "
        "kiến thức, kỹ năng bảo vệ trẻ em, phòng, chống xâm hại, tai nạn thương tích, đuối nước.",
    ),
    TaskData(
        heading="Thực hiện hiệu quả các chương trình, đề án, tiêu chí về trẻ em",
        details=PROGRAMMES_AS_PRINTED,
    ),
    TaskData(
        heading="Triển khai Tháng hành động vì trẻ em năm 2023",
        details="Các quyền của trẻ em được thực hiện đầy đủ, kịp thời theo Công ước của Liên hợp quốc và Luật "
        "Trẻ em; chủ động loại bỏ nguy cơ gây hại; giúp trẻ em có hoàn cảnh đặc biệt, trẻ em bị xâm hại phục "
        "hồi, hòa nhập và có cơ hội phát triển.",
        due_on=date(2023, 6, 30),
        leads=(units.LABOUR_BA_RIA_VUNG_TAU,),
    ),
    TaskData(
        heading="Xây dựng môi trường an toàn, thân thiện và hệ thống bảo vệ trẻ em đồng bộ",
        details="Ngăn nguy cơ gây tổn thương cho mọi trẻ em; tạo cơ hội tốt nhất để trẻ em có hoàn cảnh đặc "
        "biệt phát triển, trở lại cộng đồng.",
    ),
    TaskData(
        heading="Bảo đảm nguồn lực; đôn đốc, kiểm tra, thanh tra",
        details="- Bố trí nguồn lực thực hiện quyền trẻ em và các mục tiêu, chỉ tiêu về trẻ em.\n"
        "- Theo dõi việc giải quyết các vụ xâm hại, tai nạn thương tích, đuối nước trẻ em phức tạp mà xã hội, "
        "cộng đồng quan tâm.",
    ),
)

MOVEMENT_OF_2023 = DocumentData(
    unit=units.STEERING_BA_RIA_VUNG_TAU,
    title="Phát động phong trào thi đua thực hiện Kế hoạch triển khai Chương trình hành động quốc gia vì trẻ em "
    "năm 2023",
    programme=programmes.FOR_CHILDREN,
    period_from=2023,
    period_to=2023,
    citations=(
        CitationData(
            text="Căn cứ Luật Trẻ em ngày 05 tháng 4 năm 2016",
            act_type="Luật",
            act_date=date(2016, 4, 5),
            act_issuer="Quốc hội",
        ),
        CitationData(
            text="Căn cứ Quyết định số 23/QĐ-TTg ngày 07 tháng 01 năm 2021 của Thủ tướng Chính phủ phê duyệt "
            "Chương trình hành động quốc gia vì trẻ em giai đoạn 2021 - 2030",
            act_type="Quyết định",
            act_number="23/QĐ-TTg",
            act_date=date(2021, 1, 7),
            act_issuer="Thủ tướng Chính phủ",
        ),
    ),
    preamble="Ban Chỉ đạo Bảo vệ, chăm sóc, giáo dục trẻ em tỉnh phát động phong trào thi đua năm 2023 trong "
    "các tập thể, cá nhân làm công tác trẻ em như sau:",
    sections=(
        SectionData(
            heading="Mục đích",
            body="1. Tạo đồng thuận và chuyển biến mạnh về nhận thức, hành vi trong xã hội để thực hiện quyền "
            "trẻ em, bảo vệ, chăm sóc trẻ em, phòng, chống bạo lực, xâm hại tình dục, tai nạn thương tích, đuối "
            "nước.\n"
            "2. Chăm sóc tốt hơn trẻ em có hoàn cảnh đặc biệt khó khăn; xây dựng môi trường sống an toàn, thân "
            "thiện, lành mạnh cho mọi trẻ em.",
        ),
        SectionData(heading="Mục tiêu", targets=TARGETS, prints_groups=False),
        SectionData(heading="Nội dung thi đua", tasks=CONTENTS),
        SectionData(
            heading="Tổ chức thực hiện",
            by_units=True,
            tasks=(
                TaskData(
                    printed_as="Thường trực Ban Chỉ đạo (Sở Lao động - Thương binh và Xã hội tỉnh)",
                    details="Kết thúc phong trào, xem xét tuyên dương, khen thưởng các tập thể, cá nhân có "
                    "thành tích xuất sắc năm 2023.",
                    leads=(units.LABOUR_BA_RIA_VUNG_TAU,),
                    due_on=date(2023, 12, 31),
                ),
                TaskData(
                    printed_as="Đề nghị Liên đoàn Lao động tỉnh",
                    details="Hưởng ứng, phát động phong trào trong công nhân, viên chức, lao động.",
                    leads=(units.WORKERS_BA_RIA_VUNG_TAU,),
                ),
            ),
        ),
    ),
    signature_lines="TM. BAN CHỈ ĐẠO",
    recipients=(
        RecipientData(text="Sở Lao động - Thương binh và Xã hội", unit=units.LABOUR_BA_RIA_VUNG_TAU),
        RecipientData(text="Liên đoàn Lao động tỉnh", unit=units.WORKERS_BA_RIA_VUNG_TAU),
        RecipientData(text="Lưu: VT, LĐTBXH", purpose=Purpose.FILE),
    ),
    source_note="Bản dựng lại từ tin của Liên đoàn Lao động tỉnh Bà Rịa – Vũng Tàu, không phải bản chính; tin "
    "không nêu số, ngày và người ký. Nội dung thi đua và danh mục bảy chương trình, đề án, tiêu chí giữ như "
    "tin (hai đề án in “2019-2025”; theo Quyết định 1437/QĐ-TTg và 1438/QĐ-TTg là 2018 - 2025); lời văn viết "
    "lại; căn cứ và nơi nhận suy từ nội dung; thời hạn là ngày cuối Tháng hành động và ngày cuối năm.",
)
