"""Kế hoạch năm 2023 của xã Tân Thành (Hữu Lũng, Lạng Sơn): the whole plan, still without a number."""

from datetime import date

from plans.models import Purpose
from targets.catalogue.data import child_labour
from targets.catalogue.data.child_labour import COMMUNICATION, PREVENTION

from . import huu_lung_192, units
from .huu_lung_192 import PLAN_192
from .sentences import coverage, in_words
from .shapes import CitationData, DocumentData, RecipientData, SectionData, TaskData

AWARENESS = in_words(
    "Nâng cao nhận thức, năng lực và trách nhiệm của chính quyền các cấp, các ngành, các tổ chức liên quan, người "
    "sử dụng lao động, cộng đồng, cha mẹ và trẻ em về lao động trẻ em",
    horizon=2023,
    group=COMMUNICATION,
    upper=huu_lung_192.AWARENESS,
)
TIMELY_HELP = coverage(
    100,
    "trẻ em lao động trái quy định của pháp luật",
    "được hỗ trợ, can thiệp kịp thời",
    condition="khi có thông báo, phát hiện",
    horizon=2023,
    group=PREVENTION,
    indicator=child_labour.HELPED,
    upper=huu_lung_192.TIMELY_HELP,
)

PURPOSE = """\
1. Giúp chính quyền, các ngành, đoàn thể, người sử dụng lao động, cộng đồng, cha mẹ và trẻ em hiểu rõ chính \
sách, pháp luật về lao động chưa thành niên; nhờ đó ứng xử, can thiệp, xử lý đúng quy định và kịp thời.
2. Chủ động phòng ngừa, kéo giảm lao động trẻ em; trang bị kiến thức, kỹ năng để phát hiện sớm, can thiệp, \
giúp trẻ em có nguy cơ và trẻ em lao động trái quy định của pháp luật hòa nhập cộng đồng.
3. Triển khai đầy đủ các hoạt động của Chương trình tại xã; cán bộ, cộng tác viên làm công tác trẻ em, cha \
mẹ và người chăm sóc đều được tuyên truyền, tập huấn bằng hình thức phù hợp."""

CONTENTS = (
    TaskData(
        heading="Truyền thông, giáo dục, vận động xã hội",
        details="- Tổ chức truyền thông để xã hội quan tâm, thay đổi nhận thức và cùng tham gia phòng ngừa "
        "lao động trẻ em; nhân bản, in ấn tài liệu tuyên truyền hợp với điều kiện kinh tế, văn hóa, xã hội của "
        "địa phương; làm và phát phóng sự, chương trình truyền hình về phòng ngừa và trợ giúp lao động trẻ em; "
        "phổ biến chính sách, pháp luật của Nhà nước.\n"
        "- Lồng ghép nội dung phòng ngừa và quy trình hỗ trợ, can thiệp lao động trẻ em vào các buổi truyền "
        "thông trực tiếp tại cộng đồng, gia đình, trường học, cơ sở sử dụng lao động; vào báo, đài, tờ rơi, áp "
        "phích, pa nô, khẩu hiệu, băng zôn.",
    ),
    TaskData(
        heading="Nâng cao năng lực, nhận thức cho cán bộ làm công tác trẻ em, các cơ quan, tổ chức, cá nhân "
        "có liên quan, nhất là người sử dụng lao động",
        details="Cử người dự các lớp tập huấn về phòng ngừa, giảm thiểu lao động trẻ em và quy trình hỗ trợ, "
        "can thiệp.",
    ),
    TaskData(
        heading="Kiểm tra việc thực hiện chính sách, pháp luật về phòng ngừa lao động trẻ em",
        details="Trường hợp sử dụng lao động trẻ em phải được xử lý và báo cáo kịp thời.",
    ),
)

CULTURE = "Công chức Văn hóa – Xã hội"
SCHOOLS = "Các trường học trên địa bàn"
FRONT = "Đề nghị Ủy ban MTTQ và các tổ chức chính trị - xã hội xã"

DUTIES = (
    TaskData(
        printed_as=CULTURE,
        details="Cùng các ban, ngành kiểm tra định kỳ và đột xuất việc chấp hành pháp luật về phòng ngừa, "
        "giảm thiểu lao động trẻ em; kịp thời xử lý nghiêm nơi sử dụng lao động trẻ em trái quy định.",
        leads=(units.CULTURE_TAN_THANH,),
    ),
    TaskData(
        printed_as=CULTURE,
        details="Quản lý nhà nước về công tác gia đình; đưa kiến thức pháp luật về lao động trẻ em đến từng "
        "hộ; vận động gia đình không để con em bỏ học đi làm trái quy định.",
        leads=(units.CULTURE_TAN_THANH,),
    ),
    TaskData(
        printed_as=CULTURE,
        details="Truyền thông, giáo dục, vận động xã hội trên hệ thống truyền thanh huyện và truyền thanh "
        "xã, thị trấn, bằng tuyên truyền lưu động, băng zôn, khẩu hiệu và các hình thức khác.",
        leads=(units.CULTURE_TAN_THANH,),
    ),
    TaskData(
        printed_as=SCHOOLS,
        details="- Có giải pháp hạn chế thấp nhất học sinh bỏ học; đưa việc phòng ngừa, phát hiện, can "
        "thiệp, hỗ trợ vào hoạt động của ngành: cho trẻ em tham gia lao động, trẻ em có nguy cơ và trẻ em lao "
        "động trái quy định.",
        leads=units.SCHOOLS_TAN_THANH,
    ),
    TaskData(
        printed_as=SCHOOLS,
        details="- Cung cấp kiến thức về phòng ngừa lao động trẻ em cho giáo viên, học sinh; giúp trẻ em có "
        "nguy cơ và lao động trẻ em được học chương trình phổ thông.",
        leads=units.SCHOOLS_TAN_THANH,
    ),
    TaskData(
        printed_as="Công an xã",
        details="Phòng, chống tội phạm mua bán trẻ em để bóc lột sức lao động. Cùng các ngành chức năng ngăn "
        "chặn vi phạm về sử dụng lao động trẻ em; tham gia bảo vệ trẻ em bị bóc lột sức lao động và giúp các "
        "em trở lại cộng đồng.",
        leads=(units.POLICE_TAN_THANH,),
    ),
    TaskData(
        printed_as=FRONT,
        details="Theo chức năng của mình, truyền thông, giáo dục, tư vấn pháp luật về lao động trẻ em; vận "
        "động gia đình, trước hết là hộ nghèo, cận nghèo, hộ khó khăn, không để trẻ em bỏ học hoặc lao động "
        "trái quy định; phối hợp kiểm tra, giám sát việc sử dụng lao động trẻ em.",
        leads=(units.FRONT_TAN_THANH, *units.UNIONS_TAN_THANH),
    ),
    TaskData(
        printed_as="Công chức Tài chính – Kế toán xã",
        details="Tham mưu bố trí ngân sách và nguồn lực của địa phương cho Kế hoạch.",
        leads=(units.FINANCE_TAN_THANH,),
    ),
)

PLAN_OF_TAN_THANH = DocumentData(
    unit=units.UBND_TAN_THANH,
    issued_on=date(2023, 6, 1),
    issued=False,
    title="Thực hiện Chương trình phòng ngừa, giảm thiểu trẻ em lao động trái quy định của pháp luật "
    "xã Tân Thành năm 2023",
    programme=child_labour.CHILD_LABOUR,
    parent=PLAN_192,
    period_from=2023,
    period_to=2023,
    citations=(
        CitationData(
            text="Thực hiện Kế hoạch số 192/KH-UBND ngày 26/5/2023 của Ủy ban nhân dân huyện Hữu Lũng về "
            "triển khai thực hiện Chương trình phòng ngừa, giảm thiểu trẻ em lao động trái quy định của pháp "
            "luật huyện Hữu Lũng năm 2023",
            act_type="Kế hoạch",
            act_number="192/KH-UBND",
            act_date=date(2023, 5, 26),
            act_issuer="Ủy ban nhân dân huyện Hữu Lũng",
            cited=PLAN_192,
        ),
    ),
    preamble="Ủy ban nhân dân xã Tân Thành xây dựng Kế hoạch như sau:",
    sections=(
        SectionData(heading="Mục đích, yêu cầu", body=PURPOSE),
        SectionData(
            heading="Mục tiêu",
            targets=(AWARENESS, TIMELY_HELP),
            prints_groups=False,
        ),
        SectionData(heading="Nội dung thực hiện", tasks=CONTENTS),
        SectionData(heading="Tổ chức thực hiện", by_units=True, tasks=DUTIES),
    ),
    closing="Trên đây là Kế hoạch năm 2023 của xã Tân Thành; các bộ phận, đơn vị có tên ở trên tổ chức thực hiện.",
    signature_lines="KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH",
    signer="Phan Quang Vinh",
    recipients=(
        RecipientData(text="Phòng LĐTBXH-DT huyện", purpose=Purpose.REPORT, unit=units.LABOUR_HUU_LUNG),
        RecipientData(text="CT, PCT UBND xã", unit=units.UBND_TAN_THANH),
        RecipientData(text="UBMTTQ, các đoàn thể xã", unit=units.FRONT_TAN_THANH),
        RecipientData(text="Các trường học"),
        RecipientData(text="Lưu: VT, VH", purpose=Purpose.FILE),
    ),
    source_note="Nhập lại theo bản Kế hoạch chưa có số của xã Tân Thành, không phải bản chính. Số liệu, ngày, "
    "chỉ tiêu, đơn vị, nơi nhận và người ký giữ nguyên; lời văn viết lại; “VHXXH”, “Lưu VT” và “KT.CHỦ TỊCH” "
    "đã sửa theo Nghị định 30/2020/NĐ-CP. Bản gốc không nêu tên từng trường học, đoàn thể.",
)
