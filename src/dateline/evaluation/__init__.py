"""Scoring against gold, and the pinned quality floors."""
