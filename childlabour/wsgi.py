"""The door for gunicorn. Stays shut, with one sentence for each reason, when something needed is missing."""

import os
import sys

import django
from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "childlabour.settings")

try:
    django.setup(set_prefix=False)

    from childlabour.keeping.starting import reasons_not_to_start  # there are models from here on
    from plans.paper.warming import warm_up

    reasons = reasons_not_to_start()
except ImproperlyConfigured as fault:
    reasons = [str(fault)]
if reasons:
    sys.exit("\n".join(f"Cannot start. {reason}" for reason in reasons))

application = get_wsgi_application()
warm_up()
