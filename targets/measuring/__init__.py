"""What was reached, as it is kept: periods, what units answered in their versions, and the sums of many of them.

What a unit owes, and who may do what, follows from documents and stands above (`plans.reporting`).
"""
