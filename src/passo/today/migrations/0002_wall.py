from django.db import migrations

from passo.businesses.wall import Walled


class Migration(migrations.Migration):
    dependencies = [("today", "0001_initial"), ("businesses", "0002_wall")]

    operations = [Walled("today_setaside")]
