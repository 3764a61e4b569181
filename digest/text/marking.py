"""Texts of ours that pages show in another language are marked where they stand, and translated where they are shown."""


def gettext_noop(message: str) -> str:
    """Mark a text for the catalogues and leave it as it is."""
    return message
