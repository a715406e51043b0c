"""What an officer pastes comes in as paragraphs, whole."""

from hypothesis import given
from hypothesis import strategies as st

from plans.drafting.pasting import mended


def test_lines_broken_by_a_web_page_become_one_paragraph_again():
    assert mended(
        "Nâng cao nhận thức của cha mẹ\nvà trẻ em về lao động\ntrẻ em.\n\nChủ động phòng ngừa."
    ) == ("Nâng cao nhận thức của cha mẹ và trẻ em về lao động trẻ em.\nChủ động phòng ngừa.")


def test_words_bullets_and_long_dashes_become_the_offices_dash():
    assert (
        mended("\uf0b7\u00a0Tuyên truyền;\n•\tTập huấn;\n– Kiểm tra.")
        == "- Tuyên truyền;\n- Tập huấn;\n- Kiểm tra."
    )


def test_markers_of_the_author_start_their_own_paragraph():
    text = "1. Mục đích\na) nâng cao nhận thức\n+ cho cha mẹ\nđ) cho trẻ em"
    assert mended(text) == text


def test_a_dash_inside_a_sentence_stays_as_written():
    assert mended("Lao động – Thương binh và Xã hội.") == "Lao động – Thương binh và Xã hội."


def test_a_soft_break_of_word_inside_a_sentence_is_mended():
    assert mended("Trên địa bàn\x0bhuyện Hữu Lũng.") == "Trên địa bàn huyện Hữu Lũng."


@given(
    st.lists(st.sampled_from(["một", "Hai", "ba.", "- bốn", "1. Năm", "\n", "\n\n", "\u00a0"]), max_size=40)
)
def test_no_word_is_lost_or_moved(pieces):
    text = " ".join(pieces)
    assert mended(text).split() == text.replace("\u00a0", " ").split()


def test_a_megabyte_is_mended_in_one_go():
    assert len(mended("nâng cao nhận thức\n" * 50_000)) > 900_000
