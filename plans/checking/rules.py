"""The check, as one readable table: how bad, what is looked for, by which law. Each rule is a small pure function."""

import re
import unicodedata
from collections.abc import Callable, Iterator

from childlabour.core.vietnamese import search_key, short_date
from plans.citing.acts import names_act
from plans.law.competence import Competence, agrees, right_in
from plans.law.kinds import Addressed
from plans.paper.file_copy import file_copy, is_file_copy, lacks_colon
from targets.language.lexicon.agencies import TAKEN_IN_BY
from targets.language.lexicon.patterns import any_of, folded
from targets.language.lexicon.signing import ADDRESSES, AUTHORITIES, DEGREES, DEGREES_IN_FULL, RANKS
from targets.language.lexicon.times import REPORTING_TIMES
from targets.statements import drift_to_mend, is_weaker

from .dossier import CheckedTarget, CheckedUnit, Dossier
from .findings import Finding, Mend, Severity
from .wording import unexplained

Spotted = Iterator[tuple[str, str]]  # (message, anchor)

_REPORTING_TIME = re.compile(rf"{any_of(folded(REPORTING_TIMES))}|\d/\d")
_TAKEN_IN_BY = {function: folded(words) for function, words in TAKEN_IN_BY.items()}
_TITLE_OF_A_PERSON = re.compile(
    rf"(?:{any_of(DEGREES)}\.?(?=[\s.])|{any_of(ADDRESSES, DEGREES_IN_FULL)}\b)[\s.,]*", re.IGNORECASE
)
_RANK = re.compile(rf"{any_of(RANKS)}\b[\s.,]*", re.IGNORECASE)
_CLOSE_AUTHORITY = re.compile(rf"\s*{any_of(AUTHORITIES)}\.\S")


def no_title(d: Dossier) -> Spotted:
    if not d.title.strip():
        yield "Văn bản chưa có trích yếu: ghi nội dung chính trong một câu.", "identity"


def no_citation(d: Dossier) -> Spotted:
    if d.facts.cites and not d.citations and not names_act(d.preamble):
        yield f"Chưa có căn cứ: ghi văn bản mà {d.kind_name} này dựa vào hoặc triển khai.", "citations"


def no_content(d: Dossier) -> Spotted:
    if not d.has_body:
        yield "Văn bản chưa có nội dung: thêm phần mở đầu hoặc các phần.", "body"


def no_recipients(d: Dossier) -> Spotted:
    if not d.recipients:
        yield "Văn bản chưa có nơi nhận: thêm nơi nhận và dòng lưu.", "recipients"


def citation_lapsed(d: Dossier) -> Spotted:
    for citation in d.citations:
        if citation.cited_state:
            yield (
                f"Căn cứ {citation.cited_state}: “{_short(citation.text)}”. Thay bằng văn bản còn hiệu lực.",
                "citations",
            )


def target_without_responsible(d: Dossier) -> Spotted:
    for target in d.targets:
        if not target.has_responsible:
            yield f"Chỉ tiêu chưa có đơn vị chịu trách nhiệm: “{_short(target.sentence)}”.", target.anchor


def target_without_group(d: Dossier) -> Spotted:
    """Of a programme, which has groups to choose among."""
    for target in d.targets:
        if d.has_programme and not target.has_group:
            yield f"Chỉ tiêu chưa xếp vào nhóm mục tiêu nào: “{_short(target.sentence)}”.", target.anchor


def target_without_year(d: Dossier) -> Spotted:
    """In a plan of one year the year goes without saying."""
    for target in d.targets:
        if d.period_from != d.period_to and target.statement.horizon is None:
            yield f"Chỉ tiêu chưa có năm phải đạt: “{_short(target.sentence)}”.", target.anchor


def target_after_period(d: Dossier) -> Spotted:
    for target in d.targets:
        year = target.statement.horizon
        if year and year > d.last_day.year:
            yield (
                f"Chỉ tiêu đặt năm {year}, sau kỳ của {d.kind_name}: “{_short(target.sentence)}”.",
                target.anchor,
            )


def weaker_without_reason(d: Dossier) -> Spotted:
    for target in d.targets:
        if target.upper and not target.weaker_reason and is_weaker(target.statement, target.upper):
            yield f"Chỉ tiêu thấp hơn cấp trên mà chưa ghi lý do: “{_short(target.sentence)}”.", target.anchor


def sentence_and_parts_drifted(d: Dossier) -> Spotted:
    """A figure given against the figure said; who and what may be told in other words (`parts_in_other_words`)."""
    for target in d.targets:
        if parts := [MEASURED[part] for part in _drifted(target) if part in MEASURED]:
            yield (
                f"Chữ và phần ghi thêm của chỉ tiêu nói khác nhau ({', '.join(parts)}): "
                f"“{_short(target.sentence)}”. Sửa một trong hai.",
                target.anchor,
            )


def parts_in_other_words(d: Dossier) -> Spotted:
    for target in d.targets:
        if any(part not in MEASURED for part in _drifted(target)):
            yield (
                f"Phần ghi thêm của chỉ tiêu dùng chữ khác câu in: “{_short(target.sentence)}”.",
                target.anchor,
            )


MEASURED = {
    "comparator": "mức",
    "value": "giá trị",
    "unit": "đơn vị tính",
    "direction": "tăng hay giảm",
    "age_from": "tuổi",
    "age_to": "tuổi",
    "horizon": "đến năm",
}


def _drifted(target: CheckedTarget) -> tuple[str, ...]:
    return drift_to_mend(target.sentence, target.statement)


def task_without_lead(d: Dossier) -> Spotted:
    for task in d.tasks:
        if not task.leads and not task.units_said:
            yield f"Nhiệm vụ chưa có đơn vị chủ trì: “{_short(task.name)}”.", task.anchor


def given_to_a_unit_that_ended(d: Dossier) -> Spotted:
    for task in d.tasks:
        if task.ended_units:
            names = ", ".join(task.ended_units)
            yield f"Giao cho đơn vị đã kết thúc hoạt động: {names}. Chọn đơn vị kế thừa.", task.anchor


def due_outside_period(d: Dossier) -> Spotted:
    for task in d.tasks:
        if task.due_on and not (d.period_from <= task.due_on.year and task.due_on <= d.last_day):
            yield (
                f"Thời hạn {short_date(task.due_on)} nằm ngoài kỳ của {d.kind_name}: “{_short(task.name)}”.",
                task.anchor,
            )


def assigned_unit_not_among_recipients(d: Dossier) -> Spotted:
    listed = {recipient.unit for recipient in d.recipients}
    lines = [search_key(recipient.text) for recipient in d.recipients]
    missing = [
        unit.short_name or unit.name
        for unit in d.assigned_units
        if unit.pk not in listed and not unit.is_of_the_issuer and not _is_named(unit, lines)
    ]
    if missing:
        names = ", ".join(missing)
        yield f"Được giao nhiệm vụ nhưng không có trong Nơi nhận: {names}.", "recipients"


def _is_named(unit: CheckedUnit, lines: list[str]) -> bool:
    keys = [search_key(name) for name in (unit.name, unit.short_name) if name]
    together = _TAKEN_IN_BY.get(unit.function, ())
    return any(
        any(key in line or line in key for key in keys) or any(word in line for word in together)
        for line in lines
        if line
    )


def recipient_without_task(d: Dossier) -> Spotted:
    busy = {unit.pk for unit in d.assigned_units}
    for recipient in d.recipients:
        if (
            recipient.unit
            and busy
            and recipient.unit not in busy
            and "bao cao" not in search_key(recipient.text)
        ):
            yield f"Nơi nhận “{recipient.text}” chưa được giao nhiệm vụ nào.", "recipients"


def no_file_copy(d: Dossier) -> Spotted:
    if not any(is_file_copy(recipient.text) for recipient in d.recipients):
        yield f"Nơi nhận thiếu dòng lưu: thêm “{file_copy()}” ở cuối.", "recipients"


def file_copy_without_colon(d: Dossier) -> Spotted:
    right = file_copy("…")
    for recipient in d.recipients:
        if lacks_colon(recipient.text):
            yield f"Dòng “{recipient.text}” thiếu dấu hai chấm: ghi “{right}”.", "recipients"


def no_reporting_deadline(d: Dossier) -> Spotted:
    if not d.facts.asks_for_reports:
        return
    text = " ".join(passage.wording.folded for passage in d.passages)
    for said in re.finditer(r"bao cao", text):
        around = text[max(0, said.start() - 160) : said.end() + 200]
        if _REPORTING_TIME.search(around):
            return
    yield "Chưa nêu thời hạn báo cáo kết quả: ghi ai báo cáo cho ai, trước ngày nào.", "body"


def authority_without_space(d: Dossier) -> Spotted:
    for line in d.signature_lines:
        if _CLOSE_AUTHORITY.match(line):
            yield f"“{line.strip()}” thiếu dấu cách sau dấu chấm.", "signature"


def deputy_without_collective(d: Dossier) -> Spotted:
    """Where nobody said whose act it is; else `signed_against_competence` tells."""
    lines = " ".join(d.signature_lines)
    if d.issuer_is_committee and not d.competence and "KT." in lines and "TM." not in lines:
        yield "Chưa có dòng “TM. ỦY BAN NHÂN DÂN” phía trên “KT. CHỦ TỊCH”.", "signature"


def no_signer(d: Dossier) -> Spotted:
    if not d.signature_lines:
        yield "Chưa ghi quyền hạn, chức vụ của người ký.", "signature"
    if not d.signer.strip():
        yield "Chưa ghi họ và tên người ký.", "signature"


def not_signed_by_two(d: Dossier) -> Spotted:
    post = d.facts.signed_beside
    if post and not (d.beside_lines and d.beside_signer.strip()):
        yield f"{d.kind_name.capitalize()} có hai người ký: ghi họ và tên {post.lower()}.", "signature"


def second_signature_against_its_kind(d: Dossier) -> Spotted:
    if not d.facts.signed_beside and (d.beside_lines or d.beside_signer):
        yield f"{d.kind_name.capitalize()} chỉ có một chữ ký: bỏ người ký bên trái.", "signature"


def signed_against_competence(d: Dossier) -> Spotted:
    if not d.signature_lines or agrees(d.competence, right_in(d.signature_lines)):
        return
    if d.competence == Competence.HEAD:
        yield (
            "Văn bản thuộc thẩm quyền của người đứng đầu nên không ký “TM.”: bỏ dòng này, "
            "hoặc chọn thẩm quyền ban hành là tập thể.",
            "signature",
        )
    else:
        yield (
            "Văn bản của tập thể mà khối chữ ký không có dòng “TM.”: thêm dòng này (“TM. ỦY BAN NHÂN DÂN”), "
            "hoặc chọn thẩm quyền ban hành là người đứng đầu.",
            "signature",
        )


def nobody_decides(d: Dossier) -> Spotted:
    if d.facts.says_who_decides and not d.competence:
        yield (
            f"{d.kind_name.capitalize()} chưa ghi thẩm quyền ban hành: chọn tập thể hay người đứng đầu ở ô Chữ ký.",
            "signature",
        )


def kept_within_but_public(d: Dossier) -> Spotted:
    if d.circulation and d.is_for_everybody:
        yield (
            f"Văn bản ghi “{d.circulation}”, nhưng văn bản ban hành ở đây ai cũng xem được. "
            "Nếu được công khai thì bỏ dấu này; nếu không thì không ban hành trên hệ thống này.",
            "identity",
        )


def body_without_parts(d: Dossier) -> Spotted:
    if d.facts.headed_parts and d.has_body and not d.parts:
        yield f"Nội dung chưa chia thành phần: mỗi phần của {d.kind_name} phải có tiêu đề.", "body"


def empty_part(d: Dossier) -> Spotted:
    for part in d.parts:
        if part.is_empty:
            yield f"Phần “{_short(part.heading) or 'chưa đặt tên'}” còn trống.", part.anchor


GIVEN = {"lead": "đơn vị chủ trì", "partners": "đơn vị phối hợp", "due": "thời hạn", "product": "sản phẩm"}


def given_beside_the_words(d: Dossier) -> Spotted:
    for task in d.tasks:
        unsaid = task.given - {given.part for given in task.against}
        if unsaid:
            what = ", ".join(GIVEN[name] for name in GIVEN if name in unsaid)
            yield f"Nhiệm vụ “{_short(task.name)}” có {what} chưa ghi trong văn bản.", task.anchor


def given_against_the_words(d: Dossier) -> Spotted:
    for task in d.tasks:
        for given in task.against:
            yield (
                f"Chữ ghi {GIVEN[given.part]} là “{given.said}” nhưng phần ghi thêm là “{given.given}”: "
                f"sửa một trong hai. Nhiệm vụ “{_short(task.name)}”.",
                task.anchor,
            )


def number_does_not_follow(d: Dossier) -> Spotted:
    for slip in d.misnumbered:
        yield (
            f"Số thứ tự không liền: sau “{slip.after}” là “{slip.marker}”, phải là “{slip.right}”.",
            slip.anchor,
        )


TABLES = {"targets": "chỉ tiêu", "tasks": "nhiệm vụ"}


def table_behind_its_marks(d: Dossier) -> Spotted:
    for table in d.outdated_tables:
        yield (
            f"Bảng {TABLES[table.made_from]} không còn khớp với nội dung: lập lại hoặc sửa bảng.",
            table.anchor,
        )


def column_tears_a_word(d: Dossier) -> Spotted:
    for torn in d.torn_words:
        yield f"Cột của bảng hẹp hơn từ “{torn.word}” nên từ bị ngắt giữa chừng: nới cột.", torn.table


def annex_said_vaguely(d: Dossier) -> Spotted:
    for said in d.annexes.vague:
        yield (
            f"“{said.words}” không nói rõ phụ lục nào: ghi {' hoặc '.join(d.annexes.labels)}.",
            said.anchor,
        )


def annex_not_there(d: Dossier) -> Spotted:
    there = f"chỉ có {', '.join(d.annexes.labels)}" if d.annexes.labels else "không có phụ lục nào"
    for said in d.annexes.absent:
        yield f"Nhắc tới “{said.words}” mà văn bản {there}: thêm phụ lục hoặc sửa lời dẫn.", said.anchor


def annex_not_said(d: Dossier) -> Spotted:
    for said in d.annexes.unsaid:
        yield f"Không câu nào dẫn tới {said.words}: ghi lời dẫn trong nội dung.", said.anchor


def addressed_against_its_kind(d: Dossier) -> Spotted:
    if d.facts.addressed == Addressed.NEVER and d.addressees.strip():
        yield (
            f"{d.kind_name.capitalize()} không có dòng “Kính gửi”: nơi nhận ghi ở cuối văn bản.",
            "identity",
        )


def no_addressees(d: Dossier) -> Spotted:
    if d.facts.addressed == Addressed.ALWAYS and not d.addressees.strip():
        yield f"{d.kind_name.capitalize()} chưa ghi “Kính gửi” ai.", "identity"


def dated_by_hand(d: Dossier) -> Spotted:
    if d.dated_by_hand:
        yield "Ngày ban hành đã điền: nên để trống, văn thư ghi khi cấp số.", "identity"


def left_open(d: Dossier) -> Spotted:
    for passage in d.passages:
        if passage.wording.has_gap:
            yield f"Còn chỗ chưa điền: “{_short(passage.text)}”.", passage.anchor


def list_that_goes_on(d: Dossier) -> Spotted:
    for passage in d.passages:
        if passage.wording.goes_on:
            yield f"Liệt kê còn bỏ lửng bằng “…”: nên ghi đủ. “{_short(passage.text)}”.", passage.anchor


def signs_that_do_not_print(d: Dossier) -> Spotted:
    for signs in d.unprintable:
        shown = " ".join(_shown(sign) for sign in signs.text.split(" "))
        yield (
            f"Phông chữ của văn bản không có ký tự {shown}: thay bằng dấu gạch đầu dòng hoặc chữ thường dùng.",
            signs.anchor,
        )


def _shown(sign: str) -> str:
    """A private sign has no look of its own: it is named by its number."""
    return f"U+{ord(sign):04X}" if unicodedata.category(sign) in ("Co", "Cn") else f"“{sign}”"


def title_in_capitals(d: Dossier) -> Spotted:
    if len(d.title) > 10 and d.title == d.title.upper():
        yield "Trích yếu viết in hoa: viết chữ thường, chỉ viết hoa chữ đầu và tên riêng.", "identity"


def title_names_its_kind(d: Dossier) -> Spotted:
    if d.facts.named and search_key(d.title).startswith(search_key(d.kind_name)):
        yield (
            f"Trích yếu bắt đầu bằng “{d.kind_name.capitalize()}”: tên loại đã in ở dòng trên, bỏ chữ này.",
            "identity",
        )


def title_ends_like_a_sentence(d: Dossier) -> Spotted:
    if d.title.rstrip().endswith((".", ";", ",", ":")):
        yield "Trích yếu kết thúc bằng dấu câu: bỏ dấu ở cuối.", "identity"


def signer_with_a_title(d: Dossier) -> Spotted:
    if found := _TITLE_OF_A_PERSON.match(_RANK.sub("", d.signer.strip(), count=1)):
        yield (
            f"Họ tên người ký có “{found[0].strip(' ,')}”: bỏ học hàm, học vị, danh hiệu, cách xưng hô trước họ tên.",
            "signature",
        )


def signer_in_small_letters(d: Dossier) -> Spotted:
    bare = _RANK.sub("", d.signer.strip(), count=1)  # "Thượng tá Nguyễn Văn An"
    name = bare.split()
    if _TITLE_OF_A_PERSON.match(bare):
        return  # told as such
    if any(word[:1].islower() for word in name) or (len(name) > 1 and bare == bare.upper()):
        yield f"Họ tên người ký “{d.signer.strip()}”: viết hoa chữ đầu của mỗi tiếng.", "signature"


def words_doubled(d: Dossier) -> Spotted:
    for passage in d.passages:
        for words in passage.wording.doubled:
            yield f"Lặp chữ: “{words}”.", passage.anchor


def tones_placed_two_ways(d: Dossier) -> Spotted:
    first = [(word, passage.anchor) for passage in d.passages for word in passage.wording.tones_on_first]
    second = [(word, passage.anchor) for passage in d.passages for word in passage.wording.tones_on_second]
    if first and second:
        fewer = min((first, second), key=len)
        yield (
            f"Đặt dấu hai kiểu: “{first[0][0]}” và “{second[0][0]}”. Chọn một kiểu cho cả văn bản.",
            fewer[0][1],
        )


def abbreviations_unexplained(d: Dossier) -> Spotted:
    for place, short in unexplained(passage.wording for passage in d.passages):
        yield f"Viết tắt “{short}” chưa được viết đầy đủ lần đầu.", d.passages[place].anchor


Rule = tuple[Severity, Callable[[Dossier], Spotted], str]

NĐ30 = "NĐ 30/2020, Phụ lục I, "
# What the decree asks of every document (Điều 8.2), one written on paper long ago too.
ESSENTIAL: tuple[Rule, ...] = (
    (Severity.ERROR, no_title, NĐ30 + "II.5"),
    (Severity.ERROR, no_citation, NĐ30 + "II.6a"),
    (Severity.ERROR, no_addressees, NĐ30 + "II.9b"),
    (Severity.ERROR, no_content, NĐ30 + "II.6"),
    (Severity.ERROR, no_recipients, NĐ30 + "II.9"),
    (Severity.ERROR, no_signer, NĐ30 + "II.7"),
    (Severity.ERROR, not_signed_by_two, "NĐ 30/2020, Phụ lục III, Mẫu 1.9"),
)
# The one truth of "complete": what is an error here keeps a draft from being submitted, in the same words.
RULES: tuple[Rule, ...] = (
    *ESSENTIAL,
    (Severity.ERROR, citation_lapsed, "Luật Ban hành VBQPPL: căn cứ phải còn hiệu lực"),
    (Severity.ERROR, weaker_without_reason, "Chỉ tiêu cấp dưới không thấp hơn cấp trên"),
    (Severity.ERROR, addressed_against_its_kind, NĐ30 + "II.9b"),
    (Severity.ERROR, second_signature_against_its_kind, "NĐ 30/2020, Phụ lục III, Mẫu 1.9"),
    (Severity.ERROR, signed_against_competence, NĐ30 + "II.7b"),
    (Severity.ERROR, nobody_decides, "NĐ 30/2020, Phụ lục III, Mẫu 1.2"),
    (Severity.ERROR, left_open, ""),
    (Severity.ERROR, sentence_and_parts_drifted, ""),
    (Severity.ERROR, given_against_the_words, ""),
    (Severity.ERROR, kept_within_but_public, NĐ30 + "III.2c"),
    (Severity.WARNING, target_without_responsible, ""),
    (Severity.WARNING, target_without_group, ""),
    (Severity.WARNING, target_without_year, ""),
    (Severity.WARNING, target_after_period, ""),
    (Severity.WARNING, task_without_lead, ""),
    (Severity.WARNING, given_to_a_unit_that_ended, ""),
    (Severity.WARNING, due_outside_period, ""),
    (Severity.WARNING, assigned_unit_not_among_recipients, NĐ30 + "II.9"),
    (Severity.WARNING, no_file_copy, NĐ30 + "II.9d"),
    (Severity.WARNING, file_copy_without_colon, NĐ30 + "II.9d"),
    (Severity.WARNING, authority_without_space, NĐ30 + "II.7đ"),
    (Severity.WARNING, body_without_parts, NĐ30 + "II.6d"),
    (Severity.WARNING, empty_part, ""),
    (Severity.WARNING, number_does_not_follow, NĐ30 + "II.6đ"),
    (Severity.WARNING, table_behind_its_marks, ""),
    (Severity.WARNING, column_tears_a_word, ""),
    (Severity.WARNING, annex_said_vaguely, NĐ30 + "III.1"),
    (Severity.WARNING, annex_not_there, NĐ30 + "III.1"),
    (Severity.WARNING, annex_not_said, NĐ30 + "III.1a"),
    (Severity.WARNING, no_reporting_deadline, "NĐ 09/2019: mỗi chế độ báo cáo nêu thời hạn"),
    (Severity.WARNING, dated_by_hand, "NĐ 30/2020, Điều 15"),
    (Severity.WARNING, words_doubled, ""),
    (Severity.WARNING, signs_that_do_not_print, NĐ30 + "I.4"),
    (Severity.WARNING, title_in_capitals, NĐ30 + "II.5b"),
    (Severity.WARNING, title_names_its_kind, NĐ30 + "II.5b"),
    (Severity.WARNING, title_ends_like_a_sentence, NĐ30 + "II.5b"),
    (Severity.WARNING, signer_with_a_title, NĐ30 + "II.7c"),
    (Severity.WARNING, signer_in_small_letters, NĐ30 + "II.7đ"),
    (Severity.HINT, list_that_goes_on, ""),
    (Severity.HINT, parts_in_other_words, ""),
    (Severity.HINT, deputy_without_collective, NĐ30 + "II.7b"),
    (Severity.HINT, recipient_without_task, ""),
    (Severity.HINT, given_beside_the_words, ""),
    (Severity.HINT, tones_placed_two_ways, ""),
    (Severity.HINT, abbreviations_unexplained, NĐ30 + "II.6"),
)


MENDS: dict[Callable[[Dossier], Spotted], Mend] = {
    number_does_not_follow: Mend.RENUMBER,
    table_behind_its_marks: Mend.REMAKE,
    column_tears_a_word: Mend.WIDEN,
    given_beside_the_words: Mend.SAY,
}


def check(dossier: Dossier, rules: tuple[Rule, ...] = RULES) -> list[Finding]:
    """Everything the rules find, the worst first, then in the order of the table and of the paper."""
    findings = [
        Finding(severity, message, anchor, reference, MENDS.get(rule))
        for severity, rule, reference in rules
        for message, anchor in rule(dossier)
    ]
    return sorted(findings, key=lambda finding: finding.severity)


def _short(text: str, length: int = 70) -> str:
    line = " ".join(text.split()).rstrip(" .;")  # the quotation ends inside a sentence of ours
    return line if len(line) <= length else f"{line[:length].rsplit(' ', 1)[0]}…"
