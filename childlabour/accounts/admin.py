"""Nothing of this room: a keeper looks after people, not into their telephones.

django-otp would show every secret in pages of its own.
"""

from django.contrib import admin
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

admin.site.unregister((StaticDevice, TOTPDevice))
