import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("targets", "0006_marks"), ("plans", "0014_words_into_blocks")]

    operations = [
        migrations.AlterModelOptions(
            name="target",
            options={
                "ordering": ["block__place", "order", "pk"],
                "verbose_name": "chỉ tiêu",
                "verbose_name_plural": "chỉ tiêu",
            },
        ),
        migrations.RemoveIndex(model_name="target", name="targets_tar_section_157f38_idx"),
        migrations.RemoveField(model_name="target", name="section"),
        migrations.AlterField(
            model_name="target",
            name="block",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="targets",
                to="plans.storedblock",
                verbose_name="khối",
            ),
        ),
        migrations.AddConstraint(
            model_name="target",
            constraint=models.UniqueConstraint(
                fields=("block", "mark"),
                name="targets_target_mark_once_a_block",
                violation_error_message="Hai chỉ tiêu của khối trùng dấu.",
            ),
        ),
    ]
