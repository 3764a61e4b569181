"""What text is made of: sentences, words, slugs, dates, markup; knows no noun of ours."""
