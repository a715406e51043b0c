"""Legal acts that plans against child labour rest on, and what took the place of those that ended.

`valid_to` is the last day of force: an act that "hết hiệu lực kể từ ngày 01/3/2027" ends with 28/02/2027.
What is not known is left out; `certainty` says who has read the text.
"""
