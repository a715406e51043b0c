from django.urls import path

from . import views

app_name = "jobs"

urlpatterns = [path("viec-chay-nen/<int:number>/", views.job, name="job")]
