"""A rule says no, in a sentence for the person who asked."""


class Refusal(Exception):  # noqa: N818 -- a refusal is an answer, not an error
    """Raised by verbs; shown by one middleware as 409, or as a toast under htmx."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
