import django.db.models.deletion
from django.db import migrations, models

from passo.businesses.wall import Walled


class Migration(migrations.Migration):
    dependencies = [("businesses", "0003_search_index"), ("today", "0005_digest")]

    operations = [
        migrations.CreateModel(
            name="Moved",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("who", models.BigIntegerField()),
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
            options={
                "indexes": [
                    models.Index(fields=["business", "id"], name="moved_since"),
                    models.Index(fields=["business", "wave"], name="moved_since_wave"),
                    models.Index(fields=["business", "who"], name="moved_for"),
                ],
            },
        ),
        Walled("today_moved"),
    ]
