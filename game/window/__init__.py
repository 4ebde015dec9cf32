"""The pygame player: one loop, a stack of screens, and pictures of people; nothing here decides a score."""
