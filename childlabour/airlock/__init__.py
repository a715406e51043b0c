"""The one door for foreign bytes: whatever a person sent in is opened in a process of its own, never in the site's.

    answer = ask("pages_of_scan", data, {"at_most": 200})

`questions` is the fixed table of what may be asked, each with its limits as facts; `asking` asks and hears at most
so much, for at most so long; `turns` lets few be answered at once on the whole machine and few more wait; `worker`
is the process, which takes its limits before it loads a library or reads the first byte; `carrying` brings values
over as JSON. The questions themselves are answered by plain functions of the rooms above.
"""
