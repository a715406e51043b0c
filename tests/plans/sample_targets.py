"""Every target of the five samples, word for word (typing errors of the news put right), and its parts.

Sentences that share a tail in the news ("90% A, 80% B được C") stand here with it, one target each.
"""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Expected:
    sample: str
    sentence: str
    comparator: str  # "=" ">" "<" "min"; "" for one in words only
    value: Decimal | None
    group: str | None
    horizon: int
    ages: tuple[int, int] | None = None
    condition: str = ""


TARGETS = (
    Expected(
        "10",
        "100% trẻ em có nguy cơ, lao động trẻ em và trẻ em bị mua bán vì mục đích bóc lột sức lao "
        "động khi có thông báo được hỗ trợ, can thiệp kịp thời, được quản lý, theo dõi",
        "=",
        Decimal(100),
        "MT1",
        2024,
        condition="khi có thông báo",
    ),
    Expected(
        "10",
        "Trên 72% trẻ em có nguy cơ, lao động trẻ em được tiếp cận giáo dục phổ thông và đào tạo nghề "
        "phù hợp",
        ">",
        Decimal(72),
        "MT1",
        2024,
    ),
    Expected(
        "10",
        "100% cán bộ, giáo viên trong các cơ sở giáo dục được cung cấp thông tin, kiến thức về phòng "
        "ngừa, giảm thiểu lao động trẻ em",
        "=",
        Decimal(100),
        "MT2",
        2024,
    ),
    Expected(
        "10",
        "Trên 58% cha mẹ, người chăm sóc trẻ và trẻ em được tiếp cận các sản phẩm truyền thông, được "
        "cung cấp thông tin, kiến thức về phòng ngừa, giảm thiểu lao động trẻ em",
        ">",
        Decimal(58),
        "MT2",
        2024,
    ),
    Expected(
        "10",
        "Trên 78% doanh nghiệp, hợp tác xã được cung cấp thông tin, kiến thức về phòng ngừa, giảm "
        "thiểu lao động trẻ em",
        ">",
        Decimal(78),
        "MT2",
        2024,
    ),
    Expected(
        "10",
        "100% công chức, viên chức làm công tác bảo vệ trẻ em các cấp được tập huấn cung cấp kiến "
        "thức, kỹ năng về quản lý, phòng ngừa, phát hiện, hỗ trợ, can thiệp giảm thiểu lao động trẻ "
        "em",
        "=",
        Decimal(100),
        "MT3",
        2024,
    ),
    Expected(
        "10",
        "Trên 80% cộng tác viên thôn bản được tập huấn cung cấp kiến thức, kỹ năng về phòng ngừa, "
        "phát hiện, hỗ trợ, can thiệp giảm thiểu lao động trẻ em",
        ">",
        Decimal(80),
        "MT3",
        2024,
    ),
    Expected(
        "10",
        "Trên 75% doanh nghiệp, hợp tác xã được tập huấn, bồi dưỡng kiến thức, kỹ năng về phòng ngừa, "
        "phát hiện, hỗ trợ, can thiệp giảm thiểu lao động trẻ em",
        ">",
        Decimal(75),
        "MT3",
        2024,
    ),
    Expected(
        "Hà Đông",
        "Giảm tỷ lệ lao động trẻ em và người chưa thành niên (tính từ 5 đến 17 tuổi) dưới 1%",
        "<",
        Decimal(1),
        "MT1",
        2025,
        ages=(5, 17),
    ),
    Expected(
        "Hà Đông",
        "100% trẻ em có nguy cơ, lao động trẻ em và trẻ em bị mua bán vì mục đích bóc lột sức lao "
        "động khi có thông báo được hỗ trợ, can thiệp kịp thời, được quản lý, theo dõi",
        "=",
        Decimal(100),
        "MT1",
        2025,
        condition="khi có thông báo",
    ),
    Expected(
        "Hà Đông",
        "90% trẻ em có nguy cơ, lao động trẻ em được tiếp cận giáo dục phổ thông và đào tạo nghề phù hợp",
        "=",
        Decimal(90),
        "MT1",
        2025,
    ),
    Expected(
        "Hà Đông",
        "90% cán bộ, giáo viên trong các cơ sở giáo dục, cơ sở nuôi dưỡng trẻ em được cung cấp thông "
        "tin, kiến thức về phòng ngừa, giảm thiểu lao động trẻ em",
        "=",
        Decimal(90),
        "MT2",
        2025,
    ),
    Expected(
        "Hà Đông",
        "80% cha mẹ, người chăm sóc trẻ em được cung cấp thông tin, kiến thức về phòng ngừa, giảm "
        "thiểu lao động trẻ em",
        "=",
        Decimal(80),
        "MT2",
        2025,
    ),
    Expected(
        "Hà Đông",
        "85% trẻ em được cung cấp thông tin, kiến thức về phòng ngừa, giảm thiểu lao động trẻ em",
        "=",
        Decimal(85),
        "MT2",
        2025,
    ),
    Expected(
        "Hà Đông",
        "90% doanh nghiệp, hợp tác xã, hộ gia đình đặc biệt là doanh nghiệp vừa và nhỏ, hợp tác xã, "
        "hộ gia đình trong các làng nghề được cung cấp thông tin, kiến thức về phòng ngừa, giảm thiểu "
        "lao động trẻ em",
        "=",
        Decimal(90),
        "MT2",
        2025,
    ),
    Expected(
        "Hà Đông",
        "90% công chức, viên chức quận được tập huấn kiến thức, kỹ năng về quản lý, phòng ngừa, phát "
        "hiện, hỗ trợ, can thiệp giảm thiểu lao động trẻ em",
        "=",
        Decimal(90),
        "MT3",
        2025,
    ),
    Expected(
        "Hà Đông",
        "90% cán bộ, công chức phường ngành Lao động - Thương binh và Xã hội, các cơ quan, tổ chức có "
        "liên quan đến vấn đề lao động trẻ em được tập huấn kiến thức, kỹ năng về quản lý, phòng "
        "ngừa, phát hiện, hỗ trợ, can thiệp giảm thiểu lao động trẻ em",
        "=",
        Decimal(90),
        "MT3",
        2025,
    ),
    Expected(
        "Hà Đông",
        "90% doanh nghiệp, đặc biệt doanh nghiệp vừa và nhỏ, hợp tác xã được tập huấn các kiến thức, "
        "kỹ năng về phòng ngừa, phát hiện, hỗ trợ, can thiệp giảm thiểu lao động trẻ em",
        "=",
        Decimal(90),
        "MT3",
        2025,
    ),
    Expected(
        "Hà Đông",
        "70% hợp tác xã, hộ gia đình, đặc biệt hợp tác xã, hộ gia đình trong các làng nghề được tập "
        "huấn các kiến thức, kỹ năng về phòng ngừa, phát hiện, hỗ trợ, can thiệp giảm thiểu lao động "
        "trẻ em",
        "=",
        Decimal(70),
        "MT3",
        2025,
    ),
    Expected(
        "Hà Đông",
        "Tiếp tục duy trì tỷ lệ lao động trẻ em và người chưa thành niên (tính từ 5 đến 17 tuổi) dưới 1%",
        "<",
        Decimal(1),
        "DH2030",
        2030,
        ages=(5, 17),
    ),
    Expected(
        "Hà Đông",
        "Giảm tối đa tỷ lệ lao động trẻ em và người chưa thành niên làm công việc nặng nhọc, độc hại, "
        "nguy hiểm trong số lao động trẻ em và người chưa thành niên",
        "min",
        None,
        "DH2030",
        2030,
    ),
    Expected(
        "BR-VT",
        "Kiểm soát và kéo giảm số lượng trẻ em bị xâm hại, trẻ em bị tai nạn thương tích, tử vong do "
        "tai nạn thương tích đến mức thấp nhất",
        "min",
        None,
        None,
        2023,
    ),
    Expected(
        "BR-VT",
        "Giảm tối đa tình trạng trẻ em rơi vào hoàn cảnh đặc biệt",
        "min",
        None,
        None,
        2023,
    ),
    Expected(
        "Tân Thành",
        "Nâng cao nhận thức, năng lực và trách nhiệm của chính quyền các cấp, các ngành, các tổ chức "
        "liên quan, người sử dụng lao động, cộng đồng, cha mẹ và trẻ em về lao động trẻ em",
        "",
        None,
        "MT2",
        2023,
    ),
    Expected(
        "Tân Thành",
        "100% trẻ em lao động trái quy định của pháp luật khi có thông báo, phát hiện được hỗ trợ, "
        "can thiệp kịp thời",
        "=",
        Decimal(100),
        "MT1",
        2023,
        condition="khi có thông báo, phát hiện",
    ),
)
