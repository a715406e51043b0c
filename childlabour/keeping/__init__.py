"""Keeping the installation: a backup that has been tried, the way back from it, and a new version of the code.

`backing_up` copies the database and the files of STATE_DIR into one archive and restores it into a throw-away to
see that it holds; `restoring` puts an archive in place, wholly or not at all; `upgrading` goes to another commit
and, where anything fails, back to the code and the data of before. Decision record: docs/decisions/0017-backup.md.
"""
