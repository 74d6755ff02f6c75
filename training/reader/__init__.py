"""The reader's training: documents.py is the common form, sets.py reads the sets, fit.py trains, export.py writes."""
