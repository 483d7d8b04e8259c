"""Addresses of people, organisations and of what is brought in; one file for each part."""

from passo.people.urls import (
    bringing_in,
    capture,
    export,
    listing,
    live,
    organisations,
    person,
    same,
    sorting,
)

urlpatterns = [
    *capture.urlpatterns,
    *export.urlpatterns,
    *listing.urlpatterns,
    *same.urlpatterns,
    *person.urlpatterns,
    *organisations.urlpatterns,
    *bringing_in.urlpatterns,
    *live.urlpatterns,
    *sorting.urlpatterns,
]
