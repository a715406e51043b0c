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


def test_rows_of_a_table_come_in_as_rows():
    text = "TT\tNhiệm vụ\tChủ trì\n1\tRà soát\tCông an\n\ttrẻ em\tcông an"
    assert mended(text) == "TT | Nhiệm vụ | Chủ trì\n1 | Rà soát | Công an\n| | trẻ em | công an |"


def test_a_list_with_tabs_behind_its_numbers_is_no_table():
    assert mended("1.\tTruyền thông;\n2.\tTập huấn.") == "1. Truyền thông;\n2. Tập huấn."


def test_rows_bold_words_and_the_line_between_two_tables_stay_as_typed():
    text = "TT | Việc\n1 | rà soát\n| 2 |  |\n\nA | b\nc | d\n**Tổ chức** thực hiện."
    assert mended(text) == text.replace("|  |", "| |")


@given(
    st.lists(st.sampled_from(["một", "Hai", "ba.", "- bốn", "1. Năm", "\n", "\n\n", "\u00a0"]), max_size=40)
)
def test_no_word_is_lost_or_moved(pieces):
    text = " ".join(pieces)
    assert mended(text).split() == text.replace("\u00a0", " ").split()


def test_a_megabyte_is_mended_in_one_go():
    assert len(mended("nâng cao nhận thức\n" * 50_000)) > 900_000


def test_a_figure_that_the_last_word_of_a_line_asks_for_goes_on_with_it():
    assert mended("Báo cáo trước ngày\n30/6/2026 và cuối năm") == "Báo cáo trước ngày 30/6/2026 và cuối năm"
    assert mended("Theo khoản\n2 Điều 5") == "Theo khoản 2 Điều 5"
    assert mended("Mục tiêu năm\n1. Nâng cao") == "Mục tiêu năm\n1. Nâng cao"
    assert mended("Kết quả\n12 trẻ em") == "Kết quả\n12 trẻ em"
