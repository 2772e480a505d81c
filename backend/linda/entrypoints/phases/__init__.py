"""The commands of the installation's phases: one file a phase, each a check with a name, a line and an exit status.

Exit status: 0 well, 1 a problem that the message names with its way out, 2 a command line that can't be.
"""
