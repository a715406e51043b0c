"""Who may touch an installation, and when."""

import os

import pytest

from childlabour.core.errors import Refusal
from childlabour.core.serving import begin_to_serve, while_nobody_serves
from childlabour.keeping.alone import alone


@pytest.fixture(autouse=True)
def _state(settings, tmp_path):
    settings.STATE_DIR = tmp_path


def test_an_account_that_is_not_the_service_s_is_told_which_one_is(monkeypatch):
    """What it put in place, the service could not read."""
    monkeypatch.setattr(os, "geteuid", lambda: 4321)
    with pytest.raises(Refusal, match="chạy lệnh này bằng tài khoản đó \\(sudo -u "), alone():
        pytest.fail("nobody else may")


def test_one_at_a_time(tmp_path):
    with alone(), pytest.raises(Refusal, match="khác đang chạy"), alone():
        pytest.fail("one at a time")
    with alone():
        pass


def test_nobody_begins_to_serve_while_data_are_put_back():
    with while_nobody_serves():
        assert not begin_to_serve()


def test_the_locks_are_for_the_account_of_the_service_alone(tmp_path):
    with alone(), while_nobody_serves():
        pass
    assert {file.stat().st_mode & 0o777 for file in tmp_path.glob("*.lock")} == {0o600}
