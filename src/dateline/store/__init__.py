"""The store: reports, claims, events and decisions in SQLite or PostgreSQL; the only SQL."""
