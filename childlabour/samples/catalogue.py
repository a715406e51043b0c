"""The catalogue: programmes about children, and what the one against child labour measures."""

from targets.models.programme import DirectionChoice

from .shapes import GroupData, IndicatorData, ProgrammeData

AT_RISK = "trẻ em có nguy cơ, lao động trẻ em"
INFORMED = "được cung cấp thông tin, kiến thức về phòng ngừa, giảm thiểu lao động trẻ em"
TRAINED = "được tập huấn về phòng ngừa, phát hiện, hỗ trợ, can thiệp giảm thiểu lao động trẻ em"


def _share(code: str, people: str, outcome: str, counted: str = "") -> IndicatorData:
    """How many of `people` reach the outcome; `counted` when not all of them are counted."""
    return IndicatorData(
        code=code,
        name=f"Tỷ lệ {people} {outcome}",
        numerator=f"Số {people} {outcome} trong kỳ",
        denominator=f"Tổng số {counted or people} trên địa bàn",
    )


# --- Mục tiêu 1 -------------------------------------------------------------------------------------------

RATE = IndicatorData(
    code="1.1",
    name="Tỷ lệ lao động trẻ em và người chưa thành niên từ 5 đến 17 tuổi",
    numerator="Số người từ 5 đến 17 tuổi lao động trái quy định của pháp luật",
    denominator="Tổng số người từ 5 đến 17 tuổi trên địa bàn",
    direction=DirectionChoice.DOWN,
)
HELPED = IndicatorData(
    code="1.2",
    name="Tỷ lệ trẻ em có nguy cơ, lao động trẻ em và trẻ em bị mua bán vì mục đích bóc lột sức lao động "
    "khi có thông báo được hỗ trợ, can thiệp kịp thời, được quản lý, theo dõi",
    numerator="Số trường hợp được hỗ trợ, can thiệp kịp thời trong kỳ",
    denominator="Tổng số trường hợp có thông báo trong kỳ; không có thông báo nào là “không phát sinh”",
)
SCHOOLED = _share("1.3", AT_RISK, "được tiếp cận giáo dục phổ thông và đào tạo nghề phù hợp")

# --- Mục tiêu 2 -------------------------------------------------------------------------------------------

TEACHERS_INFORMED = _share("2.1", "cán bộ, giáo viên trong các cơ sở giáo dục", INFORMED)
PARENTS_INFORMED = _share("2.2", "cha mẹ, người chăm sóc trẻ em", INFORMED)
CHILDREN_INFORMED = _share("2.3", "trẻ em", INFORMED)
BUSINESSES_INFORMED = _share("2.4", "doanh nghiệp, hợp tác xã, hộ gia đình", INFORMED)
# One joint figure for two populations cannot be compared with 2.2 or 2.3 alone.
FAMILIES_INFORMED = _share("2.5", "cha mẹ, người chăm sóc trẻ và trẻ em (tính chung)", INFORMED)

# --- Mục tiêu 3 -------------------------------------------------------------------------------------------

OFFICIALS_TRAINED = _share("3.1", "công chức, viên chức cấp tỉnh, cấp huyện", TRAINED)
COMMUNE_OFFICIALS_TRAINED = _share("3.2", "cán bộ, công chức cấp xã", TRAINED)
BUSINESSES_TRAINED = _share("3.3", "doanh nghiệp, hợp tác xã", TRAINED)
HOUSEHOLDS_TRAINED = _share("3.4", "hợp tác xã, hộ gia đình", TRAINED)
VOLUNTEERS_TRAINED = _share("3.5", "cộng tác viên thôn, bản", TRAINED)

# --- Định hướng 2030 --------------------------------------------------------------------------------------

HAZARDOUS_RATE = IndicatorData(
    code="4.1",
    name="Tỷ lệ lao động trẻ em và người chưa thành niên làm công việc nặng nhọc, độc hại, nguy hiểm",
    numerator="Số lao động trẻ em và người chưa thành niên làm công việc nặng nhọc, độc hại, nguy hiểm",
    denominator="Tổng số lao động trẻ em và người chưa thành niên trên địa bàn",
    direction=DirectionChoice.DOWN,
)

PREVENTION = GroupData(
    code="MT1",
    name="Phòng ngừa, phát hiện, hỗ trợ, can thiệp lao động trẻ em và trẻ em có nguy cơ trở thành lao động "
    "trẻ em",
    indicators=(RATE, HELPED, SCHOOLED),
)
COMMUNICATION = GroupData(
    code="MT2",
    name="Truyền thông về phòng ngừa và giảm thiểu lao động trẻ em",
    indicators=(
        TEACHERS_INFORMED,
        PARENTS_INFORMED,
        CHILDREN_INFORMED,
        BUSINESSES_INFORMED,
        FAMILIES_INFORMED,
    ),
)
TRAINING = GroupData(
    code="MT3",
    name="Đào tạo, tập huấn về phòng ngừa, giảm thiểu lao động trẻ em",
    indicators=(
        OFFICIALS_TRAINED,
        COMMUNE_OFFICIALS_TRAINED,
        BUSINESSES_TRAINED,
        HOUSEHOLDS_TRAINED,
        VOLUNTEERS_TRAINED,
    ),
)
ORIENTATION = GroupData(code="DH2030", name="Định hướng đến năm 2030", indicators=(HAZARDOUS_RATE,))

CHILD_LABOUR_UNTIL_2020 = ProgrammeData(
    code="lao-dong-tre-em-2016-2020",
    name="Chương trình phòng ngừa, giảm thiểu lao động trẻ em",
    decision="Quyết định số 1023/QĐ-TTg ngày 07/6/2016 của Thủ tướng Chính phủ",
    period_from=2016,
    period_to=2020,
)
CHILD_LABOUR = ProgrammeData(
    code="lao-dong-tre-em-2021-2025",
    name="Chương trình phòng ngừa, giảm thiểu trẻ em lao động trái quy định của pháp luật",
    decision="Quyết định số 782/QĐ-TTg ngày 27/5/2021 của Thủ tướng Chính phủ",
    period_from=2021,
    period_to=2025,
    orientation_year=2030,
    replaces=CHILD_LABOUR_UNTIL_2020,
    groups=(PREVENTION, COMMUNICATION, TRAINING, ORIENTATION),
)
FOR_CHILDREN = ProgrammeData(
    code="vi-tre-em-2021-2030",
    name="Chương trình hành động quốc gia vì trẻ em",
    decision="Quyết định số 23/QĐ-TTg ngày 07/01/2021 của Thủ tướng Chính phủ",
    period_from=2021,
    period_to=2030,
)
AGAINST_VIOLENCE = ProgrammeData(
    code="bao-luc-xam-hai-2020-2025",
    name="Kế hoạch hành động phòng, chống bạo lực, xâm hại trẻ em",
    decision="Quyết định số 1863/QĐ-TTg ngày 23/12/2019 của Thủ tướng Chính phủ",
    period_from=2020,
    period_to=2025,
)
AGAINST_INJURIES = ProgrammeData(
    code="tai-nan-thuong-tich-2021-2030",
    name="Chương trình phòng, chống tai nạn, thương tích trẻ em",
    decision="Quyết định số 1248/QĐ-TTg ngày 19/7/2021 của Thủ tướng Chính phủ",
    period_from=2021,
    period_to=2030,
)
# The two schemes run from 2018 by their decisions; the emulation movement of 2023 prints "2019-2025".
FIRST_YEARS = ProgrammeData(
    code="nam-dau-doi-2018-2025",
    name="Đề án chăm sóc vì sự phát triển toàn diện trẻ em trong những năm đầu đời tại gia đình và cộng đồng",
    decision="Quyết định số 1437/QĐ-TTg ngày 29/10/2018 của Thủ tướng Chính phủ",
    period_from=2018,
    period_to=2025,
)
DISABLED_CHILDREN = ProgrammeData(
    code="tre-khuyet-tat-2018-2025",
    name="Đề án hỗ trợ trẻ em khuyết tật tiếp cận các dịch vụ bảo vệ, chăm sóc, giáo dục tại cộng đồng",
    decision="Quyết định số 1438/QĐ-TTg ngày 29/10/2018 của Thủ tướng Chính phủ",
    period_from=2018,
    period_to=2025,
)
# "Tiêu chí xã, phường, thị trấn phù hợp với trẻ em" (QĐ 06/QĐ-TTg) has no period, so it is no programme here.
PROGRAMMES = (
    CHILD_LABOUR_UNTIL_2020,
    CHILD_LABOUR,
    FOR_CHILDREN,
    AGAINST_VIOLENCE,
    AGAINST_INJURIES,
    FIRST_YEARS,
    DISABLED_CHILDREN,
)
