"""Phase 9: bring LINDA to AWS, and print the address of her API."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # `pip install -r` brings the libraries, not LINDA herself

from linda.deployment.command import main

if __name__ == "__main__":
    sys.exit(main())
