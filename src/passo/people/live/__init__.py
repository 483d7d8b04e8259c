"""Live accounts: mailboxes, calendars and address books that Passo looks into by itself.

`lib/remote` speaks with the servers, `bringing_in` keeps what comes; here stands whose turn it
is, how far each folder was read, and what is said when it did not work.
"""
