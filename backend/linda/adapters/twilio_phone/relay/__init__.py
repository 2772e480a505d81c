"""ConversationRelay: calls over a WebSocket, frame by frame, on our own server or behind API Gateway."""
