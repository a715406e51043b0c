"""Công văn 464/SLĐTBXH-TE&BĐG, 03/3/2022, Điện Biên: ten key tasks for the ten districts."""

from datetime import date

from plans.models import Kind, Purpose

from . import units
from .shapes import CitationData, DocumentData, RecipientData, SectionData, TaskData

END_OF_YEAR = date(2022, 12, 31)
END_OF_ACTION_MONTH = date(2022, 6, 30)

_TASKS = (
    (
        "Xây dựng, ban hành và thực hiện nghị quyết, chương trình, đề án, kế hoạch của địa phương về trẻ em",
        "- Thực hiện pháp luật, chính sách về bảo vệ, chăm sóc, giáo dục trẻ em; giải quyết các vấn đề về trẻ "
        "em.\n"
        "- Tổng kết 10 năm thực hiện Chỉ thị số 20-CT/TW; đề xuất những việc cần cấp ủy Đảng tăng cường lãnh "
        "đạo để quyền trẻ em được thực hiện, trẻ em được sống an toàn, lành mạnh, thân thiện.",
    ),
    (
        "Đề cao trách nhiệm của các cấp, các ngành, nhất là người đứng đầu",
        "- Chỉ đạo, quản lý việc thực hiện quyền trẻ em theo đường lối của Đảng, pháp luật của Nhà nước; giải "
        "quyết dứt điểm vấn đề về trẻ em và các vụ việc vi phạm.\n"
        "- Cơ quan quản lý nhà nước, cơ quan tư pháp, tổ chức chính trị - xã hội, tổ chức xã hội phối hợp phòng "
        "ngừa, phát hiện, hỗ trợ, can thiệp, xử lý vụ xâm hại; phòng, chống bạo lực gia đình, bạo lực trường "
        "học, tai nạn thương tích, nhất là đuối nước; chăm sóc sức khỏe tâm thần và phát triển toàn diện những "
        "năm đầu đời.",
    ),
    (
        "Đổi mới truyền thông, phổ biến pháp luật, kiến thức, kỹ năng về quyền và bổn phận của trẻ em",
        "Phù hợp từng nhóm, chú trọng truyền thông trực tiếp; đưa thông tin về Tổng đài điện thoại quốc gia bảo "
        "vệ trẻ em (Tổng đài 111) và dịch vụ bảo vệ trẻ em tại địa phương đến từng gia đình, lớp học, cộng đồng "
        "và trẻ em.",
    ),
    (
        "Ưu tiên nhân lực cho hệ thống dịch vụ bảo vệ trẻ em",
        "- Bảo đảm trẻ em gặp tình huống khẩn cấp được hỗ trợ, can thiệp kịp thời.\n"
        "- Hướng dẫn phát hiện, thông báo, tố giác hành vi xâm hại, trẻ em có nguy cơ bị xâm hại đến Tổng đài "
        "111 và cơ quan có thẩm quyền.\n"
        "- Triển khai, nhân rộng mô hình bảo vệ, chăm sóc trẻ em.",
    ),
    (
        "Phát triển mạng lưới xã hội bảo vệ trẻ em",
        "- Có sự tham gia của tổ chức chính trị - xã hội, tổ chức xã hội, bưu điện xã, Bộ đội Biên phòng…\n"
        "- Tập huấn cho cán bộ, cộng tác viên làm công tác trẻ em, thành viên tổ chức phối hợp liên ngành các "
        "cấp, nhất là cấp xã, và hội viên tham gia mạng lưới.\n"
        "- Huyện có dự án do Tổ chức trẻ em Rồng xanh hoặc Tổ chức Tầm nhìn thế giới quốc tế tại Việt Nam tài "
        "trợ: phối hợp với Chương trình phát triển vùng để bảo vệ trẻ em, giúp trẻ em bị bạo lực, xâm hại, mua "
        "bán.",
    ),
    (
        "Bố trí ngân sách, vận động nguồn lực cho trẻ em",
        "- Ngân sách địa phương bảo đảm cho chương trình, đề án, kế hoạch, mô hình về trẻ em; nguồn vận động từ "
        "thiện trong và ngoài nước được dùng hiệu quả, minh bạch.\n"
        "- Hỗ trợ trẻ em mồ côi, trẻ em rơi vào hoàn cảnh đặc biệt do Covid-19; cải thiện sức khỏe, dinh dưỡng, "
        "đồ ấm cho trẻ em các xã đặc biệt khó khăn vùng dân tộc thiểu số và miền núi theo Quyết định số "
        "588/QĐ-TTg.",
    ),
    (
        "Kiểm tra, thanh tra công tác bảo vệ, chăm sóc, giáo dục trẻ em",
        "Phát hiện kịp thời, xử lý nghiêm hành vi vi phạm quyền trẻ em; kiểm tra tất cả cơ sở trợ giúp xã hội, "
        "quỹ từ thiện có chăm sóc, nuôi dưỡng, hỗ trợ trẻ em tại địa phương.",
    ),
    (
        "Triển khai Tháng hành động vì trẻ em năm 2022",
        "- Chủ đề: “Chung tay bảo vệ trẻ em hãy lên tiếng phòng, chống xâm hại, bạo lực trẻ em”.\n"
        "- Ngành Lao động - Thương binh và Xã hội phối hợp với các ngành Y tế; Giáo dục và Đào tạo; Công an; "
        "Văn hóa, Thông tin, với tổ chức chính trị - xã hội và cơ quan liên quan để phòng ngừa, ứng phó kịp thời, "
        "trước hết trong gia đình và cơ sở giáo dục.",
    ),
    (
        "Đánh giá, công nhận xã, phường, thị trấn phù hợp với trẻ em",
        "- Thực hiện theo Quyết định số 06/QĐ-TTg; nhân rộng phong trào “Toàn dân chăm sóc, giáo dục, bảo vệ "
        "trẻ em”, gắn tiêu chí quyền trẻ em với đánh giá nông thôn mới, đô thị văn minh đến từng địa bàn dân "
        "cư.\n"
        "- Rà soát, xác thực và cập nhật dữ liệu trên phần mềm quản lý thông tin trẻ em.",
    ),
    (
        "Thu thập chỉ tiêu thống kê, báo cáo theo quy định",
        "Thực hiện theo Thông tư số 13/2021/TT-BLĐTBXH.",
    ),
)
ACTION_MONTH = 8  # the task that ends with June; the others are the year's

TEN_TASKS = tuple(
    TaskData(
        heading=heading,
        details=details,
        leads=units.COMMITTEES_OF_DIEN_BIEN,
        due_on=END_OF_ACTION_MONTH if number == ACTION_MONTH else END_OF_YEAR,
    )
    for number, (heading, details) in enumerate(_TASKS, start=1)
)

LETTER_464 = DocumentData(
    kind=Kind.LETTER,
    unit=units.LABOUR_DIEN_BIEN,
    number=464,
    symbol="SLĐTBXH-TE&BĐG",
    issued_on=date(2022, 3, 3),
    title="triển khai thực hiện các nhiệm vụ trọng tâm công tác trẻ em năm 2022",
    addressees="Ủy ban nhân dân các huyện, thị xã, thành phố",
    period_from=2022,
    period_to=2022,
    citations=(
        # The letter misprints the day of the directive, which is of 05/11/2012.
        CitationData(
            text="Căn cứ Chỉ thị số 20-CT/TW ngày 05/12/2012 của Bộ Chính trị về tăng cường sự lãnh đạo của Đảng "
            "đối với công tác chăm sóc, giáo dục và bảo vệ trẻ em trong tình hình mới",
            act_type="Chỉ thị",
            act_number="20-CT/TW",
            act_date=date(2012, 11, 5),
            act_issuer="Bộ Chính trị",
        ),
        CitationData(
            text="Căn cứ Quyết định số 588/QĐ-TTg ngày 17/5/2019 của Thủ tướng Chính phủ",
            act_type="Quyết định",
            act_number="588/QĐ-TTg",
            act_date=date(2019, 5, 17),
            act_issuer="Thủ tướng Chính phủ",
        ),
        CitationData(
            text="Căn cứ Quyết định số 06/QĐ-TTg ngày 03/01/2019 của Thủ tướng Chính phủ",
            act_type="Quyết định",
            act_number="06/QĐ-TTg",
            act_date=date(2019, 1, 3),
            act_issuer="Thủ tướng Chính phủ",
        ),
        CitationData(
            text="Căn cứ Thông tư số 13/2021/TT-BLĐTBXH ngày 30/9/2021 của Bộ trưởng Bộ Lao động - Thương binh "
            "và Xã hội",
            act_type="Thông tư",
            act_number="13/2021/TT-BLĐTBXH",
            act_date=date(2021, 9, 30),
            act_issuer="Bộ Lao động - Thương binh và Xã hội",
        ),
    ),
    preamble="Sở Lao động - Thương binh và Xã hội đề nghị Ủy ban nhân dân các huyện, thị xã, thành phố tập trung "
    "chỉ đạo, thực hiện 10 nhiệm vụ trọng tâm về công tác trẻ em năm 2022 sau đây:",
    sections=(SectionData(tasks=TEN_TASKS),),
    closing="Đề nghị Ủy ban nhân dân các huyện, thị xã, thành phố quan tâm chỉ đạo thực hiện.",
    recipients=(
        RecipientData(text="Như trên"),
        RecipientData(text="Lưu: VT, TE&BĐG", purpose=Purpose.FILE),
    ),
    source_note="Bản dựng lại từ tin đăng lại ngày 09/3/2022 tại huyện Mường Chà, không phải bản chính. Số, ngày, "
    "nơi nhận, mười nhiệm vụ và các văn bản viện dẫn giữ nguyên; lời văn viết lại; các văn bản viện dẫn được "
    "nêu lên đầu. Ngày của Chỉ thị 20-CT/TW in là 05/12/2012, ngày đúng là 05/11/2012. Người ký chưa rõ; thời "
    "hạn là ngày cuối năm và ngày cuối Tháng hành động.",
)
