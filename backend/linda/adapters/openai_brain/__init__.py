"""The model's brain, over the Responses API of OpenAI or of any server that speaks it.

Nothing here imports the `openai` package until an `OpenAIBrain` is built.
"""

from linda.adapters.openai_brain.brain import OpenAIBrain

__all__ = ["OpenAIBrain"]
