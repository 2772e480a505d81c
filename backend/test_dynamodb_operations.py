"""Phase 4: write, read, change and query in DynamoDB."""

import sys

from linda.entrypoints.phases.dynamodb_operations import main

if __name__ == "__main__":
    sys.exit(main())
