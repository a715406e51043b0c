"""How a target is said: tokens, clauses, measures, people, times. Pure; the door is `targets.statements`."""
