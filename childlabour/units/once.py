"""A form that is sent again, because the line broke before the answer came, does nothing a second time."""

from childlabour.core.errors import Refusal
from childlabour.units.gate import OfficersRequest

from .models import SentForm
from .models.sent_form import LONGEST_KEY

KEY, BY = "once", "by"


def comes_first(request: OfficersRequest) -> bool:
    """Whether this form was not taken before; to be asked in the transaction of what it does. One query or two.

    A form without a key is always new. Raises Refusal for one that was written under another log-in.
    """
    if request.POST.get(BY, str(request.user.pk)) != str(request.user.pk):
        raise Refusal("Bài này được viết khi người khác đăng nhập: đăng nhập đúng người viết rồi gửi.")
    key = request.POST.get(KEY, "")
    if not key.isalnum() or len(key) > LONGEST_KEY:
        return True
    return SentForm.objects.get_or_create(officer=request.user, key=key)[1]
