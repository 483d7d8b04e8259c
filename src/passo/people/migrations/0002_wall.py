from django.db import migrations

from passo.businesses.wall import Walled

NAMES = (
    "contactpoint freemaildomain import importproblem leftout liveaccount merge organisation"
    " ownaddress pair participation peopleview person position source tablemapping tag tagging"
    " tie touch usualrhythm"
).split()


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial"), ("businesses", "0003_search_index")]

    operations = [Walled(f"people_{name}") for name in NAMES]
