"""The real papers that the product brings stop nobody."""

from plans.privacy.asking import open_mentions
from plans.privacy.shown import shown_by


def test_no_sample_is_asked_about(samples):
    for document in samples.values():
        assert open_mentions(shown_by(document)) == []
