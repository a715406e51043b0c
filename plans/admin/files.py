"""The papers of many plans handed out from the admin, in one archive."""

from django.contrib import admin, messages
from django.http import HttpResponse

from plans.paper.files import Format, file_of, zipped

MOST_AT_ONCE = 40  # a draft's PDF takes a tenth of a second and more; an answer should come within ten


class HandsOutPapers:
    """For the admin of plans: three actions on many (the buttons on one plan lead to its public papers)."""

    actions = ("zip_of_pages", "zip_of_pdfs", "zip_of_word_files")

    @admin.action(description="Tải bản in để xem (HTML, tệp nén)", permissions=["view"])
    def zip_of_pages(self, request, queryset):
        return self._zip(request, queryset, Format.HTML)

    @admin.action(description="Tải PDF (tệp nén)", permissions=["view"])
    def zip_of_pdfs(self, request, queryset):
        return self._zip(request, queryset, Format.PDF)

    @admin.action(description="Tải Word (tệp nén)", permissions=["view"])
    def zip_of_word_files(self, request, queryset):
        return self._zip(request, queryset, Format.DOCX)

    def _zip(self, request, documents, form: Format):
        how_many = documents.count()
        if how_many > MOST_AT_ONCE:
            self.message_user(
                request,
                f"Đã chọn {how_many} văn bản; mỗi lần xuất nhiều nhất {MOST_AT_ONCE}. "
                "Lọc bớt hoặc chia thành nhiều lần.",
                messages.ERROR,
            )
            return None
        answer = HttpResponse(
            zipped(file_of(document, form) for document in documents), content_type="application/zip"
        )
        answer["Content-Disposition"] = f'attachment; filename="van-ban-{form}.zip"'
        answer["Cache-Control"] = "private, no-store"  # drafts among them, on a shared office machine
        return answer
