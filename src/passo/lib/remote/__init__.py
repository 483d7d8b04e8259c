"""Mailboxes, calendars and address books that live on other people's servers.

Everything goes out through `reach`, which decides what may be visited, and everything that goes
wrong comes back as one `Unreachable` with a sentence for the owner of the account.
"""
