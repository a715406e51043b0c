"""edXML (QCVN 102:2016/BTTTT): the file by which document systems of offices hand papers to one another.

`writing` makes one of an issued document, to be carried; `reading` takes one apart, behind the airlock; `opening` is
the door to it. Sending itself stays outside: it needs a contract with the province's axis.
"""
