"""What the samples promise: 21 figures and 4 targets in words, each held against the one above it."""

from decimal import Decimal

import pytest

from targets.models import Indicator, Target
from targets.statements import drift

from .sample_targets import TARGETS, Expected

FIVE = ("10", "Hà Đông", "BR-VT", "464", "Tân Thành")


def targets_of(document) -> list[Target]:
    return list(
        Target.objects.filter(block__document=document).select_related("group", "upper__block__document")
    )


@pytest.mark.parametrize("name", FIVE)
def test_every_target_of_a_sample_is_there_with_its_parts(samples, name):
    stored = [
        Expected(
            sample=name,
            sentence=target.sentence,
            comparator=target.comparator,
            value=target.value,
            group=target.group.code if target.group else None,
            horizon=target.horizon,
            ages=(target.age_from, target.age_to) if target.age_from else None,
            condition=target.condition,
        )
        for target in targets_of(samples[name])
    ]
    assert stored == [target for target in TARGETS if target.sample == name]


def test_the_five_samples_hold_21_figures_and_4_targets_in_words(samples):
    """Tân Thành's one in words, Hà Đông's, and the two of the emulation movement."""
    ours = Target.objects.filter(block__document__in=[samples[name] for name in FIVE])
    assert (ours.numeric().count(), ours.qualitative().count()) == (21, 4)


def test_the_parts_of_every_target_are_what_its_sentence_says(samples):
    every = Target.objects.all()
    assert {target.sentence: drift(target.sentence, target.statement) for target in every} == {
        target.sentence: () for target in every
    }


NATIONAL = [
    ("<=", Decimal("4.9"), 2025),
    ("=", Decimal(100), 2025),
    (">", Decimal(90), 2025),
    ("=", Decimal(90), 2025),
    ("=", Decimal(70), 2025),
    ("=", Decimal(70), 2025),
    ("=", Decimal(90), 2025),
    ("=", Decimal(90), 2025),
    ("=", Decimal(70), 2025),
    ("<=", Decimal("4.5"), 2030),
    ("min", None, 2030),
]


def test_the_national_programme_promises_what_decision_782_does(samples):
    assert [(t.comparator, t.value, t.horizon) for t in targets_of(samples["782"])] == NATIONAL


def test_a_target_is_held_against_the_one_above_it_up_to_the_state(samples):
    target = Target.objects.get(block__document=samples["Tân Thành"], value=100)
    chain = []
    while target:
        chain.append(target.block.document.code or "Tân Thành")
        target = target.upper
    assert chain == ["Tân Thành", "192/KH-UBND", "187/KH-UBND", "782/QĐ-TTg"]


def test_the_upper_target_says_what_the_state_asks_for(samples):
    pairs = [
        (target.measure, target.upper.measure if target.upper else None)
        for target in targets_of(samples["10"])
    ]
    assert pairs == [
        ("100%", "100%"),
        ("trên 72%", "trên 90%"),
        ("100%", "90%"),
        ("trên 58%", "70%"),
        ("trên 78%", "90%"),
        ("100%", "90%"),
        ("trên 80%", None),
        ("trên 75%", None),
    ]


def test_every_target_of_the_programme_is_measured_by_an_indicator_of_the_catalogue(samples):
    without = Target.objects.filter(indicator=None).values_list("block__document", flat=True)
    in_words_only = {samples["192"].pk, samples["Tân Thành"].pk, samples["BR-VT"].pk}
    of_every_level = {samples["10"].pk}  # officials "các cấp" are counted by no indicator
    assert set(without) == in_words_only | of_every_level
    assert not Indicator.objects.filter(targets=None, part_of=None).exists()
