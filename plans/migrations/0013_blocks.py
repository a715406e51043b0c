import childlabour.core.fields
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """The body as blocks, beside the sections until their words have moved."""

    dependencies = [("plans", "0012_files_without_names"), ("units", "0006_own_passwords_and_kept_forms")]

    operations = [
        migrations.AddField(
            model_name="document",
            name="laid_as",
            field=models.CharField(
                blank=True, default="", editable=False, max_length=16, verbose_name="lần ghi nội dung gần nhất"
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="event",
            name="later_rows",
            field=models.CharField(
                blank=True,
                default="",
                editable=False,
                max_length=64,
                verbose_name="dấu vân của những gì đánh dấu sau khi ban hành",
            ),
            preserve_default=False,
        ),
        migrations.CreateModel(
            name="StoredBlock",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=40, verbose_name="khóa")),
                ("place", models.PositiveIntegerField(verbose_name="thứ tự")),
                (
                    "type",
                    models.CharField(
                        choices=[
                            ("annex", "phụ lục"),
                            ("chapter", "chương, mục"),
                            ("part", "phần"),
                            ("article", "điều"),
                            ("clause", "khoản, điểm"),
                            ("paragraph", "đoạn"),
                            ("table", "bảng"),
                            ("row", "hàng của bảng"),
                            ("note", "chú thích"),
                        ],
                        max_length=9,
                        verbose_name="loại",
                    ),
                ),
                ("level", models.PositiveSmallIntegerField(verbose_name="bậc")),
                ("marker", models.CharField(blank=True, max_length=40, verbose_name="dấu đầu dòng")),
                ("runs", models.JSONField(blank=True, default=list, verbose_name="chữ")),
                ("layout", models.JSONField(blank=True, default=dict, verbose_name="cách đặt")),
                ("made_from", models.CharField(blank=True, max_length=10, verbose_name="lập từ")),
                ("source_document", models.PositiveBigIntegerField(null=True, verbose_name="lấy từ văn bản")),
                ("source_key", models.CharField(blank=True, max_length=40, verbose_name="lấy từ khối")),
                ("removed_at", models.DateTimeField(null=True, verbose_name="bỏ lúc")),
                ("removed_as", models.JSONField(null=True, verbose_name="như lúc bỏ, cả những gì gắn với chữ")),
                ("folded", models.TextField(blank=True, verbose_name="chữ để tìm")),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="blocks",
                        to="plans.document",
                        verbose_name="văn bản",
                    ),
                ),
            ],
            options={
                "verbose_name": "khối",
                "verbose_name_plural": "các khối",
                "db_table": "plans_block",
                "ordering": ["place", "pk"],
                "indexes": [models.Index(fields=["document", "place"], name="plans_block_in_order")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("document", "key"),
                        name="plans_block_key_once_a_document",
                        violation_error_message="Hai khối của văn bản trùng khóa.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("level__lte", 6)),
                        name="plans_block_level_in_range",
                        violation_error_message="Bậc của khối từ 0 đến 6.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Charge",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "units_said",
                    childlabour.core.fields.LineField(
                        blank=True, max_length=200, verbose_name="tên đơn vị trong văn bản"
                    ),
                ),
                ("added_at", models.DateTimeField(blank=True, null=True, verbose_name="đánh dấu sau khi ban hành")),
                (
                    "block",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="charge",
                        to="plans.storedblock",
                        verbose_name="khối",
                    ),
                ),
            ],
            options={"verbose_name": "giao việc cho đơn vị", "verbose_name_plural": "giao việc cho đơn vị"},
        ),
        migrations.CreateModel(
            name="ChargedUnit",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "charge",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="plans.charge",
                        verbose_name="giao việc",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="units.unit",
                        verbose_name="đơn vị",
                    ),
                ),
            ],
            options={
                "verbose_name": "đơn vị được giao",
                "verbose_name_plural": "các đơn vị được giao",
                "db_table": "plans_charge_units",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("charge", "unit"),
                        name="plans_charge_unit_once",
                        violation_error_message="Đề mục đã giao việc cho đơn vị này.",
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="charge",
            name="units",
            field=models.ManyToManyField(
                blank=True,
                related_name="charges",
                through="plans.ChargedUnit",
                to="units.unit",
                verbose_name="đơn vị",
            ),
        ),
        migrations.RemoveConstraint(model_name="task", name="plans_task_says_something"),
        migrations.RenameField(model_name="task", old_name="units_as_printed", new_name="units_said"),
        migrations.AlterField(
            model_name="task",
            name="units_said",
            field=childlabour.core.fields.LineField(
                blank=True,
                help_text="Ví dụ “Các trường học trên địa bàn”.",
                max_length=200,
                verbose_name="tên đơn vị trong văn bản",
            ),
        ),
        migrations.AddField(
            model_name="task",
            name="name",
            field=childlabour.core.fields.ProseField(
                default="", help_text="Chữ của khối, để đọc trong danh sách.", verbose_name="tên nhiệm vụ"
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="task",
            name="block",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="task",
                to="plans.storedblock",
                verbose_name="khối",
            ),
        ),
        migrations.AddField(
            model_name="task",
            name="due_text",
            field=childlabour.core.fields.LineField(
                blank=True,
                help_text="“Quý II/2026”, “hằng tháng”.",
                max_length=80,
                verbose_name="thời hạn như đã viết",
            ),
        ),
        migrations.AddField(
            model_name="task",
            name="given",
            field=models.JSONField(blank=True, default=list, verbose_name="phần ghi thêm bên cạnh chữ"),
        ),
        migrations.AddField(
            model_name="task",
            name="added_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="đánh dấu sau khi ban hành"),
        ),
        migrations.AlterField(
            model_name="task",
            name="due_on",
            field=childlabour.core.fields.DayField(
                blank=True, help_text="Ngày để tính trễ hạn.", null=True, verbose_name="thời hạn"
            ),
        ),
        migrations.AddField(
            model_name="assignment",
            name="is_inherited",
            field=models.BooleanField(default=False, verbose_name="theo tên đơn vị ở đề mục trên"),
        ),
        migrations.AddField(
            model_name="assignment",
            name="added_at",
            field=models.DateTimeField(
                blank=True, editable=False, null=True, verbose_name="giao sau khi ban hành"
            ),
        ),
        migrations.AddField(
            model_name="version",
            name="content",
            field=models.JSONField(null=True, verbose_name="nội dung, dạng dữ liệu"),
        ),
        migrations.AddField(
            model_name="version",
            name="brings_back",
            field=models.PositiveIntegerField(null=True, verbose_name="lấy lại bản thứ"),
        ),
        migrations.AlterField(
            model_name="version",
            name="paper",
            field=models.JSONField(null=True, verbose_name="bản in, dạng dữ liệu"),
        ),
        migrations.AddConstraint(
            model_name="version",
            constraint=models.UniqueConstraint(
                condition=models.Q(("content__isnull", True), ("paper__isnull", True)),
                fields=("document",),
                name="plans_version_as_it_stands_once",
                violation_error_message="Văn bản chỉ có một bản đang soạn.",
            ),
        ),
    ]
