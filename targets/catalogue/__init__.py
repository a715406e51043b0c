"""What is the same for every office of the country, and on which day it holds.

Programmes with their groups and indicators, legal acts with their validity, amounts on a date, days off.
`data/` is what the product brings; `manage.py load_catalogue` lays it; the keeper goes on from there.
"""
