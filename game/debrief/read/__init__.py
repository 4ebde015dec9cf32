"""From journals to plays: found, collected, scored and named by pseudonyms, in one process or in many.

No figure of a class is made here, and nothing is printed or drawn.
"""
