"""Phase 3: make the DynamoDB tables that are missing."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # LINDA need not be installed for this

from linda.entrypoints.phases.create_tables import main

if __name__ == "__main__":
    sys.exit(main())
