"""Words that are written one way only, words that may be said twice, and known slips of scanning."""

from .patterns import listed, single

# --- Slips --------------------------------------------------------------------------------------------

# Pairs of syllables that officials write all day and that have only these spellings.
WRITTEN_SO = listed("""
    giảm thiểu | lao động | gia đình | kiến thức | triển khai | tổ chức | phòng ngừa | can thiệp | hỗ trợ |
    phát hiện | tuyên truyền | truyền thông | kế hoạch | thực hiện | trách nhiệm | nâng cao | nhận thức |
    năng lực | cộng đồng | chính quyền | pháp luật | quy định | tập huấn | công chức | viên chức | giáo viên |
    doanh nghiệp | chăm sóc | bóc lột | tiếp cận | giáo dục | phổ thông | phù hợp | kịp thời | theo dõi |
    giám sát | địa phương | phối hợp | báo cáo | mục tiêu | nhiệm vụ | giải pháp | nguồn lực | kinh phí |
    ngân sách | trẻ em | xâm hại | nguy cơ | hoàn cảnh | đặc biệt | cung cấp | kỹ năng | nghèo đói |
    thành viên | cơ quan | đơn vị
""")
ALSO_RIGHT = single("""
    truyền thống | thành niên | thanh niên | gia định | giả định | cùng cấp | theo đội | theo đôi | theo đối |
    có quan
""")  # alike but for their marks
# Here the letter itself is wrong, or one letter more or less.
MISREAD = {
    "tao động trẻ em": "lao động trẻ em",
    "lao đông": "lao động",
    "chưa thành niến": "chưa thành niên",
    "chưa thành nien": "chưa thành niên",
    "đế mọi": "để mọi",
    "vhxxh": "VHXH",
    "chi cục thế": "Chi cục thuế",
}
AFTER_A_PAGE_NUMBER = listed("nguy cơ | hoạt động | biện pháp | hành vi | quy định")  # "các 12 hoạt động"

# --- Said twice ---------------------------------------------------------------------------------------

# One syllable said twice is a word of its own in these; a pair of syllables said twice never is.
REDUPLICATED = single("""
    dần | luôn | thường | từ | đời | ngày | người | nhà | nơi | mãi | rất | chung | riêng | lâu | sớm |
    tháng | năm | khác | gần | xa | nhanh | vừa | đều | ba | thôn | bản | xã
""")
# "hành vi vi phạm", "Ủy ban ban hành": the end of one word and the beginning of the next.
ENDING = single("""
    hành vi | ủy ban | cơ quan | hỗ trợ | tổ chức | xã hội | cán bộ | công tác | thành viên | địa phương |
    giải pháp | biện pháp | nhân dân | quy định | thực hiện | phát hiện
""")
BEGINNING = single("""
    vi phạm | ban hành | quan tâm | quan trọng | quan hệ | trợ giúp | trợ cấp | chức năng | chức danh |
    hội nhập | hội nghị | hội viên | bộ đội | bộ phận | bộ máy | tác động | viên chức | phương án |
    phương tiện | phương thức | pháp luật | pháp lý | dân tộc | dân cư | dân số | định hướng | định kỳ |
    định mức | hiện nay | hiện hành | hiện có
""")
# Joint words of one syllable that scanning and typing print twice.
SMALL_WORDS = listed("các | và | của | cho | với | trong | được | là | để | về | những")
EXPLAINED = single("TW | COVID | TT | STT")  # abbreviations that need no full words
