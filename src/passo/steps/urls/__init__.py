"""Addresses of the path, of offers and of steps; one file for each part."""

from passo.steps.urls import feed, prospecting

urlpatterns = [*prospecting.urlpatterns, *feed.urlpatterns]
