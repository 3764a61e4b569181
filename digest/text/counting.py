"""Numbers of things, as the command line tells them."""


def counted(number: int, one: str, many: str) -> str:
    """Write a number with the English noun that fits it."""
    return f"{number:,} {one if number == 1 else many}"
