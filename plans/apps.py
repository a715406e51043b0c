from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate


class PlansConfig(AppConfig):
    name = "plans"
    verbose_name = "Kế hoạch và nhiệm vụ"

    def ready(self):
        """Django's hooks round a change of the schema: the only place from which triggers survive on SQLite.

        `plans.issuing.triggers` says why. No workflow hangs on them.
        """
        from plans.issuing import triggers  # its models exist only now

        pre_migrate.connect(triggers.lift_before_migrating, sender=self)
        post_migrate.connect(triggers.lay_after_migrating, sender=self)
