"""What a paper of old times is: when it was entered, what it was compared with, where the original lies."""

from dataclasses import dataclass
from datetime import date

from django.utils.timezone import localtime

from childlabour.core.vietnamese import short_date
from plans.models import Action, Document, Issue, Scan


@dataclass(frozen=True)
class OldPaper:
    entered_on: date | None  # None: still on its way
    compared_on: date | None  # None: nobody compared it with a scan
    by_one_person: bool = False
    from_letters: bool = False  # compared with a PDF that was made of it then, not with a scan of the paper

    @property
    def words(self) -> str:
        if self.entered_on is None:
            return (
                "Văn bản ban hành trước khi dùng hệ thống, đang được nhập lại: giữ số, ngày, người ký đã in; "
                "không cấp số, không ký ở đây."
            )
        source = "tệp PDF gốc" if self.from_letters else "bản quét"
        again = f"nhập lại từ {source}" if self.compared_on else "nhập lại"
        said = [
            f"Văn bản ban hành trước khi dùng hệ thống, {again} ngày {short_date(self.entered_on)}; "
            "bản gốc là bản giấy do cơ quan ban hành giữ.",
            f"Nội dung trùng với {source} đã đối chiếu ngày {short_date(self.compared_on)}."
            if self.compared_on
            else "Chưa có bản quét để đối chiếu.",
        ]
        if self.by_one_person:
            said.append("Cơ quan chỉ có một người nên một người vừa nhập vừa đối chiếu.")
        return " ".join(said)


def old_paper_of(document: Document) -> OldPaper | None:
    """None for what was written here. Nothing more is asked of it; of an old paper that is issued, three queries."""
    if not document.is_of_old_times:
        return None
    if not document.is_issued:
        return OldPaper(None, None)
    entered = Issue.objects.filter(document=document).values_list("issued_at", flat=True).first()
    scan = Scan.objects.filter(document=document).defer("pdf").first()
    compared = scan.confirmed_at if scan else None
    alone = document.events.filter(action=Action.CARRY_OVER).exclude(exception="").exists()
    return OldPaper(
        localtime(entered or document.created_at).date(),
        localtime(compared).date() if compared else None,
        by_one_person=alone and compared is not None,
        from_letters=scan is not None and scan.resolution is None,
    )
