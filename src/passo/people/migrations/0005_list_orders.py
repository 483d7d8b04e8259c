import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0004_erased")]

    operations = [
        migrations.AddIndex(
            model_name="person",
            index=models.Index(
                fields=["business", "due_on", "id"],
                name="people_by_due",
                condition=models.Q(is_listed=True, due_on__isnull=False),
            ),
        ),
        migrations.AddIndex(
            model_name="person",
            index=models.Index(
                fields=["business", "sort_key", "id"],
                name="people_left_out",
                condition=models.Q(is_left_out=True),
            ),
        ),
        migrations.AlterField(
            model_name="contactpoint",
            name="person",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="contact_points",
                to="people.person",
            ),
        ),
        migrations.AddIndex(
            model_name="contactpoint",
            index=models.Index(fields=["person", "kind"], name="contact_points_of_person"),
        ),
    ]
