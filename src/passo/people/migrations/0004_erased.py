import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

from passo.businesses.wall import Walled


class Migration(migrations.Migration):
    dependencies = [("people", "0003_name_words"), ("businesses", "0003_search_index")]

    operations = [
        migrations.CreateModel(
            name="Erased",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("fingerprint", models.CharField(max_length=64)),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "business",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="erased",
                        to="businesses.business",
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="erased",
            constraint=models.UniqueConstraint(
                fields=("business", "fingerprint"), name="one_erased_each"
            ),
        ),
        Walled("people_erased"),
    ]
