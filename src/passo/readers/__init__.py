"""Foreign formats in: a byte stream goes in, plain records and problems come out; no Django."""
