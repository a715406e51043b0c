"""What the words of a sheet mean: asked about as they stand there, saved or not; nothing is stored here.

`arriving.asked_from` takes the lines that are asked about with what stands around them; `proposed.proposed_marks` tells
what they propose to be, `panel.Panel` shows what hangs on one of them and takes what a person corrects.
"""
