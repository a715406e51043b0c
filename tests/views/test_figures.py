"""The grid of a commune, the page of the district, what everybody reads."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from childlabour.core.clock import today
from plans.reporting.owing import owed_by
from targets.measuring.models import Figure, FigureStanding, Filing, ReportPeriod
from targets.models import Target
from tests.measuring.answers import a_period, a_regime, answered, of
from tests.reporting.world import HELPED, District, a_commune, a_district, a_plan_promising

pytestmark = pytest.mark.django_db


@pytest.fixture
def district(office) -> District:
    return a_district(office)


@pytest.fixture
def grid(district) -> str:
    return reverse("figures:unit", args=[district.period.pk, district.tan_thanh.pk])


@pytest.fixture
def pao_in(client, office):
    client.force_login(office.pao)
    return client


@pytest.fixture
def lan_in(client, office):
    client.force_login(office.lan)
    return client


def typed(district, **answers) -> dict[str, str]:
    """A whole form: `helped="3/4"`, `informed="không phát sinh"`; what is not named is left blank."""
    form = {}
    for name in ("helped", "informed", "clubs"):
        key = {m.targets[0].pk: m.key for m in owed_by(district.tan_thanh, district.period)}[
            getattr(district, name).pk
        ]
        said = answers.get(name, "")
        numerator, _, denominator = said.partition("/") if said[:1].isdigit() else ("", "", "")
        state = "" if said[:1].isdigit() else said
        form |= {f"numerator-{key}": numerator, f"denominator-{key}": denominator, f"state-{key}": state}
    return form


def words_of(response) -> str:
    return " ".join(response.content.decode().split())


class TestTheCommune:
    def test_sees_its_open_periods_with_their_day_and_how_far_it_is(self, pao_in, district):
        page = pao_in.get(reverse("figures:home"))
        (own,) = page.context["mine"]
        assert (own.unit, own.owed, own.answered) == (district.tan_thanh, 3, 0)
        answered(district.period, district.tan_thanh, district.helped, of(3, 4))
        (own,) = pao_in.get(reverse("figures:home")).context["mine"]
        assert own.answered == 1

    def test_types_and_sends_without_a_script(self, pao_in, district, grid):
        pao_in.post(grid, typed(district, helped="3/4", informed="1.204/1.541") | {"do": "save"})
        assert set(Figure.objects.values_list("standing", flat=True)) == {FigureStanding.TYPED}
        page = pao_in.post(
            grid, typed(district, helped="3/4", informed="1.204/1.541") | {"do": "send"}, follow=True
        )
        assert "Đã gửi số liệu" in words_of(page)
        assert set(Figure.objects.values_list("standing", flat=True)) == {FigureStanding.SENT}
        assert Figure.objects.get(indicator=None).numerator == 1204

    def test_is_told_every_fault_at_its_field_and_keeps_what_was_typed(self, pao_in, district, grid):
        page = pao_in.post(grid, typed(district, helped="5/4", informed="ba/4", clubs="7") | {"do": "save"})
        assert page.status_code == 422
        anchors = {problem.anchor for problem in page.context["problems"]}
        assert len(anchors) == 1  # what cannot be read is told first
        page = pao_in.post(grid, typed(district, helped="5/4", informed="9/4", clubs="7/8") | {"do": "send"})
        assert len(page.context["problems"]) == 3
        assert 'value="9"' in words_of(page)
        assert not Figure.objects.exists()

    def test_a_row_is_kept_by_itself_as_it_is_left(self, pao_in, district, grid):
        form = {name: value for name, value in typed(district, helped="3/4").items() if "-i" in name}
        answer = pao_in.post(grid, form | {"do": "save"}, headers={"Accept": "application/json"})
        told = json.loads(answer.content)
        ((_, row),) = told["rows"].items()
        assert row == {"share": "75%", "standing": "đang nhập", "oddity": ""}
        form = {name: value for name, value in typed(district, helped="5/4").items() if "-i" in name}
        refused = pao_in.post(grid, form | {"do": "save"}, headers={"Accept": "application/json"})
        assert refused.status_code == 422
        assert "lớn hơn tổng số" in json.loads(refused.content)["problems"][0]["message"]

    def test_says_that_nothing_arose_anywhere_after_one_question(self, pao_in, district, grid):
        page = pao_in.post(grid, {"do": "nothing"})
        assert "Ghi “không phát sinh”" in words_of(page)
        assert not Figure.objects.exists()
        pao_in.post(grid, {"do": "nothing_sure"})
        assert set(Figure.objects.values_list("state", flat=True)) == {"nothing_arose"}
        assert Figure.objects.count() == 3

    def test_finds_the_totals_of_the_last_period_and_may_leave_them(self, pao_in, district, grid):
        answered(a_period("2022"), district.tan_thanh, district.informed, of(30, 50))
        page = pao_in.get(grid)
        row = next(row for row in page.context["rows"] if row.metric.targets[0] == district.informed)
        assert (row.carried, row.typed["denominator"], row.before) == (True, "50", "30/50 (60%)")
        form = typed(district) | {f"denominator-{row.key}": "50"}
        pao_in.post(grid, form | {"do": "save"})
        assert not Figure.objects.filter(filing__period=district.period).exists()
        pao_in.post(grid, form | {f"numerator-{row.key}": "40", "do": "save"})
        assert Figure.objects.get(filing__period=district.period).denominator == 50

    def test_is_asked_about_a_figure_far_from_the_last_one_and_not_stopped(self, pao_in, district, grid):
        answered(a_period("2022"), district.tan_thanh, district.informed, of(30, 50))
        pao_in.post(grid, typed(district, informed="400/500") | {"do": "send"})
        assert "số đạt tăng từ 30 lên 400" in words_of(pao_in.get(grid))
        assert Figure.objects.filter(standing=FigureStanding.SENT).exists()

    def test_may_not_type_after_the_period_is_closed(self, pao_in, district, grid):
        ReportPeriod.objects.update(closed_at="2024-01-01T00:00Z")
        assert pao_in.post(grid, typed(district, helped="3/4") | {"do": "save"}).status_code == 422
        Filing.objects.update_or_create(
            period=district.period,
            unit=district.tan_thanh,
            defaults={"late_until": today(), "late_reason": "Lũ."},
        )
        assert pao_in.post(grid, typed(district, helped="3/4") | {"do": "save"}).status_code == 302

    def test_reads_why_a_figure_came_back(self, pao_in, district, grid):
        figure = answered(district.period, district.tan_thanh, district.helped, of(3, 4), "sent")
        Figure.objects.filter(pk=figure.pk).update(standing="returned", reason="Thiếu thôn Làng Bên.")
        assert "Thiếu thôn Làng Bên." in words_of(pao_in.get(grid))

    def test_takes_the_workbook_and_sends_it_back(self, pao_in, district):
        sheet = pao_in.get(reverse("figures:workbook", args=[district.plan.pk, district.period.pk]))
        assert sheet["Content-Disposition"].endswith('.xlsx"')
        take_in = reverse("figures:take_in", args=[district.period.pk])
        assert pao_in.post(take_in).status_code == 422
        other = a_period("2023Q1", a_regime("quy", frequency="quarter"))

        def upload():
            return {"file": SimpleUploadedFile("F.xlsx", sheet.content)}

        assert pao_in.post(take_in, upload()).status_code == 302
        refused = pao_in.post(reverse("figures:take_in", args=[other.pk]), upload())
        assert "biểu của năm 2023" in words_of(refused)

    def test_does_not_judge_its_own_figures(self, pao_in, district, grid):
        answered(district.period, district.tan_thanh, district.helped, of(3, 4), "sent")
        assert pao_in.post(grid, {"do": "accept"}).status_code == 422
        assert pao_in.post(grid, {"do": "fly"}).status_code == 404


class TestTheDistrict:
    def test_sees_who_has_sent_who_is_late_and_who_has_not(self, lan_in, district):
        answered(district.period, district.communes[0], district.helped, of(3, 4), "sent")
        Filing.objects.update(state="sent")
        page = lan_in.get(reverse("figures:below", args=[district.period.pk, district.office.committee.pk]))
        assert {one.unit: one.look for one in page.context["units"]} == {
            district.communes[0]: "reported",
            district.communes[1]: "late",
            district.communes[2]: "late",
        }
        tally = page.context["tally"]
        assert (tally.units, tally.sent, tally.late, tally.missing) == (3, 1, 1, 2)

    def test_accepts_all_and_returns_one_with_its_reason(self, lan_in, district, grid):
        first = answered(district.period, district.tan_thanh, district.helped, of(3, 4), "sent")
        second = answered(district.period, district.tan_thanh, district.informed, of(3, 4), "sent")
        assert lan_in.post(grid, {"do": "return", "key": first.key}).status_code == 422
        lan_in.post(grid, {"do": "return", "key": first.key, "text": "Thiếu thôn."})
        lan_in.post(grid, {"do": "accept"})
        first.refresh_from_db()
        second.refresh_from_db()
        assert (first.standing, second.standing) == (FigureStanding.RETURNED, FigureStanding.ACCEPTED)

    def test_lets_one_come_late_with_a_reason(self, lan_in, district, grid):
        assert lan_in.post(grid, {"do": "allow_late", "until": "lung tung", "text": "Lũ."}).status_code == 422
        day = f"{today():%d/%m/%Y}"
        lan_in.post(grid, {"do": "allow_late", "until": day, "text": "Lũ cuốn đường."})
        assert Filing.objects.get().late_until == today()

    def test_reads_every_version_and_unlocks_one(self, lan_in, district):
        figure = answered(district.period, district.tan_thanh, district.helped, of(3, 4))
        page = reverse("figures:figure", args=[district.period.pk, district.tan_thanh.pk, figure.key])
        assert "3/4 (75%)" in words_of(lan_in.get(page))
        lan_in.post(page, {"do": "unlock", "text": "Đếm sót."})
        figure.refresh_from_db()
        assert not figure.is_locked
        assert "Đếm sót." in words_of(lan_in.get(page))

    def test_does_not_type_for_the_commune(self, lan_in, district, grid):
        assert lan_in.post(grid, typed(district, helped="3/4") | {"do": "save"}).status_code == 422
        assert not Figure.objects.exists()

    def test_takes_what_was_accepted_below_into_its_own_figures(self, lan_in, district):
        province = type(district.tan_thanh).objects.create(
            name="Ủy ban nhân dân tỉnh", place=district.office.province, function="committee"
        )
        type(province).objects.filter(pk=district.office.committee.pk).update(superior=province)
        above = a_plan_promising(district.office, province, HELPED)
        above.recipients.all().delete()
        Target.objects.filter(block__document=above).update(indicator=district.helped.indicator)
        for unit in district.communes[:2]:
            answered(district.period, unit, district.helped, of(3, 4))
        own = reverse("figures:unit", args=[district.period.pk, district.office.committee.pk])
        lan_in.post(own, {"do": "from_below"})
        figure = Figure.objects.get(filing__unit=district.office.committee)
        assert (figure.numerator, figure.denominator) == (6, 8)


class TestTheKeeper:
    def test_closes_a_period_and_opens_it_again_with_a_reason(self, client, district):
        client.force_login(district.office.son)
        page = reverse("figures:period", args=[district.period.pk])
        client.post(page, {"do": "close"})
        assert not ReportPeriod.objects.get(pk=district.period.pk).is_open
        assert client.post(page, {"do": "reopen"}).status_code == 422
        client.post(page, {"do": "reopen", "text": "Bổ sung."})
        assert ReportPeriod.objects.get(pk=district.period.pk).is_open


class TestEverybody:
    @pytest.fixture
    def board(self, client, district):
        def read():
            return client.get(reverse("figures:plan", args=[district.plan.pk]))

        return read

    def tiles(self, page):
        return {tile.result.target.pk: tile for tile in page.context["board"].tiles}

    def test_reads_nothing_before_anything_was_accepted(self, board, district):
        answered(district.period, district.tan_thanh, district.informed, of(30, 50), "sent")
        page = board()
        tile = self.tiles(page)[district.informed.pk]
        assert (tile.words, tile.verdict) == ("chưa báo cáo", "")
        assert "30" not in tile.gauge.said

    def test_reads_the_sum_with_its_coverage_and_who_is_missing(self, board, district):
        answered(district.period, district.communes[0], district.informed, of(30, 50))
        answered(district.period, district.communes[1], district.informed, of(90, 100, is_estimate=True))
        tile = self.tiles(board())[district.informed.pk]
        assert tile.words == "120/150 (80%, có số ước)"
        assert tile.coverage == "2/3 đơn vị đã báo cáo; chưa: UBND xã Yên Bình"
        assert (tile.verdict, tile.gauge.reached) == ("đạt", "80%")

    def test_never_reads_a_small_number_nor_what_would_give_it_away(self, board, district):
        for unit, reply in zip(district.communes, (of(2, 40), of(30, 50), of(60, 70)), strict=True):
            answered(district.period, unit, district.informed, reply)
        page = board()
        tile = self.tiles(page)[district.informed.pk]
        assert [cell.words for cell in tile.units] == ["ẩn (số nhỏ)", "ẩn (số nhỏ)", "60/70 (85,7%)"]
        assert tile.words == "92/160 (57,5%)"
        assert "2/40" not in words_of(page)

    def test_a_total_that_is_small_is_not_read_either(self, board, district):
        answered(district.period, district.tan_thanh, district.helped, of(2, 3))
        page = board()
        tile = self.tiles(page)[district.helped.pk]
        assert (tile.words, tile.verdict) == ("ẩn (số nhỏ)", "")
        assert "2/3" not in words_of(page)

    def test_reads_the_periods_before_in_their_order(self, board, district):
        type(district.plan).objects.filter(pk=district.plan.pk).update(period_from=2022)
        for code, reached in (("2022", 20), ("2023", 40)):
            answered(a_period(code), district.tan_thanh, district.informed, of(reached, 50))
        tile = self.tiles(board())[district.informed.pk]
        assert [point.words for point in tile.series] == ["20/50 (40%)", "40/50 (80%)"]
        assert not tile.series[0].is_break

    def test_units_that_are_new_break_the_series(self, board, district):
        type(district.plan).objects.filter(pk=district.plan.pk).update(period_from=2022)
        unit = district.tan_thanh
        type(unit).objects.filter(pk=unit.pk).update(valid_from="2023-01-01")
        for code in ("2022", "2023"):
            answered(a_period(code), unit, district.informed, of(20, 50))
        tile = self.tiles(board())[district.informed.pk]
        assert [point.is_break for point in tile.series] == [True, False]

    def test_what_is_invented_says_so(self, board, district):
        answered(district.period, district.tan_thanh, district.informed, of(20, 50))
        Filing.objects.update(source_note="Số liệu giả định.")
        assert "Số liệu giả định." in words_of(board())

    @pytest.mark.parametrize("many", [False, True])
    def test_costs_the_same_however_many_units_and_targets(self, client, district, many):
        """As a rule of the page: 130 communes cost what three do."""
        communes = list(district.communes)
        if many:
            communes += [a_commune(district.office, f"1{n:04d}", f"Mới {n}") for n in range(40)]
        for unit in communes:
            answered(district.period, unit, district.informed, of(20, 50))
        with CaptureQueriesContext(connection) as spent:
            assert client.get(reverse("figures:plan", args=[district.plan.pk])).status_code == 200
        assert len(spent) == 12


class TestTheDetail:
    @pytest.fixture
    def detail(self, district, pao_in, grid) -> str:
        type(district.helped.indicator).objects.update(by_sex=True)
        pao_in.post(grid, typed(district, helped="5/8") | {"do": "save"})
        key = f"i{district.helped.indicator_id}"
        return reverse("figures:figure", args=[district.period.pk, district.tan_thanh.pk, key])

    def test_evidence_and_parts_are_written_beside_a_figure(self, pao_in, detail):
        pao_in.post(detail, {"do": "detail", "evidence": "BB 12/2023", "sex:f": "3", "sex:m": "2"})
        page = words_of(pao_in.get(detail))
        assert 'value="BB 12/2023"' in page
        assert 'name="sex:f" inputmode="numeric" autocomplete="off" value="3"' in page

    def test_what_does_not_add_up_is_told_and_stays_typed(self, pao_in, detail):
        page = pao_in.post(detail, {"do": "detail", "sex:f": "3", "sex:m": "9"})
        assert page.status_code == 422
        assert 'value="9"' in words_of(page)
        assert pao_in.post(detail, {"do": "detail", "sex:f": "ba"}).status_code == 422


def test_what_was_sent_is_not_sent_again(pao_in, district, grid):
    form = typed(district, helped="3/4") | {"do": "send"}
    pao_in.post(grid, form)
    sent = Filing.objects.get().sent_at
    page = pao_in.post(grid, form)
    assert "Chưa có số liệu nào mới để gửi" in words_of(page)
    assert Filing.objects.get().sent_at == sent
    assert Figure.objects.count() == 1
