"""The forms of the people themselves."""

from django.conf import settings
from django.contrib.auth.forms import AuthenticationForm

MINUTES_OF_WAITING = int(settings.AXES_COOLOFF_TIME.total_seconds() // 60)


class LogInForm(AuthenticationForm):
    """One answer for a wrong name, a wrong password and a closed account, so that names cannot be tried out."""

    error_messages = {
        "invalid_login": (
            "Tên đăng nhập hoặc mật khẩu chưa đúng. Xem lại phím Caps Lock và bộ gõ tiếng Việt, rồi nhập lại; "
            f"sai {settings.AXES_FAILURE_LIMIT} lần liên tiếp thì phải chờ {MINUTES_OF_WAITING} phút."
        ),
        "inactive": "Tài khoản này đã ngừng sử dụng. Đề nghị người quản trị hệ thống của đơn vị mở lại.",
    }
