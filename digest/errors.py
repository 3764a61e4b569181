"""The errors of digest.

DigestError           anything that ends the command in a sentence, not a traceback
  DamagedError        what was left on the disk meanwhile is damaged       (exit 1)
  SourceError         one article cannot be read; the others go on        (exit 1)
  ConfigError         configuration or theme cannot be used               (exit 2)
  RefusedError        going on could cost the user something              (exit 3)
"""


class DigestError(Exception):
    """A fault to tell a person about: where it is, what is wrong and what to do."""

    exit_code = 1

    def __init__(self, message: str, *, hint: str = "", path: str = "", line: int = 0, column: int = 0) -> None:
        self.message, self.hint, self.path, self.line, self.column = message, hint, path, line, column
        super().__init__(message)

    def __str__(self) -> str:
        where = ":".join(map(str, filter(None, (self.path, self.line, self.column)))) if self.path else ""
        return ": ".join(filter(None, (where, self.message))) + (f"; {self.hint}" if self.hint else "")


class DamagedError(DigestError):
    """What a build left on the disk while it works was changed by something else."""


class SourceError(DigestError):
    """An article cannot be read; it is left out and the others are built."""


class ConfigError(DigestError):
    """The configuration, the theme or the use of a command is wrong."""

    exit_code = 2


class RefusedError(DigestError):
    """Going on could destroy or expose something of the user's."""

    exit_code = 3
