import childlabour.core.fields
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """A target hangs on the words of a block."""

    dependencies = [("targets", "0005_per_cent_in_messages"), ("plans", "0013_blocks")]

    operations = [
        migrations.AddField(
            model_name="target",
            name="block",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="targets",
                to="plans.storedblock",
                verbose_name="khối",
            ),
        ),
        migrations.AddField(
            model_name="target",
            name="mark",
            field=models.CharField(default="", max_length=40, verbose_name="dấu"),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="target",
            name="given",
            field=models.JSONField(blank=True, default=list, verbose_name="phần ghi thêm bên cạnh chữ"),
        ),
        migrations.AddField(
            model_name="target",
            name="added_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="đánh dấu sau khi ban hành"),
        ),
        migrations.AddField(
            model_name="target",
            name="span",
            field=models.JSONField(
                blank=True, default=list, editable=False, verbose_name="chữ được đánh dấu sau khi ban hành"
            ),
        ),
        migrations.AlterField(
            model_name="target",
            name="order",
            field=models.PositiveSmallIntegerField(default=0, verbose_name="thứ tự trong khối"),
        ),
        migrations.AlterField(
            model_name="target",
            name="sentence",
            field=childlabour.core.fields.SentenceField(
                help_text="Câu đứng một mình được, để đọc trong danh sách.", verbose_name="câu chỉ tiêu"
            ),
        ),
    ]
