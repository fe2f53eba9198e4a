"""The viewer's server: the HTTP API of docs/api.md, and the built page."""
