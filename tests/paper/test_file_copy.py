"""The line that keeps a copy is known however an office types it, and written as the decree wants it."""

import pytest

from plans.paper.file_copy import file_copy, is_file_copy, kept_by, lacks_colon, with_colon


@pytest.mark.parametrize(
    "line", ["Lưu: VT", "Lưu VT, LĐTBXH", "lưu: vt", "LƯU: VT", "Luu: VT", "Lưu:VT", "Lưu"]
)
def test_a_line_that_begins_with_lưu_keeps_a_copy(line):
    assert is_file_copy(line)


@pytest.mark.parametrize("line", ["Công an xã", "UBND huyện (để lưu)", "Luuk Ba", "Lượng, Phòng Y tế", ""])
def test_another_line_does_not(line):
    assert not is_file_copy(line)


def test_the_clerk_keeps_the_first_copy_and_who_wrote_the_paper_the_second():
    assert (file_copy(), file_copy("LĐTBXH")) == ("Lưu: VT", "Lưu: VT, LĐTBXH")
    assert [kept_by(line) for line in (file_copy("LĐTBXH"), "Lưu VT")] == ["VT, LĐTBXH", "Lưu VT"]


def test_the_colon_is_missed_and_put_there():
    assert [lacks_colon(line) for line in ("Lưu VT, VH", "Lưu: VT", "Như trên")] == [True, False, False]
    assert [with_colon(line) for line in ("Lưu VT", "Lưu :VT;", "Lưu: VT.", "Như trên")] == [
        "Lưu: VT",
        "Lưu: VT;",
        "Lưu: VT.",
        "Như trên",
    ]
