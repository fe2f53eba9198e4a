"""Events -> the tables and files that analysts use, by column maps in data."""
