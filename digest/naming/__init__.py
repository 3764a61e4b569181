"""Text to names: who and what an article names, and which names mean the same across articles."""

from digest.naming.find import find_names
from digest.naming.library import Joined, join

__all__ = ["Joined", "find_names", "join"]
