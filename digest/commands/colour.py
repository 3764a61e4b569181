"""Whether messages are coloured: as the user wishes, else on a terminal alone."""

import os


def wanted() -> bool | None:
    """Return what `NO_COLOR` or `FORCE_COLOR` ask for; none when neither does."""
    if os.environ.get("NO_COLOR"):
        return False
    return True if os.environ.get("FORCE_COLOR") else None


def decide(choice: str) -> None:
    """Let an option win over the environment, here and in what reads the environment itself."""
    if choice == "never":
        os.environ["NO_COLOR"] = "1"
    elif choice == "always":
        os.environ.pop("NO_COLOR", None)
        os.environ["FORCE_COLOR"] = "1"
