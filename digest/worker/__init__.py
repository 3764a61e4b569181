"""What a worker of a cluster does with the steps of a build."""
