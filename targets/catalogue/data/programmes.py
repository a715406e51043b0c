"""The other programmes about children that plans name. Their objectives are not measured here yet.

"Tiêu chí xã, phường phù hợp với trẻ em" (QĐ 06/QĐ-TTg) has no period, so it is an act and no programme.
"""

from . import acts
from .pieces import ProgrammeData

FOR_CHILDREN = ProgrammeData(
    code="vi-tre-em-2021-2030",
    name="Chương trình hành động quốc gia vì trẻ em",
    act=acts.DECISION_23,
    period_from=2021,
    period_to=2030,
)
AGAINST_VIOLENCE = ProgrammeData(
    code="bao-luc-xam-hai-2020-2025",
    name="Kế hoạch hành động phòng, chống bạo lực, xâm hại trẻ em",
    act=acts.DECISION_1863,
    period_from=2020,
    period_to=2025,
)
AGAINST_INJURIES = ProgrammeData(
    code="tai-nan-thuong-tich-2021-2030",
    name="Chương trình phòng, chống tai nạn, thương tích trẻ em",
    act=acts.DECISION_1248,
    period_from=2021,
    period_to=2030,
)
# The two schemes run from 2018 by their decisions; some papers print "2019-2025".
FIRST_YEARS = ProgrammeData(
    code="nam-dau-doi-2018-2025",
    name="Đề án chăm sóc vì sự phát triển toàn diện trẻ em trong những năm đầu đời tại gia đình và cộng đồng",
    act=acts.DECISION_1437,
    period_from=2018,
    period_to=2025,
)
DISABLED_CHILDREN = ProgrammeData(
    code="tre-khuyet-tat-2018-2025",
    name="Đề án hỗ trợ trẻ em khuyết tật tiếp cận các dịch vụ bảo vệ, chăm sóc, giáo dục tại cộng đồng",
    act=acts.DECISION_1438,
    period_from=2018,
    period_to=2025,
)
MENTAL_HEALTH_AND_ORPHANS = ProgrammeData(
    code="tam-than-mo-coi-2023-2030",
    name="Chương trình chăm sóc sức khỏe tâm thần trẻ em, chăm sóc trẻ em mồ côi",
    act=acts.DECISION_1591,
    period_from=2023,
    period_to=2030,
)
