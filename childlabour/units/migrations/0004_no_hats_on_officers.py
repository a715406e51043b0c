from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('units', '0003_appointments'),
    ]

    operations = [
        migrations.RemoveField(
            model_name='officer',
            name='is_clerk',
        ),
        migrations.RemoveField(
            model_name='officer',
            name='is_drafter',
        ),
        migrations.RemoveField(
            model_name='officer',
            name='is_leader',
        ),
        migrations.RemoveField(
            model_name='officer',
            name='is_responder',
        ),
        migrations.RemoveField(
            model_name='officer',
            name='post',
        ),
        migrations.RemoveField(
            model_name='officer',
            name='unit',
        ),
    ]
