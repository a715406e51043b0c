"""The siblings of the plan as papers: a report, a proposal of a room, decisions, minutes, a notice."""

from dataclasses import replace

from plans.paper.document import Letterhead, Paper, Recipients, SignatureBlock
from tests.content.writing import annex, article, clause, paragraph, part, runs
from tests.paper.papers import LONG, SHORT, district_document

DECIDES = paragraph(runs("**QUYẾT ĐỊNH:**"), key="decides", centred=True, level=1)
GROUNDS = (
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025",
    "Căn cứ Luật Trẻ em ngày 05 tháng 4 năm 2016",
    "Theo đề nghị của Trưởng phòng Văn hóa - Xã hội",
)
ENCLOSED = "(Kèm theo Quyết định số 05/QĐ-UBND ngày 03 tháng 01 năm 2024 của Ủy ban nhân dân huyện Hữu Lũng)"


def _sibling(kind: str, name: str, **changes) -> Paper:
    usual = {"kind": kind, "type_name": name, "symbol": f"{kind}-UBND", "citations": ()}
    return replace(district_document(), **usual | changes)


def report() -> Paper:
    return _sibling(
        "BC",
        "Báo cáo",
        title="Kết quả thực hiện Chương trình phòng ngừa, giảm thiểu lao động trẻ em năm 2024",
        addressees=("Ủy ban nhân dân tỉnh Lạng Sơn", "Sở Y tế tỉnh Lạng Sơn"),
        blocks=(
            paragraph("Ủy ban nhân dân huyện báo cáo kết quả như sau:"),
            part("I.", "Tình hình chung"),
            paragraph(LONG),
            part("II.", "Kết quả thực hiện"),
            clause("1.", "Truyền thông"),
            paragraph(LONG, "-"),
            clause("2.", "Hỗ trợ, can thiệp"),
            paragraph(LONG, "-"),
            paragraph(LONG, "-"),
            paragraph(SHORT, "-"),
            paragraph("Trên đây là Báo cáo kết quả thực hiện năm 2024.", level=1),
        ),
        recipients=Recipients(("Như trên", "Lưu: VT, VHXH")),
    )


def proposal_of_a_room() -> Paper:
    return _sibling(
        "TTr",
        "Tờ trình",
        symbol="TTr-VHXH",
        letterhead=Letterhead(("Phòng Văn hóa - Xã hội",), ("UBND xã Tân Thành",)),
        place_and_date="Tân Thành, ngày 03 tháng 01 năm 2024",
        title="Về việc ban hành Kế hoạch phòng ngừa, giảm thiểu lao động trẻ em năm 2024",
        addressees=("Ủy ban nhân dân xã Tân Thành",),
        blocks=(
            paragraph("Phòng Văn hóa - Xã hội trình Ủy ban nhân dân xã như sau:"),
            part("I.", "Sự cần thiết"),
            paragraph(LONG),
            paragraph("Kính trình Ủy ban nhân dân xã xem xét, quyết định.", level=1),
        ),
        recipients=Recipients(("Như trên", "Lưu: VT, VHXH")),
        signature=SignatureBlock(("KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG"), "Hoàng Thị Lan"),
    )


def decision_of_the_head() -> Paper:
    return _sibling(
        "QĐ",
        "Quyết định",
        title="Về việc khen thưởng tập thể, cá nhân có thành tích trong công tác trẻ em năm 2024",
        deciding="Chủ tịch Ủy ban nhân dân huyện Hữu Lũng",
        citations=GROUNDS,
        blocks=(
            DECIDES,
            article(
                "Điều 1.", "Tặng Giấy khen cho 03 tập thể và 05 cá nhân có tên trong danh sách kèm theo."
            ),
            article("Điều 2.", "Quyết định này có hiệu lực kể từ ngày ký."),
            article("Điều 3.", LONG),
        ),
        recipients=Recipients(("Như Điều 3", "Lưu: VT, VHXH")),
        signature=SignatureBlock(("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Vi Văn Hùng"),
    )


def decision_with_a_text() -> Paper:
    return _sibling(
        "QĐ",
        "Quyết định",
        title="Ban hành Quy chế phối hợp phòng ngừa, giảm thiểu lao động trẻ em",
        deciding="Ủy ban nhân dân huyện Hữu Lũng",
        citations=GROUNDS,
        blocks=(
            DECIDES,
            article("Điều 1.", "Ban hành kèm theo Quyết định này Quy chế phối hợp."),
            article("Điều 2.", "Quyết định này có hiệu lực kể từ ngày ký."),
            article("Điều 3.", LONG),
            annex("", "Quy chế phối hợp phòng ngừa, giảm thiểu lao động trẻ em", "rules"),
            article("Điều 1.", "Phạm vi điều chỉnh"),
            paragraph(LONG),
            article("Điều 2.", "Nguyên tắc phối hợp"),
            clause("1.", LONG, level=3),
            clause("2.", SHORT, level=3),
        ),
        recipients=Recipients(("Như Điều 3", "Lưu: VT, VHXH")),
        signature=SignatureBlock(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Vi Văn Hùng"),
        enclosed=ENCLOSED,
    )


def minutes() -> Paper:
    return _sibling(
        "BB",
        "Biên bản",
        title="Họp Ban Chỉ đạo công tác trẻ em huyện quý I năm 2024",
        place_and_date="",
        blocks=(
            paragraph("Thời gian bắt đầu: 08 giờ 00 phút, ngày 03 tháng 01 năm 2024."),
            paragraph("Địa điểm: phòng họp số 1, trụ sở Ủy ban nhân dân huyện Hữu Lũng."),
            paragraph("Nội dung (theo diễn biến cuộc họp):"),
            paragraph(LONG, "1."),
            paragraph(SHORT, "2."),
            paragraph("Cuộc họp kết thúc vào 11 giờ 30 phút, ngày 03 tháng 01 năm 2024.", level=1),
        ),
        recipients=Recipients(("Thành viên Ban Chỉ đạo", "Lưu: VT, Hồ sơ")),
        signature=SignatureBlock(("CHỦ TỌA",), "Vi Văn Hùng"),
        beside=SignatureBlock(("THƯ KÝ",), "Hoàng Thị Lan"),
    )


def notice() -> Paper:
    return _sibling(
        "TB",
        "Thông báo",
        title="Kết luận của Phó Chủ tịch Ủy ban nhân dân huyện tại cuộc họp về công tác trẻ em",
        blocks=(
            paragraph("Ngày 03 tháng 01 năm 2024, Phó Chủ tịch Ủy ban nhân dân huyện kết luận như sau:"),
            paragraph(LONG, "1."),
            paragraph(SHORT, "2."),
            paragraph("Ủy ban nhân dân huyện thông báo để các cơ quan biết, thực hiện.", level=1),
        ),
        recipients=Recipients(("Các phòng, ban, ngành huyện", "Lưu: VT")),
        signature=SignatureBlock(("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"), "Lê Thị Thu"),
    )


ALL = {
    maker.__name__: maker
    for maker in (
        report,
        proposal_of_a_room,
        decision_of_the_head,
        decision_with_a_text,
        minutes,
        notice,
    )
}
