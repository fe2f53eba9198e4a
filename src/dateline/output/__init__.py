"""Claims -> what a person or a program reads: JSONL, CSV, GeoJSON, HTML, explanations."""
