"""Tools for those who build the game; none of them is shipped."""
