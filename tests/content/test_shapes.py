"""A content is the same after it was JSON; what is no content is refused with its place."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings

from plans.content.faults import faults_of
from plans.content.parts import words_alone
from plans.content.shapes import MisshapenError, content_as_data, content_from
from plans.content.values import span_of
from tests.content.making import contents
from tests.content.writing import note, paragraph


@settings(deadline=None, max_examples=80)
@given(contents())
def test_a_content_comes_back_from_json_as_it_was(content):
    assert content_from(json.loads(json.dumps(content_as_data(content)))) == content


@settings(deadline=None, max_examples=80)
@given(contents())
def test_every_mark_lies_on_words_of_a_block_that_is_printed(content):
    assert not list(faults_of(content))
    printed = {block.key: block for block in words_alone(content.blocks)}
    for block, mark in content.targets:
        assert span_of(block, mark.id).strip() in printed[block.key].text
    for block, _ in content.tasks:
        assert block.key in printed


def test_the_words_alone_keep_the_calls_of_notes_and_nothing_else_that_hangs_on_them():
    from_note = paragraph((*_marked("Trẻ em", "n1"), *_marked(" 72%", "t1")))
    said, _ = words_alone((from_note, note("1", "Luật", "n1")))
    assert [run.marks for run in said.runs] == [("n1",), ()]
    assert said.text == "Trẻ em 72%"


def _marked(text, mark):
    return tuple(type(run)(run.text, marks=(mark,)) for run in paragraph(text, key="x").runs)


def test_what_a_block_was_declined_to_be_is_no_part_of_its_words():
    (said,) = words_alone((replace(paragraph("Trẻ em"), declined=frozenset({"task"})),))
    assert not said.declined


def test_recipients_may_be_plain_lines_as_exports_write_them():
    content = content_from({"recipients": ["Các trường học", {"text": "Lưu: VT"}], "blocks": []})
    assert [receiver.text for receiver in content.recipients] == ["Các trường học", "Lưu: VT"]


@pytest.mark.parametrize(
    "data",
    [
        {"blocks": [{"key": 1}]},
        {"blocks": [{"key": "a", "type": "verse", "level": 1}]},
        {"blocks": [{"key": "a", "type": "part", "level": 1, "declined": ["verse"]}]},
        {"blocks": 3},
    ],
)
def test_what_is_no_content_is_refused(data):
    with pytest.raises(MisshapenError):
        content_from(data)
