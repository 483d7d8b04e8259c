"""What Passo thinks with: plain values and arrays in, the same out.

No Django, no clock, no files and no hidden chance: `today` and `seed` are arguments.
"""
