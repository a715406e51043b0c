"""Promise or report: "phấn đấu đạt 90%" is a target, "chiếm tỷ lệ 31,4% dân số" is how things stand."""

from targets.clauses import Clause
from targets.parts import Comparator, Statement
from targets.phrases import GOALS, PURPOSE, REPORTING
from targets.tokens import Reading

_PURPOSES_NEAR = 4  # words: "giải pháp nhằm giảm thiểu tối đa …"


def is_promise(reading: Reading, clause: Clause, statement: Statement, since: int, reported: bool) -> bool:
    """Whether the clause sets a target; `since`: the token where its sentence begins; `reported`: what the
    words before the last ";" do."""
    if not (statement.population or statement.outcome) or clause.measure.noted:
        return False
    if clause.measure.value is None:
        return not PURPOSE & set(reading.words[max(since, clause.start - _PURPOSES_NEAR) : clause.start])
    goal = _says_goal(reading, clause, statement, since)
    if not goal and (reported or _reports(reading, clause, statement, since)):
        return False
    if clause.measure.counted:
        return goal or clause.measure.decided or bool(clause.doing or clause.who or statement.horizon)
    return goal or bool(statement.horizon) or "là" not in clause.measure.pieces or clause.leading


def is_certain(reading: Reading, clause: Clause, statement: Statement, since: int) -> bool:
    """Whether the words alone show it; if not, the place in the document decides (objectives, situation)."""
    if clause.measure.value is None or _says_goal(reading, clause, statement, since):
        return True
    if clause.measure.counted:
        return clause.measure.decided
    if clause.leading:
        return bool(statement.outcome or statement.change)
    return clause.measure.decided or bool(clause.lead.verb or clause.suffix.horizon)


def says_report(reading: Reading, since: int, until: int) -> bool:
    """Whether words such as "chiếm", "đến nay", "đã đạt" stand among these tokens."""
    return any(REPORTING.starting(reading.words, i, until) for i in range(since, until))


def _says_goal(reading: Reading, clause: Clause, statement: Statement, since: int) -> bool:
    before = range(since, clause.measure.first)
    if any(GOALS.starting(reading.words, i, clause.measure.first) for i in before):
        return True
    return statement.comparator is Comparator.AT_LEAST and statement.value_to is None


def _reports(reading: Reading, clause: Clause, statement: Statement, since: int) -> bool:
    if says_report(reading, since, clause.measure.last):
        return True
    return statement.outcome.startswith("đã ") or "cùng kỳ" in statement.baseline
