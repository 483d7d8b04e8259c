from django.urls import path

from passo.steps.views.prospecting import prospecting_rules

urlpatterns = [path("b/<slug:slug>/path/rules/", prospecting_rules, name="prospecting_rules")]
