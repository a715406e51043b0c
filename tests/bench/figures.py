"""What figures cost at a province of 130 communes, 30 metrics and five years: sums beside plain SQL, pages, sheets."""

import time
from collections.abc import Callable

import pytest
from django.db import connection
from django.urls import reverse

from childlabour.core.clock import now
from plans.reporting.owing import owing_of
from plans.reporting.sheets.reading import cells_of
from plans.reporting.sheets.writing import as_xlsx, rows_owed
from targets.measuring.models import Figure, FigureStanding, Filing, ReportPeriod
from targets.measuring.rolling import rolled_over, rolled_up
from tests.bench.measuring import tell
from tests.cast import an_office
from tests.measuring.answers import a_period
from tests.reporting.world import a_commune, a_plan_promising

pytestmark = pytest.mark.django_db

COMMUNES, METRICS, YEARS = 130, 30, (2021, 2022, 2023, 2024, 2025)
DEAREST = 1.3  # times plain SQL

PLAIN = """
    SELECT filing.period_id, figure.indicator_id, figure.target_id, COUNT(*),
           COUNT(CASE WHEN figure.state = 'figure' THEN 1 END),
           COUNT(CASE WHEN figure.state = 'nothing_arose' THEN 1 END),
           COUNT(CASE WHEN figure.state = 'no_such_population' THEN 1 END),
           COUNT(CASE WHEN figure.state = 'could_not_be_collected' THEN 1 END),
           SUM(figure.numerator), SUM(figure.denominator), COUNT(CASE WHEN figure.is_estimate THEN 1 END)
    FROM measuring_figure figure JOIN measuring_filing filing ON filing.id = figure.filing_id
    WHERE figure.standing = 'accepted' AND filing.period_id IN ({periods}) AND filing.unit_id IN ({units})
    GROUP BY filing.period_id, figure.indicator_id, figure.target_id
"""


def a_province():
    """Its plan of five years and every commune's figures."""
    office = an_office()
    units = [a_commune(office, f"1{number:04d}", f"Số {number}") for number in range(COMMUNES - 1)]
    said = [f"Trên {50 + number}% trẻ em nhóm {number} được hỗ trợ" for number in range(METRICS)]
    plan = a_plan_promising(office, office.committee, *said, period_from=YEARS[0], period_to=YEARS[-1])
    periods = [a_period(str(year)) for year in YEARS]
    owing = owing_of(plan, periods[-1])
    for period in periods:
        filings = Filing.objects.bulk_create(
            Filing(period=period, unit=unit, state="accepted")
            for unit in (office.people_of_tan_thanh, *units)
        )
        Figure.objects.bulk_create(
            Figure(
                filing=filing,
                target_id=metric.target_id,
                standing=FigureStanding.ACCEPTED,
                state="figure",
                numerator=30 + order % 20,
                denominator=60,
                typed_by_name="Páo",
                typed_at=now(),
            )
            for filing in filings
            for order, metric in enumerate(owing.metrics)
        )
    return plan, periods, owing


def by_plain_sql(periods: list[ReportPeriod], units: list[int]) -> list[tuple]:
    def places(values: list) -> str:
        return ", ".join(["%s"] * len(values))

    with connection.cursor() as cursor:
        cursor.execute(
            PLAIN.format(periods=places(periods), units=places(units)),
            [*(period.pk for period in periods), *units],
        )
        return cursor.fetchall()


def cpu_ms(work: Callable[[], object], runs: int = 15) -> float:
    """Of one run among many: a sum takes less than the clock of `os.times` can tell."""
    work()
    start = time.process_time()
    for _ in range(runs):
        work()
    return (time.process_time() - start) * 1000 / runs


def test_a_province_of_five_years(capsys, client):
    plan, periods, owing = a_province()
    period = periods[-1]
    units = [unit.pk for unit in owing.units]
    assert len(by_plain_sql(periods, units)) == METRICS * len(YEARS)
    figures = {
        "plain SQL": cpu_ms(lambda: by_plain_sql(periods, units)),
        "roll-up": cpu_ms(lambda: rolled_over(periods, owing.metrics, owing.owed)),
        "roll-up of one year": cpu_ms(lambda: rolled_up(period, owing.metrics, owing.owed)),
        "who owes": cpu_ms(lambda: owing_of(plan, period)),
        "the board": cpu_ms(lambda: client.get(reverse("figures:plan", args=[plan.pk])), 3),
    }
    sheet = as_xlsx(plan, period, rows_owed(owing, period))
    figures["3,900 rows out"] = cpu_ms(lambda: as_xlsx(plan, period, rows_owed(owing, period)), 1)
    figures["3,900 rows read"] = cpu_ms(lambda: cells_of(sheet), 1)
    with capsys.disabled():
        tell("Figures of 130 communes, 30 metrics, 5 years", figures, base="plain SQL")
    assert figures["roll-up"] < DEAREST * figures["plain SQL"]
