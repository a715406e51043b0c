"""What each act asks for. Fields have the names of what the step asks."""

from django import forms

from childlabour.core import lengths
from childlabour.core.clock import today
from childlabour.core.forms import DayFormField, ManyFilesField, ManyFilesInput
from childlabour.units.holding import serving_as
from childlabour.units.models import Delegation, Officer, Role
from plans.law.blocks import BlockType
from plans.models import Action, CertifiedCopy, CopyForm, Document, EntryState, Status
from plans.models.register import RegisterEntry
from plans.pages.desk import is_away
from plans.reading.intakes import number_of_source

LARGEST_PDF = 40 * 1024 * 1024
LARGEST_KEY = 100 * 1024
MOST_ANNEXES = 50


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label="lý do", max_length=lengths.REASON, widget=forms.Textarea(attrs={"rows": 3})
    )


class Leaders(forms.ModelChoiceField):
    """Leaders of the agency; of one who is away, who stands in."""

    def label_from_instance(self, leader):
        delegation = self.away.get(leader.pk)
        return f"{leader} ({is_away(delegation)})" if delegation else str(leader)


class SubmitForm(forms.Form):
    leader = Leaders(
        None,
        label="trình ai",
        required=False,
        empty_label="lãnh đạo nào xem trước thì duyệt",
        help_text="Người này, và người thay khi nghỉ, được báo ngay.",
    )
    note = forms.CharField(
        label="lời trình",
        required=False,
        max_length=lengths.REASON,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Điều lãnh đạo nên biết trước khi đọc: đã sửa gì, cần gấp vì sao.",
    )

    def __init__(self, *args, document: Document, **kwargs):
        super().__init__(*args, **kwargs)
        leaders = list(serving_as(Role.LEADER, document.unit_id))
        away = Delegation.objects.in_force(today()).filter(unit=document.unit_id).select_related("stand_in")
        field = self.fields["leader"]
        field.queryset = serving_as(Role.LEADER, document.unit_id)
        field.away = {delegation.leader_id: delegation for delegation in away}
        field.initial = _usual_leader(document, leaders)


def _usual_leader(document: Document, leaders: list[Officer]) -> Officer | None:
    """Before whom it was laid last, else who signs it, else the only one."""
    last = document.submissions.order_by("-pk").values_list("leader", flat=True).first()
    fits = [leader for leader in leaders if leader.pk == last]
    fits += [leader for leader in leaders if str(leader) == document.signer]
    return next(iter(fits), leaders[0] if len(leaders) == 1 else None)


class SeenForm(forms.Form):
    """The leader approves the submission that was on the screen."""

    seen = forms.IntegerField(widget=forms.HiddenInput)


class NumberForm(forms.Form):
    day = DayFormField(label="ngày văn bản", help_text="Ngày in trên văn bản, ví dụ 05/6/2024.")
    series = forms.ChoiceField(label="dãy số", required=False)
    number = forms.TypedChoiceField(
        label="số", required=False, coerce=int, empty_value=None, help_text="Để nguyên thì lấy số tiếp theo."
    )
    reason = forms.CharField(
        label="lý do",
        required=False,
        max_length=lengths.REASON,
        help_text="Chỉ cần khi ghi ngày sớm hơn ngày làm việc liền trước; lý do được lưu vào sổ.",
    )
    annexes_apart = forms.BooleanField(
        label="phát hành phụ lục thành tệp riêng",
        required=False,
        help_text="Mỗi phụ lục một tệp, chữ ký số của cơ quan ở góc trên, bên phải trang đầu. Không chọn thì phụ lục "
        "nằm trong tệp của văn bản.",
    )

    def __init__(self, *args, document: Document, **kwargs):
        super().__init__(*args, **kwargs)
        if not document.blocks.filter(type=BlockType.ANNEX, removed_at=None).exists():
            del self.fields["annexes_apart"]
        names = [series.name for series in document.unit.number_series.all()]
        self.fields["series"].choices = [("", "theo loại văn bản"), *((name, name) for name in names)]
        kept = RegisterEntry.objects.filter(book__series__unit=document.unit_id, state=EntryState.RESERVED)
        self.fields["number"].choices = [
            ("", "số tiếp theo"),
            *((e.number, f"{e.written_number} (để dành)") for e in kept.order_by("-dated", "number")[:50]),
        ]
        self.fields["day"].initial = today()


class OldNumberForm(forms.Form):
    number = forms.IntegerField(label="số đã có", min_value=1, max_value=99_999)
    day = DayFormField(label="ngày ban hành đã in")
    series = forms.ChoiceField(label="dãy số", required=False)

    def __init__(self, *args, document: Document, **kwargs):
        super().__init__(*args, **kwargs)
        names = [series.name for series in document.unit.number_series.all()]
        self.fields["series"].choices = [("", "theo loại văn bản"), *((name, name) for name in names)]
        self.fields["day"].initial = document.issued_on
        self.fields["number"].initial = number_of_source(document)


class RevokeForm(ReasonForm):
    by = forms.ModelChoiceField(
        Document.objects.none(), label="văn bản thu hồi", required=False, empty_label="không có văn bản riêng"
    )

    def __init__(self, *args, document: Document, **kwargs):
        super().__init__(*args, **kwargs)
        others = Document.objects.filter(unit=document.unit_id, status=Status.ISSUED).exclude(pk=document.pk)
        self.fields["by"].queryset = others.select_related("unit")[:200]


class FileForm(forms.Form):
    file = forms.FileField(label="tệp PDF", widget=forms.FileInput(attrs={"accept": "application/pdf"}))

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > LARGEST_PDF:
            raise forms.ValidationError("Tệp nặng hơn 40 MB.")
        return file


class AgencyQuestion(forms.Form):
    """Is the certificate the agency's, though its name reads otherwise? Asked once there is a reason to."""

    same_agency = forms.BooleanField(
        label="tôi đã xem chứng thư: đúng là của cơ quan ban hành, chỉ khác cách ghi tên", required=False
    )

    def __init__(self, *args, asks_agency: bool = False, **kwargs):
        super().__init__(*args, **kwargs)
        if not asks_agency:
            del self.fields["same_agency"]


class TakeBackForm(AgencyQuestion, FileForm):
    annexes = ManyFilesField(
        most=MOST_ANNEXES,
        label="tệp phụ lục đã ký",
        required=False,
        help_text="Nộp cùng lúc với văn bản đã có chữ ký của cơ quan.",
        widget=ManyFilesInput(attrs={"accept": "application/pdf"}),
    )

    field_order = ["file", "annexes", "same_agency"]

    def __init__(self, *args, has_annexes: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if not has_annexes:
            del self.fields["annexes"]

    def clean_annexes(self):
        files = self.cleaned_data["annexes"]
        if any(file.size > LARGEST_PDF for file in files):
            raise forms.ValidationError("Tệp nặng hơn 40 MB.")
        return files


class KeyForm(AgencyQuestion):
    """A key for one signature; nothing of it is kept. Pass phrases are never put back into the page."""

    key_file = forms.FileField(label="tệp khóa (.p12, .pfx)", required=False)
    pass_phrase = forms.CharField(
        label="mật khẩu của tệp khóa, hoặc mã PIN của thiết bị",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )
    token = forms.CharField(label="tên thiết bị ký", required=False, max_length=32)
    image = forms.FileField(
        label="ảnh chữ ký hoặc con dấu",
        required=False,
        help_text="PNG nền trong suốt. Không có ảnh thì in tên và giờ ký.",
        widget=forms.FileInput(attrs={"accept": "image/png"}),
    )

    field_order = ["key_file", "pass_phrase", "token", "image", "same_agency"]

    def __init__(self, *args, has_token: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if not has_token:
            del self.fields["token"]
            self.fields["key_file"].required = True
            self.fields["pass_phrase"].label = "mật khẩu của tệp khóa"

    def clean(self):
        given = super().clean()
        key = given.get("key_file")
        if key and key.size > LARGEST_KEY:
            self.add_error("key_file", "Tệp khóa lớn bất thường: chọn đúng tệp .p12 hoặc .pfx.")
        if not key and not given.get("token") and not self.errors:
            self.add_error(
                "key_file",
                "Chọn tệp khóa" + (" hoặc ghi tên thiết bị ký." if "token" in self.fields else "."),
            )
        return given


class CopyingForm(forms.Form):
    copy_form = forms.ChoiceField(label="hình thức sao", choices=CopyForm.choices)
    pages = forms.CharField(
        label="trang được trích",
        required=False,
        max_length=100,
        help_text="Chỉ khi trích sao: “1, 3-4”; trang của tệp phụ lục đếm tiếp sau trang cuối của văn bản.",
    )
    source = forms.ModelChoiceField(
        CertifiedCopy.objects.none(), label="sao lục từ bản sao", required=False, empty_label="không sao lục"
    )
    copied_on = DayFormField(label="ngày sao")
    authority = forms.CharField(
        label="quyền hạn, chức vụ người ký",
        max_length=lengths.CONTACT,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    copy_signer = forms.CharField(label="họ tên người ký", max_length=lengths.PERSON)
    recipients = forms.CharField(
        label="nơi nhận bản sao",
        max_length=lengths.SENTENCE,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Mỗi dòng một nơi.",
    )

    def __init__(self, *args, document: Document, **kwargs):
        super().__init__(*args, **kwargs)
        whole = document.certified_copies.filter(form=CopyForm.WHOLE)
        self.fields["source"].queryset = whole
        self.fields["copied_on"].initial = today()
        signers = document.unit.signing_capacities.valid_on(today())
        if first := signers.first():
            self.fields["authority"].initial, self.fields["copy_signer"].initial = first.lines, first.signer


FORMS = {
    Action.SUBMIT: SubmitForm,
    Action.RETURN_FOR_FORM: ReasonForm,
    Action.COPY: CopyingForm,
    Action.SEND_BACK: ReasonForm,
    Action.DECLINE: ReasonForm,
    Action.VOID: ReasonForm,
    Action.CANCEL: ReasonForm,
    Action.APPROVE: SeenForm,
    Action.NUMBER: NumberForm,
    Action.PROPOSE: OldNumberForm,
    Action.REVOKE: RevokeForm,
}


ABOUT_A_DOCUMENT = {SubmitForm, NumberForm, OldNumberForm, RevokeForm, CopyingForm}


def form_for(action: Action, document: Document, data=None, *, typed=None) -> forms.Form:
    """`typed`: what stands in it before anything was sent."""
    form = FORMS.get(action, forms.Form)
    more = {"document": document} if form in ABOUT_A_DOCUMENT else {}
    initial = typed.dict() if typed else None
    return form(data, auto_id=f"{action}-%s", initial=initial, **more)  # several forms stand on one page
