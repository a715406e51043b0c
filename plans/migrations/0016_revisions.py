from django.db import migrations, models


class Migration(migrations.Migration):
    """How often a draft was written, and when each of its blocks was last: an open sheet asks what came since."""

    dependencies = [("plans", "0015_no_sections")]

    operations = [
        migrations.AddField(
            model_name="document",
            name="revision",
            field=models.PositiveIntegerField(default=0, editable=False, verbose_name="số lần ghi nội dung"),
        ),
        migrations.AddField(
            model_name="storedblock",
            name="revision",
            field=models.PositiveIntegerField(default=0, verbose_name="lần ghi"),
        ),
        migrations.AddField(
            model_name="version",
            name="revision",
            field=models.PositiveIntegerField(default=0, verbose_name="đến lần ghi"),
        ),
        migrations.AddField(
            model_name="presence",
            name="saved_as",
            field=models.CharField(blank=True, default="", max_length=32, verbose_name="tên của lần ghi"),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="presence",
            name="revision",
            field=models.PositiveIntegerField(default=0, verbose_name="lần ghi"),
        ),
    ]
