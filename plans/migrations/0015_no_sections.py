import childlabour.core.fields
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("plans", "0014_words_into_blocks"), ("targets", "0007_no_sections")]

    operations = [
        migrations.AlterModelOptions(
            name="task",
            options={
                "ordering": ["block__place", "pk"],
                "verbose_name": "nhiệm vụ",
                "verbose_name_plural": "nhiệm vụ",
            },
        ),
        migrations.RemoveIndex(model_name="task", name="plans_task_section_b67d3b_idx"),
        migrations.RemoveField(model_name="task", name="section"),
        migrations.RemoveField(model_name="task", name="order"),
        migrations.RemoveField(model_name="task", name="heading"),
        migrations.RemoveField(model_name="task", name="details"),
        migrations.AlterField(
            model_name="task",
            name="search_key",
            field=childlabour.core.fields.SearchKeyField(of=("name",)),
        ),
        migrations.AlterField(
            model_name="task",
            name="block",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="task",
                to="plans.storedblock",
                verbose_name="khối",
            ),
        ),
        migrations.RemoveField(model_name="document", name="preamble"),
        migrations.RemoveField(model_name="document", name="closing"),
        migrations.RemoveField(model_name="document", name="annex_of_targets"),
        migrations.RemoveField(model_name="document", name="annex_of_tasks"),
        migrations.DeleteModel(name="Section"),
    ]
