"""One command, three small processes. Nothing here imports Django, save the one that serves."""
