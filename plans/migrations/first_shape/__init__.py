"""How bodies of documents were kept and printed before they were blocks, for the migration that moved their words.

Nothing here knows the models of today: rows are those of the migration (by their attributes), papers are the JSON of
then. `printed` says what the paper of a draft was, `placing` makes blocks of a paper and hangs targets and tasks on
them.
"""
