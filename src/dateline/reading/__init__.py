"""Anything a user has -> Report: one module a format."""
