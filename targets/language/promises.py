"""Promise or report: "phấn đấu đạt 90%" is a target, "chiếm tỷ lệ 31,4% dân số" is how things stand."""

from dataclasses import dataclass

from childlabour.core.vietnamese import PERCENT
from targets.language.clauses import Clause
from targets.language.lexicon.comparing import REACHED, ROUGH
from targets.language.lexicon.counting import EACH, HOW_LONG
from targets.language.lexicon.moving import HOURS
from targets.language.lexicon.promising import PURPOSES
from targets.language.lexicon.reporting import (
    AWARDS,
    BEFORE_NO_ONLY,
    CASES,
    CONSEQUENCES,
    FORMERLY,
    HAVING,
    JUDGED,
    OWING,
    POINTS,
    REFUSED,
    SCORING,
    SUPPOSING,
)
from targets.language.parts import Comparator, Direction, Statement
from targets.language.phrases import (
    AIMS,
    BARE_QUANTITIES,
    COUNTED,
    DOING,
    GOALS,
    MODES,
    MONEY,
    NOW,
    PLACES,
    REPORTING,
    Phrases,
)
from targets.language.surroundings import after_marks
from targets.language.times import time_after
from targets.language.tokens import Reading

_PURPOSES_NEAR = 4  # words: "giải pháp nhằm giảm thiểu tối đa …"
_NOWHERE = 10**9
_AWARDS, _SUPPOSING = Phrases(AWARDS), Phrases(SUPPOSING)
_JUDGED, _REFUSED = Phrases(JUDGED), Phrases(REFUSED)
_FORMERLY = Phrases(FORMERLY)
_HAVING, _FROM = Phrases(HAVING), "từ"
_SCORING_NEAR = 3  # words before the points
_NEAR_POINTS = 12  # words behind a figure: "cộng thêm tối đa 02 điểm"
_BEFORE_A_CLAUSE = frozenset({",", "trong", "(", "-", ":"})
_LONGEST_LABEL = 8  # words of "Bình đẳng giới:"
_LONGEST_SUPPOSED = 40  # words of "Trường hợp xã có …"


@dataclass(frozen=True)
class Voice:
    """Where a sentence first speaks of aims ("phấn đấu") and where of how things stand ("đến nay")."""

    since: int  # the token where the sentence begins
    goal: int = _NOWHERE  # any word of promise: "tiếp tục", "bảo đảm", too
    aim: int = _NOWHERE  # "phấn đấu", "chỉ tiêu": they hold for what follows after ";"
    report: int = _NOWHERE
    money: int = _NOWHERE
    now: bool = False  # how things stand today, not what was done
    until: int = _NOWHERE  # where the sentence ends
    award: int = _NOWHERE  # "được khen": limits behind it are no targets
    refused: int = _NOWHERE  # "không được xét": a figure before it is a threshold
    supposing: int = _NOWHERE  # "trường hợp", and
    consequence: int = -1  # "thì": between them something is supposed
    supposed: int = -1  # where the supposition ends that opens the sentence


def listen(reading: Reading, since: int, until: int, before: Voice | None) -> Voice:
    """The voice of one sentence; `before`: of what stands before its ";"."""
    reported = before is not None and before.report < before.goal  # not "tiếp tục duy trì kết quả đã đạt"
    if before and reported and before.now and reading.words[since : since + 1] == ("đến",):
        reported = time_after(reading.words, since, until) is None  # "hiện nay … 3%; đến năm 2025, …"
    aimed = before is not None and before.aim < _NOWHERE and not reported
    report = since if reported else _first(REPORTING, reading, since, until)
    goal = since if aimed else _first(GOALS, reading, since, until)
    aim = since if aimed else _first(AIMS, reading, since, until)
    now = report < _NOWHERE and bool(NOW.starting(reading.words, report, until))
    money, award = _first(MONEY, reading, since, until), _first(_AWARDS, reading, since, until)
    supposing = _supposing(reading, since, until)
    consequence = max((i for i in range(since, until) if reading.words[i] in CONSEQUENCES), default=-1)
    supposed = _end_of_supposed(reading, since, until, supposing)
    refused = _first(_REFUSED, reading, since, until)
    return Voice(
        since, goal, aim, report, money, now, until, award, refused, supposing, consequence, supposed
    )


def _supposing(reading: Reading, since: int, until: int) -> int:
    """ "nếu …", "trường hợp …" where a clause begins; "100% trường hợp" counts them."""
    words, opening = reading.words, after_marks(reading.words, since, until)
    begins = (i for i in range(opening, until) if i == opening or words[i - 1] in _BEFORE_A_CLAUSE)
    return next((i for i in begins if _SUPPOSING.starting(words, i, until)), _NOWHERE)


def _end_of_supposed(reading: Reading, since: int, until: int, supposing: int) -> int:
    """ "Trường hợp xã có dưới 50% hộ tham gia, …": up to its comma; -1 where the sentence opens otherwise."""
    if supposing != after_marks(reading.words, since, until):
        return -1
    near = range(supposing, min(until, supposing + _LONGEST_SUPPOSED))
    return next((i for i in near if reading.words[i] == ","), until)


def _first(phrases: Phrases, reading: Reading, since: int, until: int) -> int:
    at = phrases.first_in(reading.words, since, until)
    while at is not None:
        before = reading.words[at - 1] if at > since else ""
        announced = phrases in (GOALS, AIMS) and (
            before[:1].isdigit()  # "có 03 mục tiêu …"
            or (reading.words[since] in PURPOSES and at - since < _PURPOSES_NEAR)  # "Để đạt mục tiêu, …"
        )
        certified = phrases is REPORTING and before in BEFORE_NO_ONLY  # "có chứng chỉ đạt 28%"
        if not (announced or certified):
            return at
        at = phrases.first_in(reading.words, at + 1, until)
    return _NOWHERE


def is_promise(reading: Reading, clause: Clause, statement: Statement, voice: Voice) -> bool:
    """Whether the clause sets a target."""
    named = statement.population or statement.outcome
    share = statement.quantity or "tỷ lệ" in clause.measure.pieces
    if not named and not (share and voice.goal <= clause.measure.first):
        return False  # "duy trì tỷ lệ dưới 1%" promises, though what stands above says of whom
    if _is_of_the_past(reading, clause):
        return False
    if clause.measure.noted or _is_of_money(clause, statement, voice) or _sets_no_aim(reading, clause, voice):
        return False
    if clause.measure.value is None:
        return not PURPOSES & set(
            reading.words[max(voice.since, clause.start - _PURPOSES_NEAR) : clause.start]
        )
    goal = _says_goal(clause, statement, voice)
    if not goal and _reports(reading, clause, statement, voice):
        return False
    if clause.measure.counted:
        due = bool(statement.horizon and statement.outcome) or voice.aim <= clause.measure.first
        ends = clause.end >= len(reading.words) - 1 and reading.words[clause.measure.first - 1] == ":"
        number = clause.quantity.startswith("số")
        listed = ends and number  # "Số trẻ em được tặng quà: 200 em."
        listed = listed or (number and REACHED in clause.measure.pieces)  # "Số trẻ em … đạt 3.000 em"
        shared = statement.out_of is not None and bool(statement.outcome)  # "10/10 thôn ký cam kết"
        shared = shared or (statement.direction is Direction.HOLD and voice.report > clause.measure.first)
        shared = shared or _becomes(reading, clause, statement, voice)
        return due or listed or shared or clause.measure.decided or bool(clause.doing or clause.who)
    return goal or bool(statement.horizon) or "là" not in clause.measure.pieces or clause.leading


def _is_of_the_past(reading: Reading, clause: Clause) -> bool:
    """ "Phấn đấu 93% hộ đạt chuẩn, năm rồi đạt 91,4%": said straight before the figure."""
    return _FORMERLY.first_in(reading.words, clause.start, clause.measure.first) is not None


def _sets_no_aim(reading: Reading, clause: Clause, voice: Voice) -> bool:
    """A figure that points are given for, that limits awards, or on which something depends."""
    words, first, last = reading.words, clause.measure.first, clause.measure.last
    near = range(last, min(voice.until, last + _NEAR_POINTS, len(words)))
    points = next((i for i in near if words[i] in POINTS), None)
    if points is not None and SCORING & set(words[last:points]):
        return True
    if clause.measure.unit in POINTS and SCORING & set(
        words[max(voice.since, first - _SCORING_NEAR) : first]
    ):
        return True  # "cộng 02 điểm", "trừ thêm 05 điểm"
    if voice.award < first or first < voice.supposed or _is_a_threshold(words, clause, voice):
        return True
    if clause.measure.counted and _tells_whom(words, clause, voice):
        return True
    if clause.measure.counted and _in_case(words, clause, voice):
        return True
    return voice.supposing < first and last <= voice.consequence


def _tells_whom(words: tuple[str, ...], clause: Clause, voice: Voice) -> bool:
    """ "Cơ sở sử dụng từ 10 lao động trở lên phải đăng ký": the count says which of them, the verb what they owe."""
    first, opening = clause.measure.first, after_marks(words, voice.since, clause.measure.first)
    having = first - _HAVING.ending(words, first, opening)
    if having in (first, opening) or not words[having - 1].isalpha():
        return False
    everywhere = words[opening] in EACH or PLACES.starting(words, opening, having)
    if everywhere or voice.goal <= first or MODES.ending(words, having, opening):
        return False
    return words[first] == _FROM or bool(
        OWING & set(words[clause.measure.last : clause.measure.last + _NEAR_POINTS])
    )


def _in_case(words: tuple[str, ...], clause: Clause, voice: Voice) -> bool:
    """ "báo ngay khi học sinh nghỉ học từ 05 buổi": from how many on something is done."""
    first = clause.measure.first
    near = max(voice.since, first - _LONGEST_SUPPOSED)
    begins = max((i for i in range(near, first) if words[i] in _BEFORE_A_CLAUSE), default=near)
    often = clause.measure.pieces == (_FROM,) and clause.measure.unit in HOW_LONG
    return often or bool(CASES & set(words[begins:first]))


def _is_a_threshold(words: tuple[str, ...], clause: Clause, voice: Voice) -> bool:
    """ "từ 90 điểm trở lên được công nhận", "dưới 50% hộ tham gia không được xét": who is judged, and by what."""
    last = clause.measure.last
    if last <= voice.refused < _NOWHERE:
        return True
    until = min(voice.until, last + _NEAR_POINTS, len(words))
    return _JUDGED.first_in(words, last, until) is not None and bool(POINTS & set(words[last : last + 1]))


def _becomes(reading: Reading, clause: Clause, statement: Statement, voice: Voice) -> bool:
    """ "1.000 trẻ em được phẫu thuật": whether promised or reported, only its place can tell."""
    if clause.lead.verb and statement.change and clause.start <= voice.since + 1:
        return voice.report == _NOWHERE  # "Giảm 03 vụ xâm hại trẻ em"
    first = clause.measure.first
    opens = clause.leading and (clause.start == first or MODES.ending(reading.words, first, clause.start) > 0)
    if not opens or voice.report < clause.end:
        return False
    if _opens_its_line(reading, clause, voice):
        return True  # "04 khu phố có góc vui chơi", "Bình đẳng giới: 02 trung tâm tư vấn"
    return statement.outcome.startswith(("được ", "đạt "))


def _opens_its_line(reading: Reading, clause: Clause, voice: Voice) -> bool:
    """Alone, or behind a label that names neither a quantity nor people ("Tổng số trẻ em: 5.543 trẻ" does)."""
    words, start = reading.words, clause.start
    opening = after_marks(words, voice.since, start)
    if start <= opening:
        return True
    label = range(opening, start - 1)
    if words[start - 1] != ":" or len(label) > _LONGEST_LABEL:
        return False
    return all(words[i].isalpha() for i in label) and not any(
        phrases.starting(words, i, start) for i in label for phrases in (COUNTED, BARE_QUANTITIES)
    )


def _is_of_money(clause: Clause, statement: Statement, voice: Voice) -> bool:
    """ "kinh phí 620 triệu đồng, ngân sách huyện bảo đảm 70%": who pays which share."""
    return statement.unit == PERCENT and not statement.change and voice.money < clause.measure.first


def is_certain(clause: Clause, statement: Statement, voice: Voice) -> bool:
    """Whether the words alone show it; if not, the place in the document decides (objectives, situation)."""
    if clause.measure.value is None or _says_goal(clause, statement, voice):
        return True
    if ROUGH & set(clause.measure.pieces) and not statement.horizon:
        return False
    decided = statement.comparator is not Comparator.EQUAL
    if clause.measure.counted:
        return decided
    if clause.measure.unit.partition(" ")[0] in HOURS and not clause.lead.verb:
        return False  # "thời gian xử lý … không quá 24 giờ"
    if clause.leading:
        told = bool(statement.outcome) and not _is_work(clause)
        return told or statement.change or decided or statement.horizon is not None
    return decided or bool((clause.lead.verb and not clause.verb_behind) or clause.suffix.horizon)


def _is_work(clause: Clause) -> bool:
    """ "Bàn giao 100% học sinh", "Khảo sát 20% hộ": whether that is an aim, its place must tell."""
    words = tuple(clause.doing.lower().split())
    return bool(words) and words[-1] != "cho" and not DOING.ending(words, len(words), 0)


def _says_goal(clause: Clause, statement: Statement, voice: Voice) -> bool:
    if voice.goal <= clause.measure.first:
        return True
    return statement.comparator is Comparator.AT_LEAST and statement.value_to is None


def _reports(reading: Reading, clause: Clause, statement: Statement, voice: Voice) -> bool:
    if voice.report < clause.measure.last:
        return True
    if "chiếm" in clause.measure.pieces and not statement.horizon:
        return True
    if ROUGH & set(clause.measure.pieces) and not (statement.horizon or statement.outcome):
        return True
    if clause.verb_behind and clause.apposed and statement.change:  # "…, tăng 2% so với năm 2023"
        return True
    capped = statement.comparator is Comparator.AT_MOST and not clause.measure.level and clause.leading
    if "cùng kỳ" in statement.baseline:
        return True
    if (
        statement.outcome.startswith(("đã ", "chưa ")) and not capped
    ):  # "Không quá 2% trẻ em đã được hỗ trợ …"
        return True
    return _part_of_a_phrase(reading, clause, statement, voice)


def _part_of_a_phrase(reading: Reading, clause: Clause, statement: Statement, voice: Voice) -> bool:
    """ "mức đóng bằng 4,5% mức lương cơ sở": a value in the middle of its sentence that promises nothing."""
    if not clause.leading or statement.outcome or clause.doing or clause.lead.jointed or clause.lead.verb:
        return False
    inside = clause.start == clause.measure.first and clause.start > voice.since
    opening = after_marks(reading.words, voice.since, clause.start)
    if BARE_QUANTITIES.starting(reading.words, opening, clause.start):
        return False  # "Tỷ lệ tiêm chủng 96% trẻ dưới 1 tuổi"
    return inside and reading.words[clause.start - 1].isalpha()
