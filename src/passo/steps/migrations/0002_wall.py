from django.db import migrations

from passo.businesses.wall import Walled

NAMES = "climb evidence offer opportunity step yardstick".split()


class Migration(migrations.Migration):
    dependencies = [("steps", "0001_initial"), ("businesses", "0003_search_index")]

    operations = [Walled(f"steps_{name}") for name in NAMES]
