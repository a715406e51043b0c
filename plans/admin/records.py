"""What is written once and never changed: what was issued, what happened, how drafts looked."""

from django.contrib import admin

from childlabour.units.backoffice import day
from plans.law.belonging import document_of
from plans.models import (
    AnnexFile,
    Answer,
    AnswerFile,
    CertifiedCopy,
    Delivery,
    Event,
    Issue,
    Relation,
    Reminder,
    Scan,
    Sending,
    Signature,
    SigningCopy,
    Submission,
    TaskReminder,
    Version,
)

from .links import link_to
from .rights import OfDocumentAdmin, OfDocumentInline


class RecordAdmin(OfDocumentAdmin):
    search_fields = ()
    readonly_fields = ("of_document",)
    unread = ()  # stored papers, which no page of the admin shows

    def may_change(self, user, row):
        return False

    def get_queryset(self, request):
        return super().get_queryset(request).defer(*self.unread)

    @admin.display(description="văn bản")
    def of_document(self, record):
        document = document_of(record)
        return link_to(document, str(document))


@admin.register(Issue)
class IssueAdmin(RecordAdmin):
    list_display = ("__str__", "of_document", day("issued_on", "ngày"), "issued_by_name", "issued_at")
    fields = ("of_document", "number", "symbol", "issued_on", "issued_by_name", "issued_at", "sha256")
    date_hierarchy = "issued_on"
    unread = ("pdf", "snapshot")


@admin.register(Event)
class EventAdmin(RecordAdmin):
    list_display = ("at", "of_document", "what", "officer_name", "in_place_of", "status_after", "reason")
    list_filter = ("status_after",)
    fields = (
        "of_document",
        "at",
        "what",
        ("officer_name", "in_place_of"),
        ("status_before", "status_after"),
        "reason",
    )
    readonly_fields = ("of_document", "what")
    date_hierarchy = "at"

    @admin.display(description="việc", ordering="action")
    def what(self, event):
        return event.action_name


@admin.register(Version)
class VersionAdmin(RecordAdmin):
    list_display = ("of_document", "number", "officer_name", "started_at", "saved_at")
    fields = ("of_document", "number", "officer_name", "started_at", "saved_at", "brings_back")
    unread = ("content", "paper")


@admin.register(Submission)
class SubmissionAdmin(RecordAdmin):
    list_display = ("at", "of_document", "officer_name", "leader_name")
    fields = ("of_document", "at", "officer_name", "leader_name", "note")
    unread = ("paper",)


@admin.register(SigningCopy)
class SigningCopyAdmin(RecordAdmin):
    list_display = ("of_document", "made_at")
    fields = ("of_document", "made_at", "sha256")
    unread = ("pdf", "signed_pdf", "snapshot")


@admin.register(AnnexFile)
class AnnexFileAdmin(RecordAdmin):
    list_display = ("of_document", "place", "label")
    fields = ("of_document", "place", "label", "sha256")
    unread = ("pdf", "signed_pdf")


@admin.register(Scan)
class ScanAdmin(RecordAdmin):
    list_display = (
        "of_document",
        "pages",
        "resolution",
        "brought_by_name",
        "brought_at",
        "confirmed_by_name",
    )
    fields = (
        "of_document",
        ("pages", "resolution"),
        ("brought_by_name", "brought_at"),
        ("confirmed_by_name", "confirmed_at"),
        "sha256",
    )
    unread = ("pdf",)


@admin.register(Signature)
class SignatureAdmin(RecordAdmin):
    list_display = ("of_document", "signer", "capacity", "means", "signed_at")
    list_filter = ("capacity", "means")
    fields = (
        "of_document",
        ("signer", "capacity", "means"),
        "signed_at",
        ("certificate_issuer", "certificate_sha256"),
        ("recorded_by_name", "recorded_at"),
    )


@admin.register(Sending)
class SendingAdmin(RecordAdmin):
    list_display = ("of_document", "receiver", "copies", day("sent_on", "ngày chuyển"), "by", "signed_for")
    list_filter = ("by",)
    fields = (
        "of_document",
        ("receiver", "copies"),
        ("sent_on", "by", "signed_for"),
        ("noted_by_name", "noted_at"),
    )


@admin.register(CertifiedCopy)
class CertifiedCopyAdmin(RecordAdmin):
    list_display = ("of_document", "form", "code", "copied_on", "signer")
    list_filter = ("form", "year")
    fields = (
        "of_document",
        ("form", "code", "copied_on"),
        ("agency", "seat"),
        "pages",
        ("authority", "signer"),
        "recipients",
        "of_sha256",
        ("made_by_name", "made_at"),
    )
    readonly_fields = ("of_document", "code")


@admin.register(Delivery)
class DeliveryAdmin(RecordAdmin):
    list_display = ("of_document", "unit", "channel", "sent_at", "opened_at", "received_at")
    list_filter = ("channel",)
    list_select_related = ("unit",)
    fields = (
        "of_document",
        "unit",
        ("channel", "mailbox", "fault"),
        ("sent_at", "sent_by_name"),
        ("opened_at", "opened_by_name"),
        ("received_at", "received_by_name"),
    )


@admin.register(Reminder)
class ReminderAdmin(RecordAdmin):
    list_display = ("of_document", "at", "officer_name", "units")
    fields = ("of_document", "at", "officer_name", "units")


@admin.register(TaskReminder)
class TaskReminderAdmin(RecordAdmin):
    list_display = ("of_document", "assignment", "at", "way", "officer_name", "people")
    list_filter = ("way",)
    fields = ("of_document", "assignment", "at", "way", "due_on", "officer_name", "people", "letter")
    list_select_related = ("assignment__task", "assignment__unit")


@admin.register(Relation)
class RelationAdmin(RecordAdmin):
    search_fields = ("earlier__search_key",)
    list_display = ("of_document", "kind", "of_earlier")
    list_filter = ("kind",)
    fields = ("of_document", "kind", "of_earlier")
    readonly_fields = ("of_document", "of_earlier")

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("earlier__unit")

    @admin.display(description="văn bản trước")
    def of_earlier(self, relation):
        return link_to(relation.earlier, str(relation.earlier))


class AnswerFileInline(OfDocumentInline):
    model = AnswerFile
    fields = ("name", "media_type", "size")

    def may_change(self, user, row):
        return False


@admin.register(Answer)
class AnswerAdmin(RecordAdmin):
    search_fields = ("assignment__task__search_key", "assignment__unit__search_key")
    list_display = ("at", "of_assignment", "what", "state", "officer_name")
    list_filter = ("state", "move")
    fields = (
        "of_document",
        "of_assignment",
        ("at", "officer_name", "what", "state"),
        "text",
        ("due_before", "day", "to_unit", "paper"),
    )
    readonly_fields = ("of_document", "of_assignment", "what")
    date_hierarchy = "at"
    inlines = (AnswerFileInline,)

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("assignment__unit")

    @admin.display(description="việc", ordering="move")
    def what(self, answer):
        return answer.what

    @admin.display(description="nhiệm vụ")
    def of_assignment(self, answer):
        return str(answer.assignment)
