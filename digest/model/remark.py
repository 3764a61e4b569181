"""What the checks remark on an article, each at a span of one of its passages."""

from dataclasses import dataclass

FILE = "file"  # the passage of a remark on a place in the file itself


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One finding of a check, by its rule; `passage` is `title`, a takeaway's, a section's or a block's id, or FILE.

    Without a passage it is about the whole article. `start` and `end` are offsets in the passage's characters.
    What readers are told too is a message of ours that can be translated: `words` of the article stand for its `%(words)s`.
    """

    rule: str
    message: str
    words: str = ""
    hint: str
    passage: str = ""
    start: int = 0
    end: int = 0

    @property
    def text(self) -> str:
        """The message with its words."""
        return self.message.replace("%(words)s", self.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Remarks:
    """What is remarked on the takeaways of one article."""

    remarks: tuple[Remark, ...]

    def about(self, passage: str) -> tuple[Remark, ...]:
        """Return the remarks on one passage, in order of where they stand."""
        return tuple(remark for remark in self.remarks if remark.passage == passage)
