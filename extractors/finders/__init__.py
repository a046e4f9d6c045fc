"""Ways of finding a value that no label stands beside: each takes a paper and gives candidates.

``dates``: the date at the foot · ``companies``: names within sentences and on seals · ``signers``: the body that signs ·
``lines``: a line of its own, by what stands around it or by its size · ``listing``: the one meant of several that a decision
lists · ``prose``: words and topics of the running text.
"""
