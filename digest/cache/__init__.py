"""What steps gave in earlier builds, by what they were given."""
