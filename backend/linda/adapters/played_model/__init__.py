"""A model that only fails, for whoever wants to see what LINDA does then: switched on by hand, in local mode alone."""

from linda.adapters.played_model.brain import FaultyBrain, ModelFaults, PlayedModel

__all__ = ["FaultyBrain", "ModelFaults", "PlayedModel"]
