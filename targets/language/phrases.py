"""The words that carry a target: what to add when an office writes something the reading does not know yet.

Lower case, composed letters, phrases parted by "|"; both "đảm bảo" and "bảo đảm" where offices write both
("tỉ" is read as "tỷ", every dash as "-").
"""

from targets.language.parts import Comparator, Direction
from targets.language.tokens import Lexicon


def listed(text: str) -> tuple[str, ...]:
    """ "trên | cao hơn" → its phrases, blanks squeezed."""
    return tuple(" ".join(phrase.split()) for phrase in text.split("|"))


# --- Words straight before and after a value ----------------------------------------------------------

COMPARATORS: dict[str, Comparator] = {
    **dict.fromkeys(
        listed("trên | hơn | cao hơn | lớn hơn | nhiều hơn | vượt | vượt trên | vượt mức | vượt quá | >"),
        Comparator.ABOVE,
    ),
    **dict.fromkeys(
        listed("""
            ít nhất | ít nhất là | ít nhất có | tối thiểu | tối thiểu là | không dưới | thấp nhất là |
            không thấp hơn | không ít hơn | không nhỏ hơn | đạt và vượt | ≥ | >=
        """),
        Comparator.AT_LEAST,
    ),
    **dict.fromkeys(listed("dưới | thấp hơn | nhỏ hơn | ít hơn | chưa đến | chưa tới | <"), Comparator.BELOW),
    **dict.fromkeys(
        listed("""
            không quá | không vượt quá | không vượt | không cao hơn | không lớn hơn | không nhiều hơn |
            không trên | không hơn | tối đa | tối đa là | cao nhất là | nhiều nhất | nhiều nhất là | ≤ |
            <=
        """),
        Comparator.AT_MOST,
    ),
}
# A lower level: "xuống 4,9%", "còn 4,9%".
FALLING_TO = listed("""
    xuống | xuống còn | xuống chỉ còn | xuống mức | xuống đến | còn | chỉ còn | còn lại | về | về mức |
    còn ở mức
""")
# A level, whichever way: "đạt 90%", "lên 75%", "duy trì ở mức 100%".
REACHING = listed("""
    đạt | đạt được | đạt khoảng | là | bằng | lên | lên đến | lên tới | lên mức | đến | tới | mức |
    ở mức | ở | tỷ lệ | khoảng | gần | chiếm | = | từ | lần lượt | lần lượt là | lần lượt đạt |
    đạt lần lượt
""")
BEFORE_VALUE = Lexicon((*COMPARATORS, *FALLING_TO, *REACHING))
AFTER_VALUE: dict[str, Comparator] = {
    "trở lên": Comparator.AT_LEAST,
    "hoặc hơn": Comparator.AT_LEAST,
    "trở xuống": Comparator.AT_MOST,
    "trở lại": Comparator.AT_MOST,
}
DEFAULT_WORDING = {
    Comparator.EQUAL: "đạt",
    Comparator.ABOVE: "trên",
    Comparator.AT_LEAST: "ít nhất",
    Comparator.BELOW: "dưới",
    Comparator.AT_MOST: "không quá",
    Comparator.MINIMISE: "giảm tối đa",
    Comparator.MAXIMISE: "tăng tối đa",
}

# --- What moves, and which way ------------------------------------------------------------------------

VERBS: dict[str, Direction] = {
    **dict.fromkeys(
        listed("""
            giảm | giảm thiểu | kéo giảm | giảm dần | giảm bớt | làm giảm | hạ | hạn chế | kiềm chế |
            cắt giảm | giảm mạnh | giảm thêm | giảm được | giảm bình quân | giảm trung bình
        """),
        Direction.DOWN,
    ),
    **dict.fromkeys(
        listed("tăng | nâng | nâng cao | tăng thêm | gia tăng | đưa | tăng bình quân | tăng dần"),
        Direction.UP,
    ),
    **dict.fromkeys(
        listed("duy trì | giữ | giữ vững | giữ ổn định | ổn định | duy trì ổn định | duy trì và giữ vững"),
        Direction.HOLD,
    ),
}
MOVING = Lexicon(VERBS)
_OPENING = listed("""
    tỷ lệ | tỷ suất | tỷ trọng | tỷ số | số lượng | số lượt | số vụ | số vụ việc | số cuộc | số ca |
    số trường hợp | số | tổng số | chỉ số | độ bao phủ
""")
QUANTITIES = Lexicon(  # after a verb that moves them
    (*_OPENING, *listed("tình trạng | tình hình | mức | mức giảm | tần suất | mức độ | nguy cơ | tốc độ"))
)
BARE_QUANTITIES = Lexicon(_OPENING)  # these open a subject without a verb, too
COUNTED_AFTER_IN = frozenset({"trong", "tổng", "trên", "theo", "của"})  # "trong số": no quantity of its own
LOWEST = Lexicon(
    listed("""
        giảm tối đa | giảm thiểu tối đa | hạn chế tối đa | hạn chế thấp nhất | giảm thấp nhất |
        kéo giảm tối đa | giảm đến mức tối đa
    """)
)
TO_THE_LOWEST = Lexicon(
    listed("""
        đến mức thấp nhất | xuống mức thấp nhất | tới mức thấp nhất | ở mức thấp nhất |
        đến mức tối thiểu | về mức thấp nhất | xuống thấp nhất
    """)
)
HIGHEST = Lexicon(listed("tăng tối đa | nâng tối đa"))
TO_THE_HIGHEST = Lexicon(listed("đến mức cao nhất | lên mức cao nhất | ở mức cao nhất"))

# --- Counts -------------------------------------------------------------------------------------------

# Not here: mục tiêu, nhiệm vụ, năm, tháng, tuổi, điều, khoản. They number, they do not measure.
COUNTED = Lexicon(
    listed("""
        lớp | cuộc | buổi | hội nghị | hội thảo | đợt | lượt | lượt người | lượt trẻ em | khóa | khoá |
        mô hình | câu lạc bộ | nhóm | tổ | điểm | điểm tư vấn | địa điểm | đường dây | chuyên mục |
        chuyên đề | tin | bài | tin bài | tin, bài | phóng sự | video | pa nô | pano | áp phích |
        băng rôn | băng zôn | khẩu hiệu | tờ rơi | tờ gấp | cuốn | bộ | bộ tài liệu | tài liệu | cụm |
        tỉnh | thành phố | huyện | quận | thị xã | xã | phường | thị trấn | đặc khu | thôn | bản | ấp |
        khu phố | tổ dân phố | khu dân cư | đơn vị | cơ quan | địa phương | trường | trường học | trẻ em |
        trẻ | em | học sinh | người | hộ | hộ gia đình | gia đình | cán bộ | công chức | viên chức |
        cộng tác viên | giáo viên | cha mẹ | phụ huynh | người dân | doanh nghiệp | hợp tác xã | cơ sở |
        làng nghề | vụ | vụ việc | trường hợp | ca | lần | chương trình | suất học bổng | suất quà |
        suất | sản phẩm | sản phẩm truyền thông | kế hoạch | văn bản | diễn đàn | đội | ngôi nhà |
        đoàn kiểm tra | đoàn | bể bơi | báo cáo | tàu | tàu cá | thuyền | xưởng | quán ăn | nhà hàng |
        phụ nữ | bà mẹ | hội viên | đoàn viên | thanh niên | tuyên truyền viên | tình nguyện viên |
        báo cáo viên | người lao động | chủ cơ sở | chủ hộ |
        khu công nghiệp | công đoàn cơ sở | chi hội | buôn | xóm | chợ | phiên chợ
    """)
)
# A bare count promises something only after a doing word.
DOING = Lexicon(
    listed("""
        phấn đấu | phấn đấu có | có thêm | xây dựng | tổ chức | thành lập | hỗ trợ | mở | nhân rộng | lắp đặt |
        duy trì | in | in ấn | cấp phát | phát hành | sản xuất | biên soạn | phát sóng | thực hiện |
        triển khai | tập huấn | tập huấn cho | đào tạo | đào tạo cho | bồi dưỡng | bồi dưỡng cho |
        trợ giúp | dạy nghề cho | đào tạo nghề cho | tạo việc làm cho | cung cấp thông tin cho |
        cung cấp kiến thức cho | cung cấp thông tin, kiến thức cho | tuyên truyền cho | truyền thông cho |
        tư vấn cho | kiểm tra | giám sát | thanh tra | ban hành | hỗ trợ cho | can thiệp |
        hỗ trợ, can thiệp | hỗ trợ, can thiệp cho | rà soát | giúp đỡ | vận động | trao | trao tặng |
        tặng | công nhận | kiện toàn | bố trí | xây dựng và nhân rộng | cử | cung cấp | phổ biến |
        tham gia | mở được | mở mới | thành lập mới | xây dựng mới | hoàn thành | đỡ đầu | nhận đỡ đầu |
        tổ chức được | xây dựng được | hỗ trợ được | tổ chức tập huấn cho | thí điểm | xây dựng thí điểm |
        đăng tải | viết | thu hút | huy động | vận động được | quản lý | theo dõi | trang bị cho |
        khám | khám sức khỏe | khám sức khoẻ | chăm sóc | cấp | giúp | giúp được |
        tiếp cận | tiếp cận trực tiếp | tiếp cận được |
        tiếp nhận | xử lý | giải quyết | tiếp nhận, xử lý | tiếp nhận và xử lý
    """)
)
ONLY_MODES = frozenset(
    {("phấn", "đấu"), ("phấn", "đấu", "có"), ("duy", "trì")}
)  # doing words of a count alone

# --- Words before a target ----------------------------------------------------------------------------

MODES = Lexicon(
    listed("""
        phấn đấu | phấn đấu có | tiếp tục | bảo đảm | đảm bảo | từng bước | quyết tâm | cố gắng | phải |
        cần | sẽ | có | cơ bản | nỗ lực | tiến tới | hướng tới | hướng đến | kiểm soát và | chủ động |
        tích cực | bình quân | trung bình | mỗi năm | hằng năm | hàng năm | đạt được | đồng thời |
        trong đó | trong đó có | riêng | mục tiêu | chỉ tiêu | đặt mục tiêu | đặt chỉ tiêu | góp phần |
        với | cho | để
    """)
)
# Of these, what only ties a target to the sentence before it and is no part of it.
TIES = Lexicon(
    listed("""
        đồng thời | trong đó | trong đó có | riêng | mục tiêu | chỉ tiêu | đặt mục tiêu | đặt chỉ tiêu |
        góp phần | với | cho | để
    """)
)
PACES = Lexicon(
    listed("""
        mỗi năm | hằng năm | hàng năm | một năm | / năm | bình quân mỗi năm | trung bình mỗi năm |
        bình quân hằng năm | mỗi quý | hằng quý | mỗi tháng | hằng tháng | mỗi đợt
    """)
)
JOINTS = Lexicon(
    listed("""
        , | và | hoặc | còn | : | - | + | * | • | · | cùng với | đồng thời | cũng như | )
    """)
)
IN_TURN = ("lần", "lượt")  # "lần lượt đạt 60% và 75%": one value a year, in order
NOW = Lexicon(listed("hiện nay | hiện tại | đến nay | hiện | trước đây"))
GOES_ON = frozenset({"tiếp", "còn", "đang", "vẫn", "đã", "sẽ", "ngày", "khá", "rất"})  # ends a subject
SAME_AGAIN = Lexicon(listed("con số này | tỷ lệ này | chỉ tiêu này | tỷ suất này | số này"))
GOALS = Lexicon(
    listed("""
        phấn đấu | chỉ tiêu | bảo đảm | đảm bảo | mục tiêu | duy trì | tiếp tục | quyết tâm
    """)
)
FURTHER_AIMS = Lexicon(
    listed("""
        tạo | tạo điều kiện | tạo cơ hội | góp phần | nhằm | tiến tới | từng bước | bảo đảm | đảm bảo |
        để | hỗ trợ | xây dựng | tăng cường | nâng cao | bảo vệ | giúp | đồng thời | phấn đấu
    """)
)
AIMS = Lexicon(
    listed("phấn đấu | chỉ tiêu | mục tiêu | quyết tâm")
)  # these speak for the items after them, too
PURPOSE = frozenset({"nhằm", "để", "giúp"})

# --- Where the predicate begins -----------------------------------------------------------------------

PASSIVE = "được"
ADVERBS = frozenset(listed("đều | đã | sẽ | phải | cần | luôn | thường | xuyên | chưa | không | cùng"))
TAKES_PASSIVE = Lexicon(  # "nắm được": one verb
    listed("""
        nắm | hiểu | nhận | đạt | biết | làm | tìm | giữ | bố trí | xây dựng | thành lập | duy trì |
        vận dụng | tiếp cận | nhận biết | phân biệt | nhớ
    """)
)
# They say which children, not what is done for them, when another "được" follows.
FINDING = Lexicon(
    listed("""
        được phát hiện | được xác định | được thông báo | được tiếp nhận | được nhận diện |
        được sàng lọc | được ghi nhận | được trình báo | được thống kê | được rà soát | được tố giác |
        được báo cáo | được quản lý | được xác minh
    """)
)
PREDICATES = Lexicon(
    listed("""
        biết | hiểu | hiểu biết | nắm | nắm vững | nắm được | ký | ký cam kết | cam kết | hoàn thành |
        xây dựng | ban hành | triển khai | thực hiện | tổ chức | thành lập | bố trí | cập nhật | đạt |
        tiếp cận | trở lại | quay lại | đi học | ra lớp | đến trường | tới trường | tốt nghiệp | không |
        chấp hành | tuân thủ | báo cáo | kiện toàn | lồng ghép | áp dụng | đăng ký | nhận thức | duy trì |
        chuyển | thoát | bỏ học | hưởng ứng | nói không | vận dụng | nâng cao | phối hợp | ghi nhận |
        công khai | phát hiện | theo học | nhập học | học nghề | có việc làm | tuyên truyền | xác nhận |
        truyền thông | kết nối | vận hành | hoạt động hiệu quả | hoạt động có hiệu quả | sẵn sàng | nhận |
        rà soát | quan tâm | bảo đảm | đảm bảo | đáp ứng | sử dụng thành thạo | chủ động | phát sóng
    """)
)
MAYBE_PREDICATES = Lexicon(listed("có | tham gia | là | thuộc diện"))
# "trẻ em có nguy cơ", "cơ quan có liên quan": a kind of people, nothing that becomes of them.
NO_PREDICATE_AFTER_HAVING = frozenset(
    listed("""
        nguy | hoàn | liên | quan | sử | thuê | đông | nghề | lao | thông | yêu | nhu | điều | dấu | con |
        cha | mẹ | trẻ | người | tổ | hộ | khả | nhiều | ít | công | đủ | tính | trách | chức | độ |
        tuổi | làng | tham | thẩm | hành | từ | trên | thu
    """)
)
# "công tác truyền thông", "việc thực hiện": a noun before makes the verb a noun.
NO_PREDICATE_BEFORE = frozenset(
    listed("""
        công | việc | sự | quá | lĩnh | năng | hoạt | nhiệm | ngành | ban | về | phải | chính | kế | đề |
        nội | mạng | trạng | tình | để | và | , | trong | cho | ở | tại | có | cơ | kiến | chương
    """)
)
CONDITIONS = Lexicon(
    listed("""
        khi | sau khi | ngay khi | ngay sau khi | kể từ khi | nếu | trong trường hợp | mỗi khi | từ khi
    """)
)
NOT_CONDITIONS = frozenset({"trước", "trong", "đôi", "tới", "đến"})  # "trước khi vào lớp 1": which children

# --- A report of what is, not a promise of what shall be ----------------------------------------------

REPORTING = Lexicon(
    listed("""
        hiện nay | hiện tại | đến nay | tính đến | đến thời điểm | theo số liệu | theo báo cáo |
        theo thống kê | theo kết quả | kết quả thực hiện | kết quả đạt được | ước đạt | ước tính |
        cùng kỳ | năm trước | năm ngoái | qua khảo sát | qua điều tra | trong năm qua | thời gian qua |
        những năm qua | qua rà soát | mới đạt | chỉ đạt | tương đương | tương ứng | chiếm |
        trung bình cả nước | tổn thương cơ thể | tổn hại sức khỏe | được biết | năm thực hiện |
        kết quả năm | kết quả điều tra | kết quả khảo sát | cho thấy | kết quả: | vẫn còn | hiện còn |
        còn khoảng | toàn tỉnh có | toàn huyện có | toàn xã có | cả nước có | đã đạt | đã có | đã giảm |
        đã tăng | đã được | đã hỗ trợ | đã tổ chức | đã xây dựng | đã mở | đã thành lập | đã triển khai |
        đã thực hiện | đã tập huấn | đã hoàn thành | đã duy trì | đã ban hành | đã tiếp nhận |
        đã phát hiện | đã can thiệp | đã xử lý | đã trợ giúp | đã tuyên truyền | đã nâng | đã kéo giảm |
        đã cung cấp | đã cấp
    """)
)
MONEY = Lexicon(listed("kinh phí | ngân sách | nguồn vốn | triệu đồng | tỷ đồng | dự toán"))
SHARE_OF = Lexicon(
    listed("tổng số | dân số | tổng | số | trong tổng số | so với tổng số | diện tích | trên tổng số")
)
