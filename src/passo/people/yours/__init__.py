"""Yours: everything about people, in formats that other programs read."""
