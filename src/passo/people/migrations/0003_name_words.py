import django.db.models.deletion
from django.db import migrations, models

from passo.businesses.wall import Walled


class Migration(migrations.Migration):
    dependencies = [
        ("businesses", "0003_search_index"),
        ("people", "0002_wall"),
    ]

    operations = [
        migrations.CreateModel(
            name="NameWord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("word", models.CharField(max_length=40)),
                ("business", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name="name_words", to="businesses.business")),
                ("person", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="name_words", to="people.person")),
            ],
            options={
                "indexes": [models.Index(fields=["business", "word", "person"], name="people_by_word")],
            },
        ),
        Walled("people_nameword"),
    ]
