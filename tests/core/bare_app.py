"""The app as gunicorn loads it, with the settings of the tests and no database: for what is answered before Django."""

import os

import django
from django.core.wsgi import get_wsgi_application

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
django.setup(set_prefix=False)
application = get_wsgi_application()
