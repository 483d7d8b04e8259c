from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "passo.ui"
    label = "ui"
