"""The programme against child labour: its groups of objectives, and what each of them measures.

Who holds the figures is known from practice, not from the decision (marked so in docs/decisions/0016).
"""

from typing import Any

from childlabour.units.models import PlaceLevel
from targets.catalogue.choices import DirectionChoice, EmptyTotal, WorkField, ZeroMeaning

from . import children_law
from .pieces import GroupData, IndicatorData, ProgrammeData

CHILD_LABOUR_UNTIL_2020 = ProgrammeData(
    code="lao-dong-tre-em-2016-2020",
    name="Chương trình phòng ngừa, giảm thiểu lao động trẻ em",
    act=children_law.DECISION_1023,
    period_from=2016,
    period_to=2020,
)
CHILD_LABOUR = ProgrammeData(
    code="lao-dong-tre-em-2021-2025",
    name="Chương trình phòng ngừa, giảm thiểu trẻ em lao động trái quy định của pháp luật",
    act=children_law.DECISION_782,
    period_from=2021,
    period_to=2025,
    orientation_year=2030,
    replaces=CHILD_LABOUR_UNTIL_2020,
)

PREVENTION = GroupData(
    programme=CHILD_LABOUR,
    order=1,
    code="MT1",
    name="Phòng ngừa, phát hiện, hỗ trợ, can thiệp lao động trẻ em và trẻ em có nguy cơ trở thành lao động "
    "trẻ em",
)
COMMUNICATION = GroupData(
    programme=CHILD_LABOUR,
    order=2,
    code="MT2",
    name="Truyền thông về phòng ngừa và giảm thiểu lao động trẻ em",
)
TRAINING = GroupData(
    programme=CHILD_LABOUR,
    order=3,
    code="MT3",
    name="Đào tạo, tập huấn về phòng ngừa, giảm thiểu lao động trẻ em",
)
ORIENTATION = GroupData(programme=CHILD_LABOUR, order=4, code="DH2030", name="Định hướng đến năm 2030")

AT_RISK = "trẻ em có nguy cơ, lao động trẻ em"
GENERAL_SCHOOL = "được tiếp cận giáo dục phổ thông"
VOCATIONAL_TRAINING = "được tiếp cận đào tạo nghề phù hợp"
INFORMED = "được cung cấp thông tin, kiến thức về phòng ngừa, giảm thiểu lao động trẻ em"
TRAINED = "được tập huấn về phòng ngừa, phát hiện, hỗ trợ, can thiệp giảm thiểu lao động trẻ em"
PERSONS_NOT_ATTENDANCES = "Đếm số người, mỗi người một lần trong năm; số lượt người tham gia là số liệu khác."
SCHOOLS = "Các trường, cơ sở nuôi dưỡng báo cáo qua Phòng Văn hóa - Xã hội"
REGISTER_OF_BUSINESSES = "Sổ đăng ký hộ kinh doanh, hợp tác xã của Phòng Kinh tế"


def _share(group: GroupData, code: str, people: str, outcome: str, **more: Any) -> IndicatorData:
    """How many of `people` reach the outcome."""
    return IndicatorData(
        group=group,
        code=code,
        basis=children_law.DECISION_782,
        name=f"Tỷ lệ {people} {outcome}",
        numerator=f"Số {people} {outcome} trong kỳ",
        denominator=f"Tổng số {people} trên địa bàn",
        **more,
    )


# --- Mục tiêu 1 -------------------------------------------------------------------------------------------

RATE = IndicatorData(
    group=PREVENTION,
    code="1.1",
    basis=children_law.DECISION_782,
    name="Tỷ lệ lao động trẻ em và người chưa thành niên từ 5 đến 17 tuổi",
    definition="Người từ 5 đến 17 tuổi làm việc trái quy định của pháp luật về lao động.",
    numerator="Số người từ 5 đến 17 tuổi lao động trái quy định của pháp luật",
    denominator="Tổng số người từ 5 đến 17 tuổi trên địa bàn",
    direction=DirectionChoice.DOWN,
    age_from=5,
    age_to=17,
    zero_means=ZeroMeaning.GOOD,
    empty_total_means=EmptyTotal.ERROR,
    held_by=WorkField.CHILDREN,
    data_source="Phòng Văn hóa - Xã hội rà soát qua cộng tác viên thôn, bản; tổng số theo dữ liệu dân cư của "
    "Công an xã.",
    by_sex=True,
    by_age_band=True,
    by_ethnicity=True,
    by_branch=True,
    note="4,9% của cả nước là kết quả điều tra mẫu; số rà soát của một xã không so trực tiếp được với nó.",
)
HELPED = IndicatorData(
    group=PREVENTION,
    code="1.2",
    basis=children_law.DECISION_782,
    name="Tỷ lệ trẻ em có nguy cơ, lao động trẻ em và trẻ em bị mua bán vì mục đích bóc lột sức lao động "
    "khi có thông báo được hỗ trợ, can thiệp kịp thời, được quản lý, theo dõi",
    numerator="Số trường hợp được hỗ trợ, can thiệp kịp thời trong kỳ",
    denominator="Tổng số trường hợp có thông báo trong kỳ; không có thông báo nào là “không phát sinh”",
    empty_total_means=EmptyTotal.NOTHING_AROSE,
    held_by=WorkField.CHILDREN,
    data_source="Phòng Văn hóa - Xã hội; Tổng đài 111; Công an xã.",
    by_sex=True,
    by_age_band=True,
    note="Trường hợp kéo dài sang kỳ sau tính vào kỳ có thông báo.",
)
SCHOOLED = _share(
    PREVENTION,
    "1.3",
    AT_RISK,
    "được tiếp cận giáo dục phổ thông và đào tạo nghề phù hợp",
    empty_total_means=EmptyTotal.NOBODY,
    held_by=WorkField.EDUCATION,
    data_source=f"{SCHOOLS}; cộng tác viên thôn, bản.",
    by_sex=True,
    by_age_band=True,
    note="Có tỉnh giao riêng hai phần: giáo dục phổ thông (1.3a), đào tạo nghề (1.3b).",
)
SCHOOLED_GENERALLY = _share(
    PREVENTION,
    "1.3a",
    AT_RISK,
    GENERAL_SCHOOL,
    part_of=SCHOOLED,
    empty_total_means=EmptyTotal.NOBODY,
    held_by=WorkField.EDUCATION,
    data_source=f"{SCHOOLS}.",
    by_sex=True,
    by_age_band=True,
)
TRAINED_FOR_WORK = _share(
    PREVENTION,
    "1.3b",
    AT_RISK,
    VOCATIONAL_TRAINING,
    part_of=SCHOOLED,
    empty_total_means=EmptyTotal.NOBODY,
    held_by=WorkField.EDUCATION,
    data_source="Cơ sở giáo dục nghề nghiệp; Phòng Văn hóa - Xã hội.",
    by_sex=True,
    by_age_band=True,
)

# --- Mục tiêu 2 -------------------------------------------------------------------------------------------

TEACHERS_INFORMED = _share(
    COMMUNICATION,
    "2.1",
    "cán bộ, giáo viên trong các cơ sở giáo dục",
    INFORMED,
    empty_total_means=EmptyTotal.NOBODY,
    held_by=WorkField.EDUCATION,
    data_source=f"{SCHOOLS}.",
    note=f"Cả cơ sở nuôi dưỡng trẻ em. {PERSONS_NOT_ATTENDANCES}",
)
PARENTS_INFORMED = _share(
    COMMUNICATION,
    "2.2",
    "cha mẹ, người chăm sóc trẻ em",
    INFORMED,
    empty_total_means=EmptyTotal.ERROR,
    held_by=WorkField.CHILDREN,
    data_source="Phòng Văn hóa - Xã hội; trường học; Hội Liên hiệp Phụ nữ xã.",
    note=PERSONS_NOT_ATTENDANCES,
)
CHILDREN_INFORMED = _share(
    COMMUNICATION,
    "2.3",
    "trẻ em",
    INFORMED,
    empty_total_means=EmptyTotal.ERROR,
    held_by=WorkField.CHILDREN,
    data_source="Trường học; Phòng Văn hóa - Xã hội.",
    by_sex=True,
    note=PERSONS_NOT_ATTENDANCES,
)
BUSINESSES_INFORMED = _share(
    COMMUNICATION,
    "2.4",
    "doanh nghiệp, hợp tác xã, hộ gia đình",
    INFORMED,
    empty_total_means=EmptyTotal.NOBODY,
    held_by=WorkField.BUSINESS,
    data_source=f"{REGISTER_OF_BUSINESSES}.",
    by_branch=True,
    note="Chú trọng doanh nghiệp vừa và nhỏ, hợp tác xã, hộ gia đình trong các làng nghề.",
)
FAMILIES_INFORMED = _share(
    COMMUNICATION,
    "2.5",
    "cha mẹ, người chăm sóc trẻ và trẻ em (tính chung)",
    INFORMED,
    empty_total_means=EmptyTotal.ERROR,
    held_by=WorkField.CHILDREN,
    data_source="Phòng Văn hóa - Xã hội; trường học; Hội Liên hiệp Phụ nữ xã.",
    note=f"Hai đối tượng tính chung thì không so được với riêng 2.2 hoặc 2.3. {PERSONS_NOT_ATTENDANCES}",
)

# --- Mục tiêu 3 -------------------------------------------------------------------------------------------

OFFICIALS_TRAINED = _share(
    TRAINING,
    "3.1",
    "công chức, viên chức cấp tỉnh, cấp huyện",
    TRAINED,
    empty_total_means=EmptyTotal.ERROR,
    held_by=WorkField.HOME_AFFAIRS,
    data_source="Sở Nội vụ, Sở Y tế.",
    lowest_level=PlaceLevel.PROVINCE,
    note="Không giao cho cấp xã. Từ 01/7/2025 không còn cấp huyện.",
)
COMMUNE_OFFICIALS_TRAINED = _share(
    TRAINING,
    "3.2",
    "cán bộ, công chức cấp xã",
    TRAINED,
    empty_total_means=EmptyTotal.ERROR,
    held_by=WorkField.HOME_AFFAIRS,
    data_source="Phòng Văn hóa - Xã hội (nội vụ).",
)
BUSINESSES_TRAINED = _share(
    TRAINING,
    "3.3",
    "doanh nghiệp, hợp tác xã",
    TRAINED,
    empty_total_means=EmptyTotal.NOBODY,
    held_by=WorkField.BUSINESS,
    data_source=f"{REGISTER_OF_BUSINESSES}.",
    by_branch=True,
)
HOUSEHOLDS_TRAINED = _share(
    TRAINING,
    "3.4",
    "hợp tác xã, hộ gia đình",
    TRAINED,
    empty_total_means=EmptyTotal.NOBODY,
    held_by=WorkField.BUSINESS,
    data_source=f"{REGISTER_OF_BUSINESSES}.",
    by_branch=True,
    note="Hợp tác xã có cả ở 3.3 và 3.4: mỗi hợp tác xã chỉ đếm ở một nơi.",
)
VOLUNTEERS_TRAINED = _share(
    TRAINING,
    "3.5",
    "cộng tác viên thôn, bản",
    TRAINED,
    empty_total_means=EmptyTotal.NOBODY,
    held_by=WorkField.CHILDREN,
    data_source="Phòng Văn hóa - Xã hội.",
)

# --- Định hướng 2030 --------------------------------------------------------------------------------------

HAZARDOUS_RATE = IndicatorData(
    group=ORIENTATION,
    code="4.1",
    basis=children_law.DECISION_782,
    name="Tỷ lệ lao động trẻ em và người chưa thành niên làm công việc nặng nhọc, độc hại, nguy hiểm",
    numerator="Số lao động trẻ em và người chưa thành niên làm công việc nặng nhọc, độc hại, nguy hiểm",
    denominator="Tổng số lao động trẻ em và người chưa thành niên trên địa bàn",
    direction=DirectionChoice.DOWN,
    age_from=5,
    age_to=17,
    zero_means=ZeroMeaning.GOOD,
    empty_total_means=EmptyTotal.NOTHING_AROSE,
    held_by=WorkField.LABOUR,
    data_source="Phòng Văn hóa - Xã hội; kiểm tra an toàn, vệ sinh lao động.",
    by_sex=True,
    by_age_band=True,
    by_branch=True,
)
