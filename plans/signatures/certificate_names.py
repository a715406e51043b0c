"""Whether a certificate names the person or the agency that a paper names; without tone marks, as offices type."""

import re

from childlabour.core.vietnamese import search_key

# As certificates and letterheads shorten them; without tone marks.
IN_FULL = {"ubnd": "uy ban nhan dan", "hdnd": "hoi dong nhan dan", "tp": "thanh pho", "tx": "thi xa"}
IN_FULL |= {"ldtbxh": "lao dong thuong binh xa hoi", "ldtb": "lao dong thuong binh", "tt": "thi tran"}


def names_person(common_name: str, person: str) -> bool:
    """All words of the person's name stand together in the certificate's: "VI VAN HUNG", "Vi Văn Hùng (CT)"."""
    return bool(_words(person)) and _stands_in(_words(person), _words(common_name))


def names_agency(common_name: str, organisation: str, agency: str) -> bool:
    """The certificate is the agency's own.

    Either its common name has all words of the agency's, or it has the first of them and the organisation above
    has the rest ("Phòng Lao động" of "UBND huyện Hữu Lũng"). That an agency stands only above is not enough: a
    commune's certificate names its district, too.
    """
    own, above, asked = _words(common_name), _words(organisation), _words(agency)
    if not asked or not own:
        return False
    if _stands_in(asked, own):
        return True
    return asked[: len(own)] == own and _stands_in(asked[len(own) :], above)


def _words(name: str) -> list[str]:
    words = re.findall(r"[a-z0-9]+", search_key(name))
    return [part for word in words for part in IN_FULL.get(word, word).split() if part != "va"]


def _stands_in(asked: list[str], said: list[str]) -> bool:
    return any(said[start : start + len(asked)] == asked for start in range(len(said) - len(asked) + 1))
