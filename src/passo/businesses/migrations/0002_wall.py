from django.db import migrations

from passo.businesses.wall import BUSINESS, INSIDE, USER, Walled

MINE = f"user_id = {USER}"
ONE_OF_MINE = f"id IN (SELECT business_id FROM businesses_membership WHERE {MINE})"


class Migration(migrations.Migration):
    dependencies = [("businesses", "0001_initial")]

    operations = [
        Walled("businesses_membership", seen=f"{INSIDE} OR {MINE}"),
        Walled(
            "businesses_business",
            seen=f"id = {BUSINESS} OR {ONE_OF_MINE}",
            written=f"id = {BUSINESS}",
        ),
        Walled("businesses_invitation"),
        Walled("businesses_change"),
        Walled("businesses_searchrow"),
        Walled("businesses_progress"),
    ]
