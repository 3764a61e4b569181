"""Which release of the program this is: to ask for what is installed takes a fortieth of a second."""

VERSION = "0.1.0"
