"""No text can hold a thread: every expression that reads text is timed on 200,000 characters made to hurt it."""

import ast
import importlib
import re
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from .imports import HOUSE, module_of

LONG = 200_000  # characters: more than any column, paste or paragraph may hold
SHORTER = (4_000, 32_000)
SECONDS = 1.0  # of processor time, for the long text; linear expressions need some hundredths

STARTS_SOMETHING = ("childlabour/server.py", "childlabour/wsgi.py")
LOOKED_FOR = {"search", "sub", "subn", "split", "findall", "finditer"}  # from every place of the text
AT_A_PLACE = {"match", "fullmatch"}
METHODS = LOOKED_FOR | AT_A_PLACE

# Texts that repeat one of these, alone or behind a word of the expression itself.
REPEATED = (
    *"1 aAỦđ\n\t.,;:-–_/%([{\"'“”…=|*#x",
    *("1.", "1,", "a ", "1 ", ". ", "A.", "A ", "a.", "x\n", "1)", "1/", "A-", " -", "(1", "**", "| "),
    *("ngày 1 ", "trẻ em ", "từ 1 ", "1% ", "số 1/", "của ", "Căn cứ ", "và ", "I. ", "năm 2021 "),
)
BEHIND_A_WORD = (*'1 a.,;-("', "a ", "1.", "1 ")


@dataclass(frozen=True)
class Expression:
    name: str
    pattern: re.Pattern[str]
    methods: frozenset[str]

    def read(self, text: str) -> None:
        if self.methods & LOOKED_FOR:
            for _ in self.pattern.finditer(text):
                pass
        else:
            for method in self.methods & AT_A_PLACE:
                getattr(self.pattern, method)(text)

    @property
    def words(self) -> list[str]:
        """Words that it looks for, with the blank behind them."""
        plain = re.sub(
            r"\\(?=\W)", "", re.sub(r"\\[a-zA-Z]|\(\?P<\w+>|\(\?[a-z:=!<]+", "|", self.pattern.pattern)
        )
        return list(dict.fromkeys(re.findall(r"\w[\w ]{2,30}", plain)))[:4]

    @property
    def texts(self) -> Iterator[tuple[str, str]]:
        repeated = (*REPEATED, *(f"{word} " for word in self.words))
        yield from (("", unit) for unit in repeated)
        yield from ((f"{word} ", unit) for word in self.words for unit in BEHIND_A_WORD)


def test_no_expression_needs_more_than_a_second_for_the_longest_text():
    too_slow = [
        f"{expression.name} on {text}" for expression in expressions() if (text := hurt_by(expression))
    ]
    assert not too_slow, "\n".join(too_slow)


def test_an_expression_that_needs_the_square_would_be_found():
    careless = Expression("careless", re.compile(r"\d+%"), frozenset({"search"}))
    assert needed(careless, "", "1") > SECONDS


def test_an_expression_made_of_other_words_is_compiled_where_this_law_sees_it():
    hidden = {
        f"{name}:{call.lineno}" for name, call in calls_of_re() if not isinstance(call.args[0], ast.Constant)
    }
    assert not hidden, "re.compile at the top of the module, under a name"


# ── How long ─────────────────────────────────────────────────────────────────────────────────────


def hurt_by(expression: Expression) -> str:
    for lead, unit in expression.texts:
        if (seconds := needed(expression, lead, unit)) > SECONDS:
            return f"{lead!r} and {unit!r} again and again: {seconds:.1f} s"
    return ""


def needed(expression: Expression, lead: str, unit: str) -> float:
    """Seconds of processor time for the long text; shorter ones tell whether it is worth asking."""
    for length in SHORTER:
        if timed(expression, lead + unit * (length // len(unit))) < SECONDS * (length / LONG) ** 2:
            return 0  # even if it needs the square
    return min(timed(expression, lead + unit * (LONG // len(unit))) for _ in range(2))


def timed(expression: Expression, text: str) -> float:
    begun = time.thread_time()
    with _stopped_after(SECONDS * 1.1):
        expression.read(text)
    return time.thread_time() - begun


@contextmanager
def _stopped_after(seconds: float) -> Iterator[None]:
    before = signal.signal(signal.SIGVTALRM, _enough)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        with suppress(TimeoutError):
            yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _enough(*_: object) -> None:
    raise TimeoutError


# ── Which ────────────────────────────────────────────────────────────────────────────────────────


def modules_of_the_house() -> Iterator[tuple[str, Path]]:
    for top in ("childlabour", "targets", "plans"):
        for path in sorted((HOUSE / top).rglob("*.py")):
            name = path.relative_to(HOUSE)
            if "migrations" not in name.parts and str(name) not in STARTS_SOMETHING:
                yield module_of(str(name)), path


def expressions() -> list[Expression]:
    sources = {name: path.read_text("utf-8") for name, path in modules_of_the_house()}
    found: dict[tuple[str, int], Expression] = {}
    for name in sources:
        for variable, value in vars(importlib.import_module(name)).items():
            for pattern in patterns_in(value):
                called = {
                    call[1]
                    for source in ([sources[name]] if variable.startswith("_") else sources.values())
                    for call in re.finditer(rf"\b{re.escape(variable)}\.(\w+)\(", source)
                } & METHODS
                keep(found, Expression(f"{name}.{variable}", pattern, frozenset(called or LOOKED_FOR)))
    for name, call in calls_of_re():
        if isinstance(words := call.args[0], ast.Constant):
            method = call.func.attr
            keep(found, Expression(f"{name}:{call.lineno}", re.compile(words.value), frozenset({method})))
    assert len(found) > 150
    return list(found.values())


def keep(found: dict[tuple[str, int], Expression], new: Expression) -> None:
    key = (new.pattern.pattern, new.pattern.flags)
    known = found.get(key)
    found[key] = replace(known, methods=known.methods | new.methods) if known else new


def patterns_in(value: object, depth: int = 0) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value
    elif depth < 4 and isinstance(value, tuple | list | frozenset | set):
        for part in value:
            yield from patterns_in(part, depth + 1)
    elif depth < 4 and isinstance(value, dict):
        yield from patterns_in([*value, *value.values()], depth + 1)
    elif depth < 4 and type(value).__module__.partition(".")[0] in ("childlabour", "plans", "targets"):
        yield from patterns_in(list(getattr(value, "__dict__", {}).values()), depth + 1)


def calls_of_re() -> Iterator[tuple[str, ast.Call]]:
    for name, path in modules_of_the_house():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.Call(func=ast.Attribute(value=ast.Name(id="re"), attr=attr)) if attr in METHODS:
                    yield name, node
