"""The kinds of signals that set words tell, each language in a file of its own."""
