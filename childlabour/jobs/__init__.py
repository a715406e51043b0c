"""Work done later: asked for in a transaction, carried out by a worker, once in effect.

A room above registers a kind of work and asks for it:

    @work("read_file", "Đọc tệp", leads_to="reading:reviewed")
    def read_file(run: Run) -> None:
        draft = slow(run.given)
        with run.finishing() as result:  # rows written here and "done" are committed together
            result["draft"] = draft

    job = later(read_file, officer, given=data, about="ke-hoach.docx", unit=7)

`works` says what can be done, `asking` asks, stops and asks again, `running` is one attempt in the hands of one
worker, `watching` finds what a dead worker left, `queues` hands work out (database or Redis),
`chores` come round once a day.
"""
