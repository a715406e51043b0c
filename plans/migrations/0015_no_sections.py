import childlabour.core.fields
import django.db.models.deletion
from django.db import migrations, models
from django.db.migrations.exceptions import IrreversibleError


def no_way_back(apps, schema_editor):
    """Blocks say more than sections held; nothing is undone before this is asked. An empty house has nothing to lose."""
    if not apps.get_model("plans", "StoredBlock").objects.exists():
        return
    raise IrreversibleError(
        "Nội dung văn bản đã ghi theo đoạn, không chuyển lại theo phần được: khôi phục bản sao lưu lập trước khi "
        "nâng cấp (manage.py restore)."
    )


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
        migrations.RunPython(migrations.RunPython.noop, no_way_back),
    ]
