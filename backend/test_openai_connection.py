"""Phase 7: check that the model answers."""

import sys

from linda.entrypoints.phases.openai_connection import main

if __name__ == "__main__":
    sys.exit(main())
