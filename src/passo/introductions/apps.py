from django.apps import AppConfig


class IntroductionsConfig(AppConfig):
    name = "passo.introductions"
    label = "introductions"
