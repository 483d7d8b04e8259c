from django.apps import AppConfig


class TodayConfig(AppConfig):
    name = "passo.today"
    label = "today"
