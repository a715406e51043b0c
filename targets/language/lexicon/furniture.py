"""What stands on a page and is not of the document: credits, stamps, menus, cards of law sites, other news."""

from .patterns import listed

CREDITS = listed("""
    nguồn | nguồn tin | tin | tin, ảnh | tin bài | bài | ảnh | bài, ảnh | tác giả | người đăng | biên tập |
    theo
""")  # a colon follows
POSTED = listed("""
    thời gian đăng | ngày đăng | đăng ngày | đăng lúc | update | cập nhật | ngày cập nhật | lượt xem |
    lượt đọc | lượt truy cập | số lượt xem | xem với cỡ chữ | cỡ chữ | tổng truy cập
""")
PICTURES = listed("ảnh minh họa | ảnh sưu tầm | ảnh tư liệu | ảnh internet")
STAMPS = listed("""
    người ký | ký bởi | cơ quan | thời gian ký | ngày ký | email | signature not verified |
    digitally signed by | signer | chứng thực
""")  # a colon follows
# How an office says where it is reached, at the foot of its first page; a colon follows (NĐ 30/2020, III.4).
CONTACTS = listed("""
    trụ sở | địa chỉ | điện thoại | số điện thoại | đt | email | e-mail | thư điện tử | website | fax | số fax |
    trang thông tin điện tử | cổng thông tin điện tử
""")
HOME_PAGES = listed("trang chủ | home")
BUTTONS = listed("""
    in trang | in bài viết | gửi email | chia sẻ | quay lại | về đầu trang | đọc bài viết | nghe bài viết |
    facebook | zalo | twitter
""")
# What a law site says about a document, above the document.
CARD = listed("""
    số hiệu | loại văn bản | ngày ban hành | ngày có hiệu lực | ngày hiệu lực | cơ quan ban hành |
    nơi ban hành | người ký | lĩnh vực | tình trạng | ngày công báo | số công báo | trích yếu
""")
CARD_ALONE = listed("""
    bản tiếng việt | bản tiếng anh | lưu trữ | ghi chú | đăng nhập | đăng ký | hệ thống pháp luật
""")
SERVICES = listed("""
    tải về văn bản | tải về tệp | tải về file | đăng tải văn bản | đăng tải nội dung
""")
INVITATIONS = listed("để sử dụng toàn bộ tiện ích | nếu bạn là thành viên")

# Whose page it is: nobody's superior, wherever it stands.
OWNERS = listed("""
    © | bản quyền | copyright | thư viện pháp luật | thuvienphapluat | luatvietnam | luật việt nam | lawnet |
    hệ thống pháp luật | cơ sở dữ liệu quốc gia về văn bản pháp luật | cơ sở dữ liệu pháp luật | hotline |
    www. | http
""")
SITES = listed(".vn | .com | .net | .org")

NEWS = listed("tin | tin tức | tin bài | bài viết | bài | văn bản | thông tin")
OTHER = listed("""
    khác | mới | mới nhất | mới hơn | mới đăng | liên quan | cũ hơn | đã đưa | cùng chuyên mục | nổi bật |
    đọc nhiều | xem nhiều | tiếp theo | trước đó
""")  # behind NEWS: "Tin khác", "Các bài viết liên quan"
OTHER_NEWS = listed("các tin khác | các tin đã đưa | các tin mới | các tin tức khác")
COMMENTS = listed("viết bình luận | gửi bình luận")
BELOW_A_PAGE = listed("""
    bình luận | ý kiến | ý kiến bạn đọc | liên kết | liên kết web | liên kết website | thống kê truy cập |
    xem thêm | đọc thêm | có thể bạn quan tâm | tin cùng chuyên mục | chủ đề liên quan
""")
