"""Signs and words by which a text falls into sentences and items, or goes on in the next line."""

from .patterns import listed, single

DASHES = single("- | + | * | • | ·")
BULLETS = DASHES | single("‣ | ○ | ► | ✓ | #") | {"|"}
MARKS = BULLETS | {")", "."}  # with "a)" and "1." before them
ENDS = frozenset([";", "!", "?", "|"])

# "TP. Hồ Chí Minh": the dot ends no sentence.
SHORT_FORMS = single("""
    tp | tx | tt | tm | kt | tl | tuq | q | p | h | ths | ts | pgs | gs | bs | đ | vd | v | stt | tr | ct | pct
""")
# A line that ends so goes on in the next one.
GOES_ON_IN_NEXT_LINE = single("""
    , | - | và | của | các | với | cho | về | theo | ngành | bộ | sở | ban | trên | dưới | năm | từ |
    đến | là | có
""")
# No paragraph ends with such a word: "của" / "Ủy ban nhân dân tỉnh".
LEADING_ON = listed("của | các | với | cho | về | theo | tại | ở | trong | do | bởi | giữa")
# A name or a title that ends so is not whole.
UNFINISHED = listed("của | và | giữa | với")

# Counted in words: "Một là, …", "Thứ hai, …".
ONE_TO_EIGHT = listed("một | hai | ba | bốn | năm | sáu | bảy | tám")
ONE_TO_TEN = (*ONE_TO_EIGHT, *listed("chín | mười"))
ONE_TO_FIFTEEN = (*ONE_TO_TEN, *listed("mười một | mười hai | mười ba | mười bốn | mười lăm"))
FIRST_TO_THIRD = {"nhất": 1, "hai": 2, "ba": 3}

# Words of a name behind a dash: "Lao động - Thương binh", "kinh tế - xã hội", "Tài chính – Kế toán".
BEHIND_DASHES = listed("Thương binh | xã hội | Xã hội | Kế toán | Tự do | Hạnh phúc | Gia đình | Trẻ em")
