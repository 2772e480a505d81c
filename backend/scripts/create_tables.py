"""Phase 3: make the DynamoDB tables that are missing."""

import sys

from linda.entrypoints.phases.create_tables import main

if __name__ == "__main__":
    sys.exit(main())
