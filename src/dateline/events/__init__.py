"""Claims -> Events: tell which claims speak of one event, merge them, and keep who holds what."""
