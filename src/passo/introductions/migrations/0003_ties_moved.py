import django.db.models.deletion
from django.db import migrations, models

from passo.businesses.wall import Walled


class Migration(migrations.Migration):
    dependencies = [("businesses", "0003_search_index"), ("introductions", "0002_wall")]

    operations = [
        migrations.CreateModel(
            name="TiesMoved",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("wave", models.BigIntegerField()),
                (
                    "business",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="businesses.business",
                    ),
                ),
            ],
            options={"indexes": [models.Index(fields=["business"], name="ties_moved")]},
        ),
        # Who comes in by an invitation is not inside yet; a number tells nobody anything.
        Walled("introductions_tiesmoved", written="true"),
    ]
