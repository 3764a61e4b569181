"""Text to names: who and what an article names, and which names mean the same across articles."""

from digest.naming.appearing import appearance, joined, passages
from digest.naming.doubtful import Doubt, doubtful
from digest.naming.edited import Edited, declarations, edited
from digest.naming.find import find_declared, find_names
from digest.naming.kinds import known_types, recall_types, type_of
from digest.naming.library import Joined, join
from digest.naming.people import sort_name
from digest.naming.tagged import Tag, Tagged

__all__ = [
    "Doubt",
    "Edited",
    "Joined",
    "Tag",
    "Tagged",
    "appearance",
    "declarations",
    "doubtful",
    "edited",
    "find_declared",
    "find_names",
    "join",
    "joined",
    "known_types",
    "passages",
    "recall_types",
    "sort_name",
    "type_of",
]
