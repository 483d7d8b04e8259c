from django.apps import AppConfig


class StepsConfig(AppConfig):
    name = "passo.steps"
    label = "steps"
