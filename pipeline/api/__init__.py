"""The upload API: ``app.py`` puts it together; what it promises is its OpenAPI document at ``/api/v1/openapi.json``."""
