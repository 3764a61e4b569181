"""Trusted markup: made by `digest.text.html` and `digest.text.markdown` only."""


class Html(str):
    """Markup that may stand in a page as it is; templates escape every other string."""

    __slots__ = ()

    def __html__(self) -> str:
        return self
