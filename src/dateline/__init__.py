"""dateline: news reports of armed conflict in, claims that an analyst can check out."""

__version__ = "0.1.0"
