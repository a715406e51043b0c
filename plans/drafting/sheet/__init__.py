"""The sheet editor's side of the server: what it opens with, and what it saves."""
