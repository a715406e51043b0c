"""What amends, replaces or corrects an issued document begins with what its drafter would copy, and says from where."""

import pytest

from plans.content.asking import content_of
from plans.content.bringing import brought
from plans.content.values import CameFrom, Content
from plans.content.words import words_in
from plans.issuing.workflow import perform
from plans.models import Action, Assignment, Document, Kind
from targets.models import Target
from tests.cast import a_plan, an_issued_plan

pytestmark = pytest.mark.django_db


def opened(action: Action, earlier: Document, office) -> Document:
    perform(action, earlier, office.lan)
    return earlier.later_relations.get().later


@pytest.fixture
def earlier(office) -> Document:
    return an_issued_plan(office.committee, number=7, targets=3, tasks=3)


def test_a_replacement_goes_on_from_every_word_and_every_mark(office, earlier):
    later = content_of(opened(Action.REPLACE, earlier, office))
    there = brought(content_of(earlier), earlier.pk)
    assert later.blocks == there.blocks
    assert list(words_in(later.blocks)) == list(words_in(there.blocks))


def test_each_block_of_a_replacement_remembers_the_one_it_was_brought_from(office, earlier):
    later = content_of(opened(Action.REPLACE, earlier, office))
    keys = [block.key for block in content_of(earlier).blocks]
    assert [block.source for block in later.blocks] == [CameFrom(earlier.pk, key) for key in keys]


def test_what_was_marked_after_the_issue_is_usual_in_a_replacement(office, earlier):
    later = content_of(opened(Action.REPLACE, earlier, office))
    assert {mark.added_at for _, mark in later.targets} == {""}
    assert {task.added_at for _, task in later.tasks} == {""}


def test_a_replacement_is_a_draft_of_its_own_rows(office, earlier):
    later = opened(Action.REPLACE, earlier, office)
    for rows in (
        Target.objects.filter(block__document=later),
        Assignment.objects.filter(task__block__document=later),
    ):
        assert rows.count() == 3
    assert Target.objects.filter(block__document=earlier).count() == 3


def test_the_replaced_act_is_the_last_of_the_grounds(office, earlier):
    *kept, last = content_of(opened(Action.REPLACE, earlier, office)).citations
    assert tuple(kept) == content_of(earlier).citations
    assert (last.number, last.type, last.date) == ("07/KH-UBND", "Kế hoạch", earlier.issued_on)


def test_an_amendment_takes_over_who_signs_and_receives_and_no_words(office, earlier):
    later, there = content_of(opened(Action.AMEND, earlier, office)), content_of(earlier)
    assert later.blocks == ()
    assert (later.recipients, later.signature_lines, later.signer) == (
        there.recipients,
        there.signature_lines,
        there.signer,
    )
    assert later.citations[-1].number == "07/KH-UBND"


def test_a_correction_is_a_letter_to_all_who_received_the_paper(office, earlier):
    letter = opened(Action.CORRECT, earlier, office)
    assert letter.kind == Kind.LETTER
    content = content_of(letter)
    assert content.addressees == ("UBND xã Tân Thành",)
    assert (content.blocks, content.citations) == ((), ())


def test_what_is_brought_says_the_same_to_every_reader(office):
    """Nothing but where it came from and when it was marked differs."""
    document = a_plan(office.committee)
    content = content_of(document)
    again = brought(content, document.pk)
    assert isinstance(again, Content)
    assert [block.printed for block in again.blocks] == [block.printed for block in content.blocks]
    assert [mark for _, mark in again.targets] == [mark for _, mark in content.targets]
