"""No English in front of a user: what Django and its companions say is Vietnamese, here or in their own."""

import io
import re
import string
import unicodedata
from gettext import GNUTranslations
from importlib.util import find_spec
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django import forms
from django.conf import settings
from django.utils import translation
from django.utils.translation.trans_real import DjangoTranslation

OURS = Path(settings.LOCALE_PATHS[0]) / "vi" / "LC_MESSAGES"
DOMAINS = ("django", "djangojs")
COMPANIONS = (
    "django/conf",
    "django/contrib/admin",
    "django/contrib/auth",
    "django/contrib/contenttypes",
    "django/contrib/sessions",
    "rest_framework",
    "django_filters",
    "axes",
    "simple_history",
)
# Never shown: names of languages, the page of an empty project, log-in by token (not installed).
UNSEEN = re.compile(r"global_settings\.py|default_urlconf\.html|authtoken")
# The same in Vietnamese, or without words.
SAME = {
    "…",
    "%(truncated_text)s…",
    "%(class_name)s %(instance)s",
    "IPv4",
    "IPv6",
    "Email",
    "URL",
    ":?.!",
    ":",
    ", ",
    *(f"%s {size}" for size in ("KB", "MB", "GB", "TB", "PB")),
    "%(size)d byte",
}


def one(identity) -> str:
    return identity if isinstance(identity, str) else identity[0]


def own_messages(domain: str) -> list[Message]:
    with (OURS / f"{domain}.po").open("rb") as file:
        return [message for message in read_po(file, locale="vi") if message.id]


def messages_of(companion: str, domain: str) -> dict[tuple[str, str], str]:
    """(context, words) → where they are said; from the companion's template catalogue and its sources."""
    top, *rest = companion.split("/")
    home = Path(find_spec(top).origin).parent.joinpath(*rest)
    found = {}
    catalogues = sorted(home.glob(f"locale/en/*/{domain}.po")) or sorted(home.glob(f"locale/*/*/{domain}.po"))
    for catalogue in catalogues[:1]:
        with catalogue.open("rb") as file:
            for message in read_po(file):
                where = " ".join(path for path, _ in message.locations)
                found[message.context or "", one(message.id)] = where
    if domain == "django" and top != "django":
        words = {"_": None, "gettext": None, "gettext_lazy": None, "ngettext": (1, 2)}
        for name, _, message, _, _ in extract_from_dir(home, [("**.py", "python")], keywords=words):
            found["", one(message)] = name
    return {said: where for said, where in found.items() if said[1] and not UNSEEN.search(where)}


@pytest.mark.parametrize("domain", DOMAINS)
@pytest.mark.parametrize("companion", COMPANIONS)
def test_everything_a_companion_says_is_vietnamese(companion, domain):
    with translation.override("vi"):
        spoken = DjangoTranslation("vi", domain=domain)
    untold = []
    for context, words in sorted(messages_of(companion, domain)):
        asked = f"{context}\x04{words}" if context else words
        if words not in SAME and spoken.gettext(asked) == asked and spoken.ngettext(asked, asked, 2) == asked:
            untold.append(words)
    assert not untold, "\n".join(untold)


@pytest.mark.parametrize("domain", DOMAINS)
def test_we_say_nothing_that_nobody_asks_for(domain):
    asked = {said for companion in COMPANIONS for said in messages_of(companion, domain)}
    idle = {(message.context or "", one(message.id)) for message in own_messages(domain)} - asked
    assert not idle, "\n".join(words for _, words in sorted(idle))


@pytest.mark.parametrize("domain", DOMAINS)
def test_the_compiled_catalogue_is_that_of_the_written_one(domain):
    compiled = io.BytesIO()
    with (OURS / f"{domain}.po").open("rb") as file:
        write_mo(compiled, read_po(file, locale="vi"))
    compiled.seek(0)
    with (OURS / f"{domain}.mo").open("rb") as file:
        assert said_by(file) == said_by(compiled), "make messages, and commit the .mo"


def said_by(compiled) -> dict:
    said = dict(GNUTranslations(compiled)._catalog)
    said.pop("")  # the header: dates and the tool's version
    return said


@pytest.mark.parametrize("domain", DOMAINS)
def test_every_message_is_whole(domain):
    for message in own_messages(domain):
        text = one(message.string)
        assert text, message.id
        assert not message.fuzzy
        assert unicodedata.is_normalized("NFC", text)
        assert gaps(text) <= gaps(" ".join([message.id] if isinstance(message.id, str) else message.id)), text


def gaps(text: str) -> set[str]:
    """What is filled in later: %(name)s, {name}, %s."""
    fields = string.Formatter().parse(text) if "{" in text else ()
    named = {f"{{{name}}}" for _, name, _, _ in fields if name}
    return named | set(re.findall(r"%(?:\(\w+\))?[sdr]", text))


def test_dates_are_read_day_first():
    assert str(forms.DateField(localize=True).clean("01/06/2023")) == "2023-06-01"
