from django.db import migrations, models

import childlabour.core.storing


class Migration(migrations.Migration):
    """New files are stored by no name that somebody gave; those that are there stay where they are."""

    dependencies = [("plans", "0011_privacy")]

    operations = [
        migrations.AlterField(
            model_name="answerfile",
            name="stored",
            field=models.FileField(upload_to=childlabour.core.storing.ByNoName("tra-loi"), verbose_name="nơi lưu"),
        ),
    ]
