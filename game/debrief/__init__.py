"""What a class's journals come to: collected, folded into exact sums, and turned into figures, a page and exports."""
