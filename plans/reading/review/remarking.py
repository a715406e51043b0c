"""What a draft says to the officer about itself: what is missing, doubtful, left out, worth a look. Pure."""

import re
from collections.abc import Iterator

from childlabour.core.vietnamese import short_date
from plans.citing.act import Span
from plans.reading.blocks.fitting import left_apart
from plans.reading.marks.goals import YearsOfGoals, period_in
from plans.reading.parts.draft import PassageRole, ReadDraft, Remark, Weight
from plans.reading.parts.ending import Foot
from plans.reading.parts.letterhead import Head
from plans.reading.sources.lines import TURNED, Source
from plans.reading.text.cleaning import CONTACT
from targets.language.deadlines import report_days
from targets.language.lexicon.patterns import any_of
from targets.language.lexicon.promising import EVERY_YEAR

from .slips import slips_in

_YEARLY = re.compile(any_of(EVERY_YEAR))
_MODEL = re.compile(r"\b[Mm]ô hình\s+[^.;:]{10,160}")


HEAD_MISSING = Remark(
    "head_missing",
    "Chỉ thấy phần nội dung, không thấy phần đầu văn bản (cơ quan, số, ngày, tên loại). Bổ sung trước khi lưu.",
    Weight.DOUBT,
)


def missing(head: Head, issuer: str, foot: Foot, period: YearsOfGoals) -> Iterator[Remark]:
    said = (
        (head.has_number_line and not head.number, "number_blank", "Số văn bản còn để trống."),
        (
            not head.has_number_line,
            "number_missing",
            "Không thấy dòng số, ký hiệu. Bổ sung nếu văn bản đã có số.",
        ),
        (head.date is None, "date_missing", "Không thấy ngày ban hành. Bổ sung nếu văn bản đã ban hành."),
        (not head.title, "title_missing", "Không thấy trích yếu dưới tên loại. Nhập trích yếu."),
        (not head.issuer and issuer, "issuer_from_text", f"Tên cơ quan lấy từ câu mở đầu: “{issuer}”."),
        (not issuer, "issuer_missing", "Không thấy tên cơ quan ban hành. Chọn cơ quan trước khi lưu."),
        (
            period.last is None,
            "period_missing",
            "Không thấy năm hoặc giai đoạn trong trích yếu. Nhập kỳ của kế hoạch.",
        ),
        (not foot.recipients, "recipients_missing", "Không thấy nơi nhận. Bổ sung trước khi trình."),
        (not foot.signer.lines, "authority_missing", "Không thấy quyền hạn, chức vụ người ký."),
        (bool(foot.signer.lines) and not foot.signer.name, "signer_missing", "Không thấy họ tên người ký."),
    )
    for is_so, code, message in said:
        if is_so:
            doubt = code in ("issuer_from_text", "issuer_missing", "period_missing", "title_missing")
            yield Remark(code, message, Weight.DOUBT if doubt else Weight.MISSING)


def remarks(source: Source) -> Iterator[Remark]:
    if "tracked_changes" in source.remarks:
        yield Remark(
            "tracked_changes",
            "Tệp Word còn theo dõi thay đổi; đã đọc như khi chấp nhận mọi thay đổi. Kiểm tra lại các chỗ đã "
            "sửa.",
            Weight.DOUBT,
        )
    if TURNED in source.remarks:
        yield Remark(
            "turned",
            "Tệp có ký tự ẩn đảo chiều chữ: chữ hiện trên màn hình có thể khác thứ tự trong tệp. Ký tự ẩn đã bỏ, chữ "
            "giữ theo thứ tự trong tệp. So lại với bản giấy.",
            Weight.DOUBT,
        )
    if "nested_tables" in source.remarks:
        yield Remark(
            "nested_tables",
            "Tệp Word có bảng lồng trong bảng; chữ của bảng bên trong được giữ, mỗi dòng một đoạn trong ô chứa nó.",
            Weight.DOUBT,
        )


LEFT_OUT_BECAUSE = {
    "note": "Dấu hoặc ghi chú bên lề, không thuộc nội dung văn bản.",
    "page_number": "Số trang, không thuộc nội dung văn bản.",
    "running_head": "Dòng đầu trang hoặc chân trang, không thuộc nội dung văn bản.",
    "repeated_head": "Hàng đầu của bảng in lại ở trang sau, không thuộc nội dung văn bản.",
    "debris": "Đường kẻ hoặc ký hiệu trang trí, không thuộc nội dung văn bản.",
    "menu": "Trình đơn hoặc nút bấm của trang web, không thuộc nội dung văn bản.",
    "other_news": "Tin khác trên cùng trang web, không thuộc nội dung văn bản.",
    "credit": "Nguồn tin, ngày đăng hoặc chú thích ảnh, không thuộc nội dung văn bản.",
}


def seen_in(draft: ReadDraft) -> Iterator[Remark]:
    period = period_in(draft.title)
    year = period.last if period.last == period.first else None
    year = year or (draft.date.year if draft.date else None)
    for place, passage in enumerate(draft.passages):
        if passage.left_out == CONTACT:
            continue
        if passage.left_out:
            yield Remark("left_out", LEFT_OUT_BECAUSE[passage.left_out], Weight.NOTE, Span(place))
            continue
        yield from slips_in(passage.text, place)
        if draft.roles[place] in (PassageRole.TEXT, PassageRole.CLOSING):
            if days := report_days(passage.text, year):
                yearly = _YEARLY.search(passage.text)
                listed = ", ".join(
                    short_date(day).removesuffix(f"/{day.year}" if yearly else "") for day in days
                )
                listed += " hằng năm" if yearly else ""
                yield Remark("report_duty", f"Chế độ báo cáo, hạn: {listed}.", Weight.NOTE, Span(place))
            for found in _MODEL.finditer(passage.text):
                yield Remark(
                    "model",
                    "Mô hình được nêu trong văn bản.",
                    Weight.NOTE,
                    Span(place, found.start(), found.end()),
                )
    for target in draft.targets:
        if target.is_doubtful:
            yield Remark(
                "target_doubtful",
                "Kiểm tra: câu này có phải là chỉ tiêu không.",
                Weight.DOUBT,
                target.spans[0],
            )
    yield from left_apart(draft)
    if any(section.is_annex for section in draft.sections):
        yield Remark("annex", "Văn bản có phụ lục; nội dung phụ lục đứng sau phần ký.", Weight.DOUBT)


_ORDER = {Weight.DOUBT: 0, Weight.MISSING: 1, Weight.NOTE: 2}


def ordered(findings: tuple[Remark, ...]) -> tuple[Remark, ...]:
    """Doubtful ones first, then what is missing, then notes; each kind in the order of the text."""
    return tuple(sorted(findings, key=lambda f: (_ORDER[f.weight], f.span.passage if f.span else -1)))
