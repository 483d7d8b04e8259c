"""What Passo suggests: one module for each kind, gathered in `steps/suggesting.py`."""
