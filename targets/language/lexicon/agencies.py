"""Names of agencies and offices: by what they begin, how they are written, in which fields they work."""

from .patterns import any_of, folded, listed, single

COMMITTEES = listed("UBND | Ủy ban nhân dân | Uỷ ban nhân dân")
COMMITTEE_OPENINGS = listed("UBND | Ủy ban | Uỷ ban")

# By what a name begins. "Phòng" is apart: see AN_AGENCY.
AGENCIES = listed("""
    ủy ban nhân dân | ubnd | hội đồng nhân dân | hđnd | sở | ban chỉ đạo | bcđ | ban quản lý | ban | bộ | cục |
    tổng cục | chi cục | vụ | văn phòng | trung tâm | trường | liên đoàn lao động | công đoàn | hội | đoàn |
    tỉnh đoàn | tổng liên đoàn | tổng công ty | tổng hội | trung ương | quân đoàn | huyện đoàn | thành đoàn |
    ủy ban | ubmttq | mặt trận tổ quốc | mttq | công an | bộ chỉ huy | ban chỉ huy | tỉnh ủy | huyện ủy |
    đảng ủy | thành ủy | quận ủy | đảng bộ | tòa án | viện kiểm sát | thanh tra | kho bạc | bảo hiểm |
    ngân hàng | bệnh viện | trạm y tế | hợp tác xã | liên minh | viện | công chức | các trường | tổ chức |
    thường trực | ban thường vụ | chính phủ | thủ tướng | quốc hội
""")
# Who else is given duties in a plan, besides agencies.
ACTORS = listed("""
    ban, ngành | ban ngành | cơ quan | đơn vị | đoàn thể | ngành | thành viên | bộ phận | cán bộ |
    cộng tác viên | buôn | già làng | người có uy tín | tổ bảo vệ | đài truyền thanh | đài phát thanh | trạm |
    nhà trường | thôn | tổ dân phố | khu phố | ấp | trưởng thôn | trưởng ban | trưởng các | ông | bà |
    tổ trưởng | trưởng bản | trưởng ấp | trưởng khu phố | trưởng xóm | đồn biên phòng | đồn | thống kê tỉnh |
    thống kê thành phố | kiểm lâm | thuế tỉnh | quỹ bảo trợ | chủ tịch | phó chủ tịch | lãnh đạo | thủ trưởng |
    giám đốc | hiệu trưởng | người đứng đầu | chánh văn phòng | trưởng phòng | trưởng công an | bí thư | đài |
    báo | cổng thông tin | tổ công tác | hội đồng | ban giám hiệu | các cấp ủy | xã | phường | thị trấn |
    huyện | quận | thành phố | doanh nghiệp | gia đình | khối | chi hội | chi đoàn | bệnh xá | cơ sở | tổ |
    đ/c | cảnh sát | bảo vệ | nhân viên | giáo viên | tổng phụ trách | chủ cơ sở | chủ các cơ sở |
    chủ sử dụng lao động | chủ doanh nghiệp |
    chủ hộ |
    người sử dụng lao động | ủy viên | chuyên viên | đội ngũ | lực lượng | công an viên | chi bộ | hộ |
    hộ kinh doanh |
    điện lực | bưu điện | viễn thông | kho bạc | đảng viên | hội viên | thư ký | phụ huynh | cha mẹ |
    nhà thiếu nhi |
    nhà văn hóa | hạt kiểm lâm | hạt quản lý | đội quản lý | nhân viên y tế
""")
NO_OFFICE = listed("chống | ngừa | bệnh | cháy | dịch | tránh | hộ")  # "Phòng ngừa …": what is done
AN_OFFICE = r"phong(?!,? (?:chong|ngua))"  # "Phòng Nội vụ", not "Phòng, chống …"
AN_AGENCY = rf"(?:{any_of(folded(AGENCIES))}|{AN_OFFICE})"  # of folded text

# Who makes a plan, as sentences name them; "Phòng" and "Ban chỉ đạo" stand in `issuer_of`.
ISSUERS = (*COMMITTEES, *listed("Sở | Liên đoàn | Hội | Bộ | Công đoàn"))
ISSUERS_IN_NEWS = (*ISSUERS, "Tỉnh đoàn")
ISSUERS_IN_PLANS = (*ISSUERS, "Trường")


def issuer_of(names: tuple[str, ...]) -> str:
    """A pattern of the beginning of an issuer's name; "Phòng, chống" and "Phòng ngừa" begin none."""
    return rf"(?:{any_of(names)}|Phòng(?!,| chống| ngừa)|Ban [Cc]hỉ đạo)"


# After the title of an act: with whom the sentence goes on.
SPEAKING = (
    *COMMITTEE_OPENINGS,
    *listed("Sở | Phòng | Ban | Bộ | Hội | Liên đoàn | Trường | Trung tâm | Công an | Huyện | Chủ tịch"),
)
OPENING_A_TEXT = (*COMMITTEE_OPENINGS, *listed("Sở | Phòng | Ban | Hội"))
# What a line of a letterhead's left column begins with; a blank follows.
ON_LETTERHEADS = listed("""
    sở | bộ | phòng | ban | hội | tỉnh | liên đoàn | tổng | huyện | quận | xã | phường | thành phố | thị |
    đoàn
""")

# --- How a name in capitals is written in a sentence (NĐ 30/2020, Phụ lục II) --------------------------

# Syllables that stay small; everything else of a name in capitals is a proper noun.
SMALL = single("""
    ủy | uỷ | ban | nhân | dân | hội | đồng | huyện | quận | tỉnh | xã | phường | thị | trấn | thành | phố |
    đặc | khu | và | các | của | về | chỉ | đạo | hành | thường | trực | đoàn | liên | lao | động | quản | lý |
    phòng | trường | trung | tâm | công | tác
""")
ALWAYS_SMALL = single("và | tỉnh | huyện")
OPENING_COMMITTEES = single("ủy | uỷ")  # "TỈNH ỦY": no name of a place
KEPT_IN_CAPITALS = single("UBND | HĐND | UBMTTQ | MTTQ | LĐTBXH | LĐTB&XH | TP | TP. | BCĐ | TNCS")
FIELDS = listed("""
    Lao động - Thương binh và Xã hội | Lao động - Thương binh - Xã hội | Lao động, Thương binh và Xã hội |
    Giáo dục và Đào tạo | Văn hóa và Thông tin | Văn hóa - Xã hội | Văn hóa, Thể thao và Du lịch | Nội vụ |
    Y tế | Tài chính - Kế hoạch | Bảo vệ, chăm sóc, giáo dục trẻ em | Liên hiệp Phụ nữ |
    Mặt trận Tổ quốc Việt Nam | Thanh niên Cộng sản Hồ Chí Minh
""")
# A first line of a name that ends so goes on in the next one: "BAN CHỈ ĐẠO" / "PHÒNG, CHỐNG …".
BROKEN_OFF = listed("chỉ đạo | chăm sóc")
JOINTS_OF_NAMES = listed("và | của")

# By which words a list of recipients takes in many units of one function: "Các trường học", "các đoàn thể xã".
TAKEN_IN_BY = {
    "school": listed("trường"),
    "union": listed("đoàn thể | tổ chức chính trị | thành viên"),
    "front": listed("mttq | mặt trận"),
    "committee": listed("các xã | các huyện | cấp xã | xã, phường | huyện, thị xã"),
    "police": listed("công an"),
    "children": listed("lđtb | lao động"),
}
