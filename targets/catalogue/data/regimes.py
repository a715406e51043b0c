"""The regimes of reports on the programme, with the days of the general rule; the keeper types a province's own."""

from targets.catalogue.choices import Certainty, Frequency

from . import paper_law
from .pieces import RegimeData

_SUBJECTS = "Ủy ban nhân dân các cấp được giao thực hiện kế hoạch."
_RECEIVERS = "Ủy ban nhân dân cấp trên trực tiếp."
_WAY = "Nhập trên hệ thống hoặc gửi tệp theo biểu; khi hệ thống gián đoạn thì gửi văn bản, nhập sau."
_CONTENTS = "Số đạt, tổng số của từng chỉ tiêu trong kế hoạch; trường hợp không phát sinh cũng phải báo cáo."
_SOURCE = "NĐ 09/2019/NĐ-CP, Điều 7, Điều 12; thời hạn gửi theo thông lệ của địa phương."


def _regime(code: str, name: str, frequency: Frequency) -> RegimeData:
    return RegimeData(
        code=code,
        name=name,
        contents=_CONTENTS,
        subjects=_SUBJECTS,
        receivers=_RECEIVERS,
        way=_WAY,
        frequency=frequency,
        basis=paper_law.DECREE_09_2019,
        certainty=Certainty.SECOND_HAND,
        source=_SOURCE,
    )


MONTHLY = _regime("thang", "Báo cáo tháng về phòng ngừa, giảm thiểu lao động trẻ em", Frequency.MONTH)
QUARTERLY = _regime("quy", "Báo cáo quý về phòng ngừa, giảm thiểu lao động trẻ em", Frequency.QUARTER)
HALF_YEARLY = _regime(
    "6-thang", "Báo cáo 6 tháng về phòng ngừa, giảm thiểu lao động trẻ em", Frequency.HALF_YEAR
)
YEARLY = _regime("nam", "Báo cáo năm về phòng ngừa, giảm thiểu lao động trẻ em", Frequency.YEAR)
