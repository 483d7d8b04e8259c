from django.urls import path

from passo.businesses.access import public
from passo.today import digest_page, foretold, jobs_page, look_around, palette, review, views
from passo.ui import views as ui

urlpatterns = [
    path("", views.home, name="home"),
    path("find/", palette.palette, name="palette"),
    path("more/", views.more, name="more"),
    path("shortcuts/", public(ui.shortcuts), name="shortcuts"),
    path("offline/", public(ui.offline), name="offline"),
    path("sw.js", public(ui.service_worker), name="service_worker"),
    path("manifest.webmanifest", public(ui.manifest), name="manifest"),
    path("health/", views.health, name="health"),
    path("health/jobs/", jobs_page.jobs_page, name="jobs"),
    path("health/jobs/<uuid:job_id>/retry/", jobs_page.retry_job, name="retry_job"),
    path("health/backup/", views.back_up_now, name="back_up_now"),
    path("components/", views.components, name="components"),
    path("welcome/<str:token>/look-around/", look_around.look_around, name="look_around"),
    path("b/<slug:slug>/", views.today, name="today"),
    path("mail/stop/<str:token>/", digest_page.stop_digest, name="stop_digest"),
    path("b/<slug:slug>/mail/", digest_page.digest, name="digest"),
    path("b/<slug:slug>/mail/now/", digest_page.send_digest, name="send_digest"),
    path("b/<slug:slug>/today/foretold/", foretold.foretold, name="foretold"),
    path("b/<slug:slug>/review/", review.weekly_review, name="weekly_review"),
    path("b/<slug:slug>/first/<str:step>/aside/", views.set_aside, name="set_aside"),
    path("b/<slug:slug>/first/<str:step>/again/", views.take_up_again, name="take_up_again"),
]
