"""Addresses of the path, under /b/<business>/path/."""

from django.urls import path

from passo.steps.views import opportunity, path_person, proposed
from passo.steps.views import path as board

PATH = "b/<slug:slug>/path/"
ONE = f"{PATH}<int:opportunity_id>/"
WITH = f"{PATH}with/<int:person_id>/"

urlpatterns = [
    path(PATH, board.path, name="path"),
    path(f"{PATH}proposed/", proposed.proposed, name="proposed"),
    path(f"{PATH}proposed/decide/", proposed.decide_proposed, name="decide_proposed"),
    path(f"{PATH}proposed/back/", proposed.take_back_proposed, name="take_back_proposed"),
    path(WITH, path_person.person_path, name="person_path"),
    path(f"{WITH}begin/", path_person.begin_path, name="begin_path"),
    path(ONE, opportunity.opportunity, name="opportunity"),
    path(f"{ONE}move/", board.move_opportunity, name="move_opportunity"),
    path(f"{ONE}say/", opportunity.say_stage, name="say_stage"),
    path(f"{ONE}unsay/", opportunity.unsay_stage, name="unsay_stage"),
    path(f"{ONE}step/", opportunity.take_step, name="take_step"),
    path(f"{ONE}clients-first/", opportunity.mark_clients_first, name="mark_clients_first"),
    path(f"{ONE}rest/", opportunity.rest_opportunity, name="rest_opportunity"),
    path(f"{ONE}go-on/", opportunity.go_on, name="go_on"),
    path(f"{ONE}end/", opportunity.close_opportunity, name="close_opportunity"),
    path(f"{ONE}about/", opportunity.say_about, name="say_about"),
]
