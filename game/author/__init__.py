"""What an instructor runs on a scenario."""
