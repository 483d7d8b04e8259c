from django.db import migrations

from passo.lib.search import TrigramIndex


class Migration(migrations.Migration):
    dependencies = [("businesses", "0002_wall")]

    operations = [TrigramIndex("businesses_searchrow", "folded")]
