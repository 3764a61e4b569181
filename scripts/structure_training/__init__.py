"""What `train_structure.py` and `bench_structure.py` share: the corpus, invented news, and fitting."""
