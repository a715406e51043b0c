"""Issued means delivered: what is issued reaches the units it was issued for, and the issuer sees how far it got.

`sending` writes a row a unit in the transaction of the issue; `receiving` keeps who opened and received it first;
`reaching` says how far each unit is; `reminding` reminds all that lag behind in one act; `mailing` sends to units that
do not work here, by a job.
"""
