"""The blank Word file that every paper is written into: our styles, our settings, and nothing that we do not use.

python-docx begins with a template of 2010 that brings a second list of styles which contradicts the first, lists, fonts
of Japan and a picture of itself. What no paper uses is left out of the file.
"""

import io
from functools import cache

from docx import Document
from docx.document import Document as Word
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.opc.rel import Relationships

from . import docx_styles as styles
from .docx_parts import element, page_field

KEPT_BY_THE_FILE = {RELATIONSHIP_TYPE.OFFICE_DOCUMENT, RELATIONSHIP_TYPE.CORE_PROPERTIES}
KEPT_BY_THE_TEXT = {
    RELATIONSHIP_TYPE.STYLES,
    RELATIONSHIP_TYPE.SETTINGS,
    RELATIONSHIP_TYPE.HEADER,
    RELATIONSHIP_TYPE.THEME,
}
WORD = "http://schemas.microsoft.com/office/word"
WRITTEN_BY = "Kế hoạch trẻ em"
_PROPERTIES = f"""\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">\
<Application>{WRITTEN_BY}</Application><AppVersion>1.0000</AppVersion></Properties>"""
_FONTS = f"""\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
<w:font w:name="{styles.FACE}"><w:altName w:val="{styles.STAND_IN}"/><w:charset w:val="A3"/>\
<w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>"""  # A3: Vietnamese


def blank() -> Word:
    """A file of its own, with one section and no word in it."""
    return Document(io.BytesIO(_bytes()))


@cache
def _bytes() -> bytes:
    word = Document()
    styles.dress(word)
    styles.set_page(word.sections[0])
    page_field(word.sections[0].header.paragraphs[0])
    _set_up(word)
    package, text = word.part.package, word.part
    _forget_all_but(package.rels, KEPT_BY_THE_FILE)
    _forget_all_but(text.rels, KEPT_BY_THE_TEXT)
    about = Part(
        PackURI("/docProps/app.xml"), CONTENT_TYPE.OFC_EXTENDED_PROPERTIES, _PROPERTIES.encode(), package
    )
    package.relate_to(about, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)
    fonts = Part(PackURI("/word/fontTable.xml"), CONTENT_TYPE.WML_FONT_TABLE, _FONTS.encode(), package)
    text.relate_to(fonts, RELATIONSHIP_TYPE.FONT_TABLE)
    file = io.BytesIO()
    word.save(file)
    return file.getvalue()


def _forget_all_but(relations: Relationships, kept: set[str]) -> None:
    """A part that nothing leads to is not written."""
    for key in [key for key, relation in relations.items() if relation.reltype not in kept]:
        del relations[key]


def _set_up(word: Word) -> None:
    """In the order of the schema: today's Word and not 2010's, numbers as they are written here."""
    settings = word.settings.element
    for old in list(settings):
        settings.remove(old)
    compatibility = element("w:compat")
    compatibility.append(element("w:compatSetting", name="compatibilityMode", uri=WORD, val=15))
    settings.extend(
        (
            element("w:zoom", percent=100),
            element("w:defaultTabStop", val=720),
            element("w:characterSpacingControl", val="doNotCompress"),
            compatibility,
            element("w:themeFontLang", val=styles.LANGUAGE, eastAsia=styles.LANGUAGE),
            element("w:decimalSymbol", val=","),
            element("w:listSeparator", val=";"),
        )
    )
