"""Sample data: one readable module per document, and the office around them.

`documents.DOCUMENTS` lists the papers, `people.DEMO_ACCOUNTS` the accounts to try the app with;
`loading.load` puts all of it into the database.
"""
