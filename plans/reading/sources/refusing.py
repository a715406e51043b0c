"""Why a file is not read. Every refusal of this room is one of these sentences."""

from childlabour.core.errors import Problem, Refusal


class Unreadable(Refusal):
    """The file cannot be read, or is no plan; `reason` is stable, for tests and statistics."""

    def __init__(self, reason: str):
        self.reason = reason
        super().__init__(Problem(SENTENCES[reason], field="file"))


SENTENCES = {
    "empty": "Tệp không có nội dung. Chọn lại tệp, hoặc dán phần chữ của văn bản.",
    "too_large": "Tệp lớn quá 20 MB. Bỏ bớt hình ảnh trong tệp rồi thử lại, hoặc dán phần chữ của văn bản.",
    "too_long": "Văn bản dài quá mức của một kế hoạch. Tách riêng phần kế hoạch rồi thử lại.",
    "too_many_marks": "Văn bản có quá nhiều chỉ tiêu, nhiệm vụ hoặc đoạn so với một kế hoạch. Tách riêng phần kế "
    "hoạch rồi thử lại.",
    "too_many_pages": "Tệp PDF có quá 500 trang. Tách riêng phần kế hoạch rồi thử lại.",
    "too_slow": "Đọc tệp này mất quá nhiều thời gian nên đã dừng lại. Mở tệp, chép phần chữ rồi dán "
    "thay cho tệp.",
    "crashed": "Tệp này làm bộ đọc dừng đột ngột, có thể tệp đã hỏng. Mở tệp, lưu lại thành tệp mới rồi thử "
    "lại.",
    "damaged_word": "Tệp Word bị hỏng hoặc bị cắt cụt. Mở bằng Word, lưu lại thành .docx rồi thử lại.",
    "damaged_pdf": "Tệp PDF bị hỏng hoặc bị cắt cụt. Tải lại tệp từ nơi gửi rồi thử lại.",
    "damaged_old_word": "Tệp .doc này không đọc được. Mở bằng Word, lưu lại thành .docx rồi thử lại.",
    "secret": "Văn bản mang dấu chỉ độ mật (MẬT, TỐI MẬT, TUYỆT MẬT) không được đọc vào hệ thống này: soạn và lưu trên "
    "máy, mạng dành cho bí mật nhà nước (Luật Bảo vệ bí mật nhà nước).",
    "encrypted": "Tệp được đặt mật khẩu. Bỏ mật khẩu, lưu lại rồi thử lại.",
    "macros": "Tệp có macro nên không được nhận. Mở bằng Word, lưu lại dạng .docx (không có macro) rồi thử "
    "lại.",
    "bomb": "Tệp nén bất thường, phần giải nén quá lớn so với tệp. Mở bằng Word, lưu lại thành .docx rồi thử "
    "lại.",
    "pressed_pdf": "Tệp PDF nén bất thường, phần giải nén quá lớn so với tệp. Mở tệp, in lại thành PDF mới hoặc "
    "dùng bản Word gốc rồi thử lại.",
    "too_heavy": "Đọc tệp này cần quá nhiều bộ nhớ nên đã dừng lại: tệp vẽ lặp hoặc nén bất thường. Mở tệp, lưu "
    "hoặc in lại thành tệp mới rồi thử lại.",
    "too_many_cells": "Bảng trong tệp có quá 10.000 ô, không phải bảng của một kế hoạch. Tách riêng phần kế hoạch "
    "rồi thử lại.",
    "nested": "Bảng trong tệp lồng nhau quá nhiều tầng. Bỏ bớt bảng lồng nhau rồi thử lại.",
    "entities": "Tệp Word có khai báo lạ trong phần XML nên không được nhận. Mở bằng Word, lưu lại rồi thử "
    "lại.",
    "scan": "Tệp PDF là ảnh chụp (bản quét), không có chữ để đọc. Dùng bản Word gốc, bản PDF xuất từ Word, "
    "hoặc nhận dạng chữ (OCR) rồi thử lại.",
    "no_antiword": "Máy chủ chưa đọc được tệp .doc đời cũ. Mở bằng Word, lưu lại thành .docx rồi thử lại.",
    "spreadsheet": "Đây là bảng tính, không phải văn bản. Chọn tệp Word, PDF hoặc văn bản thuần của kế "
    "hoạch.",
    "slides": "Đây là tệp trình chiếu, không phải văn bản. Chọn tệp Word, PDF hoặc văn bản thuần của kế "
    "hoạch.",
    "other_document": "Đây là tệp OpenDocument hoặc RTF. Mở bằng Word hoặc LibreOffice, lưu lại thành .docx "
    "rồi thử lại.",
    "archive": "Đây là tệp nén, không phải văn bản. Giải nén rồi chọn tệp Word, PDF hoặc văn bản thuần bên "
    "trong.",
    "picture": "Đây là tệp ảnh, không có chữ để đọc. Chọn tệp Word, PDF hoặc văn bản thuần của kế hoạch.",
    "unknown_type": "Không nhận ra loại tệp này. Chỉ đọc được .docx, .doc, .pdf (có chữ) và .txt.",
    "old_encoding": "Văn bản dùng bảng mã cũ (TCVN3 hoặc VNI). Chuyển sang Unicode (Unikey: Ctrl+Shift+F6) "
    "rồi thử lại.",
    "not_vietnamese": "Không thấy chữ tiếng Việt trong tệp. Xem lại tệp đã chọn.",
    "not_a_plan": "Nội dung tệp không giống kế hoạch hay văn bản chỉ đạo: không thấy tên loại, số ký hiệu, "
    "mục tiêu hay nhiệm vụ. Xem lại tệp đã chọn.",
    "other_kind": "Văn bản này không phải là kế hoạch, công văn, quyết định, báo cáo, tờ trình, thông báo hay "
    "biên bản. Xem lại tệp đã chọn.",
}
