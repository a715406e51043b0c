"""The forms of the people themselves."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm
from django.contrib.auth.password_validation import password_validators_help_texts
from django.core.exceptions import ValidationError

from childlabour.units.models import Officer

from .second_factor import tidy_code

MINUTES_OF_WAITING = int(settings.AXES_COOLOFF_TIME.total_seconds() // 60)
LONGEST_CODE = 20
GUESSED = "guessed"  # of an error: the address that sent it is one guess nearer to having to wait
WRONG_CODE = ValidationError(
    "Mã chưa đúng hoặc đã dùng rồi: chờ điện thoại hiện mã mới rồi nhập lại.", code=GUESSED
)


class LogInForm(AuthenticationForm):
    """One answer for a wrong name, a wrong password and a closed account, so that names cannot be tried out."""

    error_messages = {
        "invalid_login": (
            "Tên đăng nhập hoặc mật khẩu chưa đúng. Xem lại phím Caps Lock và bộ gõ tiếng Việt, rồi nhập lại; "
            f"sai {settings.AXES_FAILURE_LIMIT} lần liên tiếp thì phải chờ {MINUTES_OF_WAITING} phút."
        ),
        "inactive": "Tài khoản này đã ngừng sử dụng. Đề nghị người quản trị hệ thống của đơn vị mở lại.",
    }


class PasswordForm(PasswordChangeForm):
    """A password of one's own. What it must be like is said before it is typed."""

    error_messages = {
        **PasswordChangeForm.error_messages,
        "password_incorrect": "Mật khẩu đang dùng chưa đúng: nhập lại.",
        "password_mismatch": "Hai lần nhập mật khẩu mới chưa giống nhau: nhập lại cả hai.",
        "same": "Mật khẩu mới giống mật khẩu đang dùng: chọn mật khẩu khác.",
    }

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["old_password"].label = "mật khẩu đang dùng"
        self.fields["new_password1"].label = "mật khẩu mới"
        rules = " ".join(password_validators_help_texts())
        self.fields["new_password1"].help_text = f"Một câu ngắn, dễ nhớ là tốt nhất. {rules}"
        self.fields["new_password2"].label = "nhập lại mật khẩu mới"
        self.fields["new_password2"].help_text = ""

    def clean_new_password1(self) -> str:
        new: str = self.cleaned_data["new_password1"]
        if new == self.cleaned_data.get("old_password"):
            raise ValidationError(self.error_messages["same"], code="same")
        return new

    def save(self, commit: bool = True) -> Officer:
        officer: Officer = self.user.choose_password(self.cleaned_data["new_password1"])
        officer.save(update_fields=["password", "must_change_password"])
        return officer


class FactorForm(forms.Form):
    code = forms.CharField(
        label="mã xác nhận",
        max_length=LONGEST_CODE,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "autofocus": True, "spellcheck": "false"}
        ),
    )

    def clean_code(self) -> str:
        return tidy_code(self.cleaned_data["code"])


class ProofForm(FactorForm):
    """Password and code: the person, not a browser left open, changes how one comes in."""

    password = forms.CharField(
        label="mật khẩu",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    field_order = ("password", "code")

    def __init__(self, officer: Officer, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.officer = officer
        del self.fields["code"].widget.attrs["autofocus"]  # one reads first what to do

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        if not self.officer.check_password(password):
            raise ValidationError("Mật khẩu chưa đúng: nhập lại.", code=GUESSED)
        return password
