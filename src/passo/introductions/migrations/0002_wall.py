from django.db import migrations

from passo.businesses.wall import Walled

NAMES = "ask contribution introduction refused sharing wish".split()


class Migration(migrations.Migration):
    dependencies = [("introductions", "0001_initial"), ("businesses", "0003_search_index")]

    operations = [Walled(f"introductions_{name}") for name in NAMES]
