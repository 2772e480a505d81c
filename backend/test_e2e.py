"""Phase 10: play four scenarios against LINDA, and look at what she stored."""

import sys

from linda.entrypoints.phases.end_to_end import main

if __name__ == "__main__":
    sys.exit(main())
