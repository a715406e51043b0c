"""Finding a plan: by words without marks, by programme, place, issuer, year, kind; in pages."""

from datetime import date

import pytest
from django.urls import reverse

from childlabour.units.models import Place
from plans.models import Document
from tests.cast import a_letter, a_programme, an_issued_plan, many_issued_plans

pytestmark = pytest.mark.django_db


@pytest.fixture
def documents(office) -> dict[str, Document]:
    """Of the district, of its commune, of the other district; and a letter."""
    other = a_programme("1023")
    letter = a_letter(office.other_committee, period_from=2022, period_to=2022)
    Document.objects.filter(pk=letter.pk).update(
        status="issued", number=464, number_year=2022, issued_on=date(2022, 3, 3)
    )
    return {
        "district": an_issued_plan(frozen=False, title="Kế hoạch của huyện Hữu Lũng", number=192),
        "commune": an_issued_plan(
            office.people_of_tan_thanh, frozen=False, title="Giảm thiểu lao động trẻ em ở xã", number=5
        ),
        "other": an_issued_plan(
            office.other_committee,
            frozen=False,
            title="Tháng hành động vì trẻ em",
            period_from=2021,
            period_to=2025,
            programme=other,
            number=77,
        ),
        "letter": letter,
    }


def found(client, documents: dict[str, Document], **query) -> set[str]:
    page = client.get(reverse("public:plans"), query).content.decode()
    return {name for name, document in documents.items() if f'href="/ke-hoach/{document.pk}/"' in page}


def test_everything_issued_is_listed_newest_first(client, documents):
    page = client.get(reverse("public:plans")).content.decode()
    order = [
        page.index(f'href="/ke-hoach/{documents[name].pk}/"')
        for name in ("commune", "district", "letter", "other")
    ]
    assert "<b>4</b> văn bản" in page
    assert order == sorted(order)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("hanh dong vi tre em", {"other"}),
        ("Hành động vì trẻ em", {"other"}),
        ("tan thanh", {"commune"}),
        ("huyen huu lung", {"district"}),
        ("192/KH-UBND", {"district"}),
        ("khong co van ban nay", set()),
        ("<script>alert(1)</script>", set()),
    ],
)
def test_a_search_needs_no_marks(client, documents, words, names):
    assert found(client, documents, q=words) == names


def test_a_place_means_all_below_it_too(client, documents, office):
    assert found(client, documents, place=office.district.pk) == {"district", "commune"}
    assert found(client, documents, place=office.commune.pk) == {"commune"}
    assert found(client, documents, place=office.province.pk) == set(documents)


def test_the_other_ways_to_narrow(client, documents, office):
    assert found(client, documents, programme="1023") == {"other"}
    assert found(client, documents, issuer=office.committee.pk) == {"district"}
    assert found(client, documents, year=2025) == {"other"}
    assert found(client, documents, year=2023) == {"district", "commune", "other"}
    assert found(client, documents, kind="CV") == {"letter"}
    assert found(client, documents, level="commune") == {"commune"}
    assert found(client, documents, q="tre em", level="district", year=2022) == {"other", "letter"}


def test_plans_below_one_plan(client, documents):
    below = an_issued_plan(frozen=False, parent=documents["district"], title="Kế hoạch dưới")
    assert found(client, documents | {"below": below}, parent=documents["district"].pk) == {"below"}


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"year": "hai ngàn"}, "Năm ghi bằng bốn chữ số"),
        ({"year": "9999"}, "Năm phải đến 2199"),
        ({"year": "1e400"}, "Năm"),
        ({"place": "999999"}, "Không có địa bàn này"),
        ({"place": "9" * 40}, "Không có địa bàn này"),
        ({"programme": "khong-co"}, "Không có chương trình"),
        ({"issuer": "abc"}, "Không có đơn vị này"),
        ({"kind": "XX"}, "Không có loại văn bản này"),
        ({"level": "thôn"}, "Không có cấp này"),
        ({"q": "a" * 101}, "100"),
        ({"year": "x", "kind": "XX"}, "Không có loại văn bản này"),
    ],
)
def test_a_condition_that_means_nothing_is_named_and_narrows_nothing(client, documents, query, said):
    answer = client.get(reverse("public:plans"), query)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert said in page
    assert found(client, documents, **query) == set(documents)


def test_every_wrong_condition_is_named_at_once(client, documents):
    page = client.get(reverse("public:plans"), {"year": "x", "kind": "XX", "place": "0"}).content.decode()
    assert all(words in page for words in ("Năm ghi", "Không có loại", "Không có địa bàn"))


def test_what_was_searched_is_printed_as_text(client, documents):
    page = client.get(reverse("public:plans"), {"q": '"><script>x</script>'}).content.decode()
    assert "<script>x" not in page
    assert "&lt;script&gt;x" in page


@pytest.mark.parametrize("number", ["0", "-1", "999", "abc", "9" * 30])
def test_a_page_number_out_of_range_shows_the_nearest_page(client, documents, number):
    assert client.get(reverse("public:plans"), {"page": number}).status_code == 200


def test_pages_keep_the_conditions_in_their_address(client, office):
    many_issued_plans(25)
    page = client.get(reverse("public:plans"), {"q": "lao dong", "page": 2}).content.decode()
    assert 'href="?q=lao+dong&amp;page=3"' in page
    assert "trang 2/3" in page


def test_an_empty_result_says_what_to_do(client, documents):
    page = client.get(reverse("public:plans"), {"q": "khong co"}).content.decode()
    assert "Không tìm thấy văn bản phù hợp" in page
    assert "Xem tất cả văn bản" in page


def test_an_empty_office_says_what_will_be_here(client, db):
    assert "Chưa có văn bản nào được ban hành" in client.get(reverse("public:plans")).content.decode()
    assert "Chưa có văn bản nào được ban hành" in client.get(reverse("public:home")).content.decode()


def options(client, name: str, **query) -> list[str]:
    narrowings = client.get(reverse("public:plans"), query).context["narrowings"]
    return [choice.label for one in narrowings if one.name == name for choice in one.choices]


def test_places_are_offered_one_level_at_a_time(client, documents, office):
    assert options(client, "place") == ["tỉnh Lạng Sơn"]
    assert options(client, "place", place=office.province.pk) == [
        "tỉnh Lạng Sơn",
        "huyện Bắc Sơn",
        "huyện Hữu Lũng",
    ]
    assert options(client, "place", place=office.district.pk) == [
        "tỉnh Lạng Sơn",
        "huyện Hữu Lũng",
        "xã Tân Thành",
    ]


def test_below_the_whole_country_come_the_provinces(client, documents, office):
    country = Place.objects.create(level="country", name="Việt Nam")
    office.province.parent = country
    office.province.save()
    assert options(client, "place") == ["tỉnh Lạng Sơn"]
    assert options(client, "place", place=office.province.pk)[0] == "tỉnh Lạng Sơn"


def test_two_territories_of_one_name_are_told_apart(client, documents, office):
    Place.objects.filter(pk=office.province.pk).update(valid_to=date(2025, 6, 30))
    assert options(client, "place") == ["tỉnh Lạng Sơn (đến 30/6/2025)"]


def test_issuers_are_those_of_the_chosen_place(client, documents, office):
    assert options(client, "issuer", place=office.district.pk) == ["UBND huyện Hữu Lũng", "UBND xã Tân Thành"]


def test_years_run_from_the_newest_to_the_oldest(client, documents):
    assert options(client, "year") == ["2025", "2024", "2023", "2022", "2021"]
