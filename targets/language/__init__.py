"""How a target is said. Pure: no models, no database; the door of the room is `targets.statements`.

One sentence goes through every stage, and comes back:

>>> said = "Phấn đấu đến năm 2025, ít nhất 90% trẻ em từ 5 đến 17 tuổi có nguy cơ, 80% lao động trẻ em được hỗ trợ."

`tokens`: words, numbers and signs, lower case, each with its place in the source.

>>> from targets.language.tokens import read
>>> reading = read(said)
>>> reading.words[:9]
('phấn', 'đấu', 'đến', 'năm', '2025', ',', 'ít', 'nhất', '90')

`phrases`: the words of the `lexicon`, found where they begin or end; some of them decide.

>>> from targets.language.phrases import BEFORE_VALUE, COMPARATORS
>>> BEFORE_VALUE.ending(reading.words, before=8, since=0)
2
>>> COMPARATORS["ít nhất"]
<Comparator.AT_LEAST: '>='>

`sentences`: where one ends and what it follows; ";" keeps the year said before, a new paragraph does not.

>>> from targets.language.sentences import sentences_in
>>> [sentence] = sentences_in(reading)
>>> sentence.follows
<Follows.NOTHING: 0>

`measures`: the values with their units and comparing words, whether or not they make a target.

>>> from targets.language.measures import measures_in
>>> ninety, eighty = measures_in(reading, sentence.since, sentence.until)
>>> reading.slice(ninety.first, ninety.last), ninety.value, ninety.unit
('ít nhất 90%', Decimal('90'), '%')
>>> eighty.comparator
<Comparator.EQUAL: '='>

`surroundings`, with `times`: the words around a value that say when, where, how often and which way it moves.

>>> from targets.language.surroundings import lead_before
>>> lead_before(reading, ninety.first, sentence.since).horizon
2025

`clauses`: one value each, with the words that are its own.

>>> from targets.language.clauses import clauses_in, values_in
>>> clauses = clauses_in(reading, sentence.since, sentence.until, values_in(reading, sentence.since, sentence.until))
>>> [reading.slice(*clause.body) for clause in clauses]
['trẻ em từ 5 đến 17 tuổi có nguy cơ', 'lao động trẻ em được hỗ trợ']

`people` and `ages`: who, on what condition, and what becomes of them.

>>> from targets.language.people import divide
>>> divide(reading, *clauses[1].body)
People(population='lao động trẻ em', condition='', outcome='được hỗ trợ')
>>> from targets.language.ages import without_ages
>>> without_ages("trẻ em từ 5 đến 17 tuổi có nguy cơ")
('trẻ em có nguy cơ', 5, 17)

`stating`: a clause by itself as a `parts.Statement`; the first one does not say what becomes of the children.

>>> from targets.language.stating import statement_of
>>> alone = statement_of(reading, clauses[0])
>>> alone.population, alone.outcome, alone.horizon
('trẻ em có nguy cơ', '', 2025)

`sharing`: what neighbours say for each other: the year from the left, the outcome from the right.

>>> from targets.language.sharing import reckon
>>> first, second = reckon(reading)
>>> first.statement.outcome, second.statement.horizon
('được hỗ trợ', 2025)

`promises`: a target, or a report of how things stand.

>>> from targets.language.promises import is_promise
>>> is_promise(reading, first.clause, first.statement, first.voice)
True

`composing`: the parts as an office would write them; read again they are the same.

>>> from targets.language.composing import compose
>>> compose(first.statement)
'Đến năm 2025, ít nhất 90% trẻ em từ 5 đến 17 tuổi có nguy cơ được hỗ trợ'
>>> from targets.statements import parse
>>> parse(compose(first.statement)) == first.statement
True

Beside them: `years_first` turns a sentence whose people stand behind all its figures, `comparing` says which of two
statements asks for more.
"""
