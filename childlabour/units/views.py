"""Coming in and going out."""

from django.contrib.auth.views import LoginView, LogoutView
from django.utils.decorators import method_decorator

from .forms import LogInForm
from .gate import takes_form


@method_decorator(takes_form, name="dispatch")  # Django would take a PUT for a POST
class LogIn(LoginView):
    """A person who is in already is sent on; a foreign `next` is refused by Django."""

    form_class = LogInForm
    template_name = "account/login.html"
    redirect_authenticated_user = True


class LogOut(LogoutView):
    """By POST alone: a link could be followed by a browser that only looks ahead."""
