"""What the documents say, in the words of an office: phrases that are put together, few enough to be found again."""

from random import Random

from plans.models import Kind

from .units import Agency

PROGRAMME = "Chương trình phòng ngừa, giảm thiểu trẻ em lao động trái quy định của pháp luật"
THEMES = (
    "tại các làng nghề",
    "trong các cơ sở sản xuất gạch, ngói",
    "trong kỳ nghỉ hè",
    "tại các vùng trồng chè, cà phê",
    "trên tàu cá và trong chế biến thủy sản",
    "tại các bãi khai thác khoáng sản",
    "trong các hộ kinh doanh ăn uống",
    "đối với trẻ em di cư theo gia đình",
)
SELDOM = "trong nghề khảm xà cừ"  # a search for "khảm xà cừ" finds one document in a thousand
ONE_IN = 1000

PURPOSE = """\
1. Nâng cao nhận thức, trách nhiệm của các cấp, các ngành, gia đình và xã hội về phòng ngừa, giảm thiểu lao động trẻ em.
2. Phát hiện, hỗ trợ, can thiệp kịp thời đối với trẻ em có nguy cơ và trẻ em lao động trái quy định của pháp luật.
3. Các đơn vị xác định rõ nội dung, thời gian, người chịu trách nhiệm; thực hiện đồng bộ, tiết kiệm, hiệu quả."""
RESULTS = """\
1. Ủy ban nhân dân đã chỉ đạo rà soát, lập danh sách trẻ em có nguy cơ; tổ chức truyền thông tại thôn, trường học.
2. Các trường hợp được thông báo đều được xác minh, hỗ trợ; không để trẻ em bỏ học vì phải lao động."""
REQUEST = "Thực hiện Kế hoạch của cấp trên, Ủy ban nhân dân yêu cầu các đơn vị thực hiện một số nội dung sau:"

# With a value and a year; what they measure is read from them.
TARGETS = (
    "Đến năm {year}, trên {value}% cán bộ, giáo viên trong các cơ sở giáo dục {informed}",
    "Đến năm {year}, trên {value}% cha mẹ, người chăm sóc trẻ em {informed}",
    "Đến năm {year}, {value}% trẻ em {informed}",
    "Đến năm {year}, ít nhất {value}% doanh nghiệp, hợp tác xã, hộ gia đình {informed}",
    "Đến năm {year}, trên {value}% trẻ em có nguy cơ, lao động trẻ em được tiếp cận giáo dục phổ thông",
    "Đến năm {year}, {value}% công chức, viên chức làm công tác trẻ em {trained}",
    "Đến năm {year}, trên {value}% cộng tác viên thôn, bản {trained}",
    "Đến năm {year}, ít nhất {value}% hộ gia đình trong các làng nghề {trained}",
    "Đến năm {year}, trên {value}% trẻ em có nguy cơ được hỗ trợ, can thiệp kịp thời",
    "Đến năm {year}, {value}% trẻ em là nạn nhân được quản lý, theo dõi",
)
INFORMED = "được cung cấp thông tin, kiến thức về phòng ngừa lao động trẻ em"
TRAINED = "được tập huấn kỹ năng phát hiện, hỗ trợ lao động trẻ em"
LOWEST_VALUE, HIGHEST_VALUE = 60, 99

TASKS = (
    "Rà soát, lập danh sách trẻ em có nguy cơ lao động trái quy định của pháp luật",
    "Tuyên truyền trên hệ thống loa truyền thanh và tại các cuộc họp thôn, tổ dân phố",
    "Tập huấn kiến thức, kỹ năng cho cộng tác viên và giáo viên chủ nhiệm",
    "Hỗ trợ sinh kế cho gia đình có trẻ em phải lao động sớm",
    "Vận động trẻ em bỏ học trở lại trường, cấp học bổng và đồ dùng học tập",
    "Kiểm tra việc sử dụng lao động chưa thành niên tại các cơ sở sản xuất, kinh doanh",
    "Ký cam kết không sử dụng lao động trẻ em với các hộ kinh doanh",
    "Cập nhật thông tin trẻ em vào cơ sở dữ liệu về trẻ em",
    "Tiếp nhận, xác minh thông báo qua Tổng đài 111",
    "Tổ chức diễn đàn trẻ em với chủ đề phòng, chống lao động trẻ em",
    "Lồng ghép nội dung phòng ngừa lao động trẻ em vào giờ sinh hoạt lớp",
    "Sơ kết, tổng kết, báo cáo kết quả thực hiện",
)
DETAILS = (
    "- Lập danh sách theo từng thôn, tổ dân phố.\n- Báo cáo kết quả về cơ quan thường trực.",
    "- Phối hợp với nhà trường và các đoàn thể.\n- Ưu tiên hộ nghèo, hộ cận nghèo.",
    "Thực hiện thường xuyên trong năm; cao điểm là Tháng hành động vì trẻ em.",
    "- Bố trí kinh phí từ nguồn ngân sách được giao.\n- Thanh toán, quyết toán theo quy định.",
    "Hoàn thành trước thời hạn; có biên bản và danh sách kèm theo.",
    "Mỗi quý một lần; các vướng mắc báo cáo ngay về Ủy ban nhân dân.",
)
PRODUCTS = ("", "", "Danh sách", "Báo cáo", "Biên bản kiểm tra", "Bản cam kết")
ANSWERS = (
    "Đã họp, phân công cán bộ phụ trách từng thôn.",
    "Đã rà soát xong, phát hiện 03 trường hợp có nguy cơ, đang hỗ trợ.",
    "Đã tổ chức 02 buổi truyền thông với 150 người tham dự.",
    "Hoàn thành; kết quả có danh sách gửi kèm.",
    "Đang thực hiện, dự kiến xong trước thời hạn.",
)
ACCEPTED, NOT_ACCEPTED = "", "Chưa có danh sách kèm theo: bổ sung rồi báo cáo lại."


def title_of(rng: Random, kind: Kind, agency: Agency, year: int) -> str:
    where = agency.unit.place.name
    if agency.superior is None:
        return f"Phê duyệt {PROGRAMME} giai đoạn 2021 - 2025, định hướng đến năm 2030"
    theme = SELDOM if rng.randrange(ONE_IN) == 0 else rng.choice(THEMES)
    match kind:
        case Kind.PLAN:
            return f"Thực hiện {PROGRAMME} {where} năm {year}"
        case Kind.REPORT:
            return f"Kết quả thực hiện {PROGRAMME} {where} năm {year}"
        case Kind.LETTER:
            return f"tăng cường phòng ngừa lao động trẻ em {theme} năm {year}"
        case _:
            return f"Ban hành Quy chế phối hợp phòng ngừa lao động trẻ em {theme} {where}"


def preamble_of(kind: Kind, agency: Agency) -> str:
    if kind == Kind.LETTER:
        return REQUEST
    return f"{agency.unit.name} ban hành {kind.label} với các nội dung như sau:"


def closing_of(kind: Kind) -> str:
    return f"Trên đây là {kind.label}; các đơn vị nghiêm túc tổ chức thực hiện."


def target_sentence(place: int, value: int, year: int) -> str:
    return TARGETS[place % len(TARGETS)].format(value=value, year=year, informed=INFORMED, trained=TRAINED)
