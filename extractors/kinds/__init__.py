"""Kinds of value: how a name, a number, a date … is found in print, made comparable, checked, repaired and compared."""
