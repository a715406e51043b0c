"""One answer of one unit to one metric in one period, in its versions. The share is reckoned, never kept."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Coalesce

from childlabour.core import lengths
from childlabour.core.fields import LineField, NumberField, ProseField
from targets.models import Indicator, Target
from targets.reckoning.replies import DECIMALS, MOST_DIGITS, FigureState, Reply

from .filing import Filing

# The two ways to say what was answered, as one column of unique constraints.
INDICATOR, TARGET = Coalesce("indicator", 0), Coalesce("target", 0)


class FigureStanding(models.TextChoices):
    """Whose turn it is with this version."""

    TYPED = "typed", "đang nhập"
    SENT = "sent", "chờ duyệt"
    RETURNED = "returned", "trả lại"
    ACCEPTED = "accepted", "đã chấp nhận"
    PAST = "past", "đã có bản sau"


PENDING = (FigureStanding.TYPED, FigureStanding.SENT)
LATEST = (*PENDING, FigureStanding.RETURNED)


class FigureQuerySet(models.QuerySet["Figure"]):
    def accepted(self) -> Self:
        return self.filter(standing=FigureStanding.ACCEPTED)

    def sent(self) -> Self:
        """What was sent last, whether it is accepted already or not."""
        newer = Figure.objects.filter(
            Q(indicator=OuterRef("indicator")) | Q(target=OuterRef("target")),
            filing=OuterRef("filing"),
            standing=FigureStanding.SENT,
        )
        return self.filter(
            Q(standing=FigureStanding.SENT) | (Q(standing=FigureStanding.ACCEPTED) & ~Exists(newer))
        )


class Figure(models.Model):
    """A version. Of one metric at most one is pending (typed or sent), at most one accepted; the rest is history."""

    filing = models.ForeignKey(
        Filing, verbose_name="số liệu của đơn vị", on_delete=models.PROTECT, related_name="figures"
    )
    indicator = models.ForeignKey(
        Indicator,
        verbose_name="chỉ số",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="figures",
    )
    target = models.ForeignKey(
        Target,
        verbose_name="chỉ tiêu không có chỉ số",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="figures",
    )
    version = models.PositiveSmallIntegerField("lần", default=1)
    standing = models.CharField(
        "đang ở bước", max_length=8, choices=FigureStanding, default=FigureStanding.TYPED
    )
    state = models.CharField("tình trạng", max_length=22, choices=FigureState)
    numerator = NumberField("số đạt", max_digits=MOST_DIGITS, decimal_places=DECIMALS, null=True, blank=True)
    denominator = NumberField(
        "tổng số", max_digits=MOST_DIGITS, decimal_places=DECIMALS, null=True, blank=True
    )
    is_estimate = models.BooleanField("số ước", default=False)
    note = ProseField("ghi chú", blank=True)
    evidence = LineField(
        "hồ sơ chứng minh", max_length=300, blank=True, help_text="Số, ký hiệu văn bản; nơi lưu hồ sơ."
    )
    typed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="cán bộ nhập",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    typed_by_name = models.CharField("người nhập", max_length=lengths.FULL_NAME)
    typed_at = models.DateTimeField("nhập lúc")
    settled_by_name = models.CharField("người duyệt", max_length=lengths.FULL_NAME, blank=True)
    settled_at = models.DateTimeField("duyệt lúc", null=True, blank=True)
    reason = ProseField("lý do trả lại, mở khóa", blank=True)
    unlocked_at = models.DateTimeField("mở khóa lúc", null=True, blank=True)

    objects = FigureQuerySet.as_manager()

    class Meta:
        verbose_name = "số liệu"
        verbose_name_plural = "số liệu"
        ordering = ["filing", "pk"]
        constraints = [
            models.CheckConstraint(
                name="measuring_figure_of_one_metric",
                condition=Q(indicator=None, target__isnull=False) | Q(indicator__isnull=False, target=None),
                violation_error_message="Số liệu là của một chỉ số, hoặc của một chỉ tiêu không có chỉ số.",
            ),
            models.UniqueConstraint(
                F("filing"),
                INDICATOR,
                TARGET,
                F("version"),
                name="measuring_figure_version_once",
                violation_error_message="Lần nhập này đã có.",
            ),
            models.UniqueConstraint(
                F("filing"),
                INDICATOR,
                TARGET,
                condition=Q(standing__in=PENDING),
                name="measuring_figure_pending_once",
                violation_error_message="Số liệu này đang có một bản chờ duyệt.",
            ),
            models.UniqueConstraint(
                F("filing"),
                INDICATOR,
                TARGET,
                condition=Q(standing=FigureStanding.ACCEPTED),
                name="measuring_figure_accepted_once",
                violation_error_message="Số liệu này đã có một bản được chấp nhận.",
            ),
            models.CheckConstraint(
                name="measuring_figure_numbers_go_with_state",
                condition=Q(state=FigureState.FIGURE, numerator__isnull=False)
                | (
                    ~Q(state__in=[FigureState.FIGURE, FigureState.NOT_REPORTED])
                    & Q(numerator=None, denominator=None)
                ),
                violation_error_message="Có số liệu thì phải có số đạt; không có thì không ghi số.",
            ),
            models.CheckConstraint(
                name="measuring_figure_numbers_in_range",
                condition=(Q(numerator=None) | Q(numerator__gte=0))
                & (Q(denominator=None) | Q(denominator__gt=0)),
                violation_error_message="Số đạt không được âm, tổng số phải lớn hơn 0.",
            ),
            models.CheckConstraint(
                name="measuring_figure_not_collected_says_why",
                condition=~Q(state=FigureState.NOT_COLLECTED) | ~Q(note=""),
                violation_error_message="Không thu thập được thì phải ghi lý do.",
            ),
            models.CheckConstraint(
                name="measuring_figure_returned_says_why",
                condition=~Q(standing=FigureStanding.RETURNED) | ~Q(reason=""),
                violation_error_message="Trả lại thì phải ghi lý do.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.filing}: {self.indicator or self.target}"

    @property
    def key(self) -> str:
        """As of its `Metric`."""
        return f"i{self.indicator_id}" if self.indicator_id else f"t{self.target_id}"

    @property
    def reply(self) -> Reply:
        return Reply(self.state, self.numerator, self.denominator, self.is_estimate, self.note, self.evidence)

    @property
    def is_locked(self) -> bool:
        """Accepted, and not opened for correction by the office above."""
        return self.standing == FigureStanding.ACCEPTED and self.unlocked_at is None


# Which columns of an indicator ask for which parts.
BY = {"by_sex": "sex", "by_age_band": "age", "by_ethnicity": "people", "by_branch": "branch"}


class Split(models.TextChoices):
    """By what a figure is told apart, and into which parts."""

    GIRLS = "sex:f", "nữ"
    BOYS = "sex:m", "nam"
    UNDER_13 = "age:0", "dưới 13 tuổi"
    FROM_13 = "age:13", "từ 13 đến dưới 15 tuổi"
    FROM_15 = "age:15", "từ 15 đến dưới 18 tuổi"
    KINH = "people:kinh", "dân tộc Kinh"
    OTHERS = "people:others", "các dân tộc khác"
    FARMING = "branch:farming", "nông, lâm nghiệp, thủy sản"
    INDUSTRY = "branch:industry", "công nghiệp, xây dựng"
    SERVICES = "branch:services", "dịch vụ"


def splits_of(indicator: Indicator | None) -> list[list[Split]]:
    """The ways in which a figure is told apart, each with its parts: `[[GIRLS, BOYS], …]`."""
    kinds = [kind for column, kind in BY.items() if indicator is not None and getattr(indicator, column)]
    return [[part for part in Split if part.value.startswith(f"{kind}:")] for kind in kinds]


class FigurePart(models.Model):
    """How many of a figure's numerator are girls, under 13, in farming …"""

    figure = models.ForeignKey(Figure, verbose_name="số liệu", on_delete=models.CASCADE, related_name="parts")
    part = models.CharField("phần", max_length=16, choices=Split)
    numerator = models.PositiveIntegerField("số đạt")

    class Meta:
        verbose_name = "phần của số liệu"
        verbose_name_plural = "các phần của số liệu"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["figure", "part"],
                name="measuring_part_once",
                violation_error_message="Phần này đã ghi.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_part_display()}: {self.numerator}"
