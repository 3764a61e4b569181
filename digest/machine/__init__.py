"""What digest asks of the machine that it runs on: its disk, its locks, its processes."""
