"""What an office said of last year's paper itself: the contact stays, urgency does not."""

from dataclasses import replace

import pytest

from plans.content.asking import content_of
from plans.content.laying import lay
from plans.content.values import Handling
from plans.drafting.starting import Start, start_from_last_year
from tests.cast import a_plan

pytestmark = pytest.mark.django_db


def test_last_years_urgency_is_not_this_years(office):
    earlier = a_plan(office.committee)
    said = Handling("at_once", "within_the_office", "PL.(300)", ("Điện thoại: 1",))
    lay(replace(content_of(earlier), handling=said), earlier)
    draft = start_from_last_year(Start(office.committee, 2024, office.lan), earlier)
    assert content_of(draft).handling == Handling(contact=("Điện thoại: 1",))
