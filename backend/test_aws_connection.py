"""Phase 2: check the connection to AWS."""

import sys

from linda.entrypoints.phases.aws_connection import main

if __name__ == "__main__":
    sys.exit(main())
