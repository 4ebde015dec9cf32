"""What several tests stand on; nothing here is a test, and nothing here imports one."""
