"""Phase 8: check that the model looks at the calendar before it answers."""

import sys

from linda.entrypoints.phases.openai_functions import main

if __name__ == "__main__":
    sys.exit(main())
