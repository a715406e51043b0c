"""How an officer comes in, and what belongs to that: password, second factor, the list of log-ins, who guesses.

`threshold` asks at every page whether the log-in still stands; `log_ins` keeps the list; `guessing` slows those who
try passwords; `second_factor` is the code of a telephone. What happens to a form that comes too late is the gate's
(`childlabour.units.gate`).
"""
