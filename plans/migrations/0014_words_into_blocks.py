from django.db import migrations


def lay_sections_as_blocks(apps, schema_editor):
    """Every section's words, as its paper printed them, become blocks; its targets and tasks hang on them."""
    if apps.get_model("plans", "Section").objects.exists():
        raise NotImplementedError("the words of sections have to move first")


class Migration(migrations.Migration):
    dependencies = [("plans", "0013_blocks"), ("targets", "0006_marks")]

    operations = [migrations.RunPython(lay_sections_as_blocks, migrations.RunPython.noop)]
