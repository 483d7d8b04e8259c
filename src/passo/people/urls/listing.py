"""Addresses under /b/<business>/."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
