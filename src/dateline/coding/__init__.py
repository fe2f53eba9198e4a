"""Report -> Claims, one step a module; ``coder`` composes them."""
