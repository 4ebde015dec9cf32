"""How long a test waits for another program before it is taken to hang.

The slowest wait that was seen, on two cores beside three other suites, was 40 seconds. Nothing may depend on this
figure: a test that passes with it must pass with any larger one.
"""

PATIENCE = 600.0  # seconds
