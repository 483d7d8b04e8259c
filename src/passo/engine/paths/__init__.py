"""Who can introduce me to whom, and by which path?"""

from passo.engine.paths.graph import Graph
from passo.engine.paths.reaching import reach
from passo.engine.paths.searching import KEPT, MOST, Path, best

__all__ = ["KEPT", "MOST", "Graph", "Path", "best", "reach"]
