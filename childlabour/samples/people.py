"""The people of the demo: invented, named after nobody, and only made by `load_samples`."""

from dataclasses import dataclass

from childlabour.units.models import PostKind, Role

from . import units
from .shapes import PersonData

DEMO_PASSWORD = "thu-nghiem-2023"


@dataclass(frozen=True)
class DemoAccount:
    """One row of the table that is shown to whoever starts the demo."""

    username: str
    password: str
    who: str
    may: str


LAN = PersonData(
    username="lan",
    full_name="Hoàng Thị Lan",
    post="Chuyên viên",
    unit=units.LABOUR_HUU_LUNG,
    roles=frozenset({Role.DRAFTER}),
)
HUNG = PersonData(
    username="hung",
    full_name="Vi Văn Hùng",
    post="Phó Chủ tịch",
    unit=units.UBND_HUU_LUNG,
    roles=frozenset({Role.LEADER}),
    post_kind=PostKind.DEPUTY,
)
THU = PersonData(
    username="thu",
    full_name="Lê Thị Thu",
    post="Văn thư",
    unit=units.UBND_HUU_LUNG,
    roles=frozenset({Role.CLERK}),
    post_kind=PostKind.CLERK,
)
# In a commune one person wears several hats: he writes its plan and answers for its tasks.
PAO = PersonData(
    username="pao",
    full_name="Giàng A Páo",
    post="Công chức Văn hóa - Xã hội",
    unit=units.CULTURE_TAN_THANH,
    roles=frozenset({Role.DRAFTER, Role.RESPONDER}),
)
MAI = PersonData(
    username="mai",
    full_name="Nguyễn Thị Mai",
    post="Chuyên viên",
    unit=units.LABOUR_DIEN_BIEN_DONG,
    roles=frozenset({Role.DRAFTER, Role.RESPONDER}),
)
KEEPER = PersonData(
    username="quantri",
    full_name="Trần Văn Sơn",
    post="",
    unit=None,
    roles=frozenset({Role.KEEPER}),
)
PEOPLE = (LAN, HUNG, THU, PAO, MAI, KEEPER)

DEMO_ACCOUNTS = tuple(
    DemoAccount(person.username, DEMO_PASSWORD, who, may)
    for person, who, may in (
        (LAN, "Chuyên viên Phòng LĐTBXH-DT huyện Hữu Lũng", "soạn và trình văn bản của huyện"),
        (HUNG, "Lãnh đạo UBND huyện Hữu Lũng", "duyệt, ký hoặc trả lại văn bản của huyện"),
        (THU, "Văn thư UBND huyện Hữu Lũng", "cấp số, vào sổ, ban hành"),
        (PAO, "Công chức xã Tân Thành", "soạn kế hoạch của xã, thực hiện việc được giao"),
        (MAI, "Chuyên viên Phòng LĐTBXH huyện Điện Biên Đông", "soạn văn bản của một huyện khác"),
        (KEEPER, "Quản trị hệ thống", "mọi dữ liệu, tại trang quản trị"),
    )
)
