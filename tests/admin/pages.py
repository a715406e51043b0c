"""Pages of the admin, as a person meets them: what a form shows, what is sent back, what is said."""

from html import unescape

from django.test import Client
from django.urls import reverse
from django.utils.html import strip_tags

from childlabour.units.models import Officer


def desk_of(officer: Officer) -> Client:
    """The browser of an officer who may come into the admin."""
    officer.is_staff = True
    officer.save()
    client = Client()
    client.force_login(officer)
    return client


def address(row, what: str = "change") -> str:
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_{what}", args=[row.pk])


def list_of(model) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")


def as_shown(page) -> dict[str, str]:
    """Every value of the forms on `page`, as the browser would send them back untouched."""
    values = _values(page.context["adminform"].form)
    for inline in page.context["inline_admin_formsets"]:
        values |= _values(inline.formset.management_form)
        for form in inline.formset.forms:
            values |= _values(form)
    return values


def _values(form) -> dict[str, str]:
    shown = {field.html_name: field.value() for field in form}
    return {
        name: "on" if value is True else str(value) for name, value in shown.items() if value or value == 0
    }


def new_row(page, model, **values) -> dict[str, str]:
    """What the browser adds when "Thêm …" was pressed in the inline of `model`."""
    formset = next(i.formset for i in page.context["inline_admin_formsets"] if i.opts.model is model)
    place = formset.total_form_count()
    row = {f"{formset.prefix}-{place}-{name}": str(value) for name, value in values.items()}
    return row | {f"{formset.prefix}-TOTAL_FORMS": str(place + 1)}


def messages_on(page) -> list[str]:
    return [str(message) for message in page.context["messages"]]


def problems_on(page) -> dict[str, list[str]]:
    """Every refusal of a form that came back, by the name of its input."""
    problems = dict(page.context["adminform"].form.errors)
    for inline in page.context["inline_admin_formsets"]:
        for form in inline.formset.forms:
            problems |= {form.add_prefix(name): said for name, said in form.errors.items()}
    return problems


def words_on(page) -> str:
    return unescape(strip_tags(page.content.decode()))
