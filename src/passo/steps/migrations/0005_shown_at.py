from django.db import migrations, models

import passo.businesses.history


class Migration(migrations.Migration):
    dependencies = [
        ("steps", "0004_offer_mail"),
    ]

    operations = [
        migrations.AddField(
            model_name="opportunity",
            name="shown_at",
            field=models.DateTimeField(default=passo.businesses.history.now),
        ),
    ]
