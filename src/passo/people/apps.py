from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "passo.people"
    label = "people"
