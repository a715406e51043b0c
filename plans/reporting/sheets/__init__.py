"""Figures as a workbook: out with everything that is owed, and the same back in, whole or not at all.

`layout` says where what stands; `writing` makes the book; `reading` opens one behind the airlock and knows cells alone;
`taking_in` understands them and lays them down.
"""
