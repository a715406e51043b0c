"""What a document says: `Content`, the one value between all rooms, and its one writer.

A file that is read, last year's plan, the plan above, a programme, an amendment, a sample and JSON each make a
`Content` (`values`) and lay it (`laying.lay`); the paper, the check, exports and differences look at what
`asking.content_of` gives. Words are never changed on the way: what is stored is what is printed.
"""
