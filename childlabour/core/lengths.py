"""How long a text may be: columns, forms and readers of every room take the figure from here. In characters. Pure."""

PROSE = 100_000  # some forty pages; the longest plan seen has a third of it
SENTENCE = 2_000
BLOCK = 20_000  # a block of the body: a paragraph of eight pages; the longest seen has a fifth of it
DUE = 80  # when something is to be done, in the office's words
KEY = 40  # of a block, made by whoever writes it first
MARKER = 40  # "I.", "Điều 12.", "Chương IV"
TITLE = 500  # "Subject" of the data of the register (NĐ 30/2020, Phụ lục VI, II)
HEADING = 300
PRODUCT = 300
AGENCY = 200  # a name in full, also as a task prints it
PERSON = 100
SEAT = 80
TYPIST = 40  # "PL.(300)"
CONTACT = 500  # address, telephone, e-mail, website: three or four lines
SYMBOL = 40  # "KH-UBND"
ACT_TYPE = 60
ACT_NUMBER = 60  # with its symbol: "01/QCPH-UBND-CA-LĐTBXH"
MEASURE = 30  # "%", "lớp", "/100.000"
WORDING = 40  # "từ … trở lên"
CONDITION = 300
ISSUER = 300  # of a certificate
MILESTONE = 80  # what an officer calls a state of a draft
REASON = 1_000  # why something was done, for the book or the journal
FULL_NAME = 200  # of somebody or some body, as a certificate or the journal gives it


def whole(text: str, longest: int) -> str:
    """The text where it fits, else nothing: a name or a number cut short would be another one."""
    return text if len(text) <= longest else ""
