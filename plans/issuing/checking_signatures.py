"""Whether what was signed with a key still bears the signatures on record, over the pages that were printed.

The paper and each annex in a file of its own alike: the file is what was printed with signatures added and nothing
else; each of them is sound, made by the certificate that the record names, and covers no word.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from plans.models import AnnexFile, Capacity, Issue, Means, Signature, SigningCopy
from plans.signatures.pades.asking import taken_back
from plans.signatures.pades.seen import Seen, SeenSignature

from . import appearance
from .freezing import paper_in

OTHERS = "chữ ký trong tệp không phải các chữ ký đã ghi khi ký"


def faults_of_signatures(issue: Issue) -> Iterator[str]:
    """Half a second for a paper that was signed with a key, nothing for any other. Two queries."""
    made = [one for one in issue.document.signatures.all() if one.means != Means.HAND]
    copy = SigningCopy.objects.filter(document=issue.document).first() if made else None
    if copy is None:
        return
    may_touch = appearance.touchable(paper_in(copy.snapshot))
    yield from _faults_of_signed(bytes(copy.pdf), bytes(issue.pdf), may_touch, made)


def faults_of_seal(annex: AnnexFile, issue: Issue) -> Iterator[str]:
    """The agency's alone; none where the document was signed by hand. Half a second."""
    made = [one for one in issue.document.signatures.all() if one.means != Means.HAND]
    by_agency = [one for one in made if one.capacity == Capacity.AGENCY]
    if by_agency and annex.signed_pdf is None:
        yield "chưa có chữ ký số của cơ quan"
    elif by_agency:
        yield from _faults_of_signed(bytes(annex.pdf), annex.current, (), by_agency)
    elif annex.signed_pdf is not None:
        yield OTHERS


def _faults_of_signed(
    printed: bytes, kept: bytes, may_touch: Sequence[str], made: Sequence[Signature]
) -> Iterator[str]:
    back = taken_back(printed, kept, may_touch)
    if back.faults:
        yield "tệp đã ký không phải bản đã in cộng thêm chữ ký"
        return
    for seen in back.signatures:
        yield from _faults_of(seen)
    found = Counter(seen.certificate_sha256 for seen in back.signatures if isinstance(seen, SeenSignature))
    on_record = Counter(one.certificate_sha256 for one in made if one.certificate_sha256)
    if found.total() != len(made) or on_record - found:
        yield OTHERS
    for words in back.covered:
        yield f"hình của chữ ký che chữ “{words}”"


def _faults_of(seen: Seen) -> Iterator[str]:
    if not isinstance(seen, SeenSignature):
        yield "có chữ ký không đọc được"
    elif not seen.intact or not seen.whole:
        yield f"chữ ký của {seen.signer} không còn khớp với tệp"
