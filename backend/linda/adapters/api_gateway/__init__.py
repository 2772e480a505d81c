"""The connections that a WebSocket API of API Gateway holds for us."""

from linda.adapters.api_gateway.sockets import ApiGatewaySockets

__all__ = ["ApiGatewaySockets"]
