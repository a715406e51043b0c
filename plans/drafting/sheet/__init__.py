"""The sheet: a draft opened as one page and saved block by block, however many people write on it.

`opening.draft_as_data` is what the page is made of; `saving.save_sheet` takes what changed since the server's last word
(`arriving`), weaves it into what stands by now (`weaving`) and tells what came from others (`telling`).
What everything was typed over is named by digests (`digests`), never kept here of an open page.
"""
