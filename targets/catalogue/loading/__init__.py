"""Lays the catalogue that the product brings: makes what is missing, renews what is still as we laid it.

A row that the keeper changed by hand, or deleted, stays as the keeper left it and is named. So it may run at
every start and after every upgrade, in production too.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import Field, Model

from childlabour.core.fields import own_field
from targets.catalogue.data import CATALOGUE
from targets.catalogue.data.pieces import CataloguePiece
from targets.catalogue.models import Seed
from targets.catalogue.naming import number_key

Values = dict[str, Any]  # field name → value as JSON keeps it


@dataclass
class Report:
    """What was done. `rows` leads from a piece to its row; a piece that the keeper deleted has none."""

    rows: dict[CataloguePiece, Model] = field(default_factory=dict)
    new: Counter[type[Model]] = field(default_factory=Counter)
    renewed: int = 0
    left_alone: list[str] = field(default_factory=list)  # a line for each row that is the keeper's

    def __str__(self) -> str:
        """One line, for whoever started the loading."""
        return (
            f"Danh mục: {self.new.total()} mục mới, {self.renewed} mục cập nhật, "
            f"{len(self.left_alone)} mục giữ theo bản đã sửa, tổng {len(self.rows)} mục."
        )


@transaction.atomic
def load(pieces: Iterable[CataloguePiece] = CATALOGUE) -> Report:
    """Lay `pieces`, each after those it points at. When nothing is missing: one query a table, no writing."""
    laying = _Laying(pieces)
    for piece in laying.pieces:
        laying.lay(piece)
    laying.remember()
    return laying.report


class _Laying:
    def __init__(self, pieces: Iterable[CataloguePiece]):
        self.pieces = tuple(pieces)
        self.report = Report()
        self.seeds = Seed.objects.in_bulk(field_name="key")
        told_by = {piece.model: piece.told_by for piece in self.pieces}
        self.by_id = {model: model._default_manager.in_bulk() for model in told_by}
        self.by_name = {
            model: {_name(kept(row, told_by[model])): row for row in rows.values()}
            for model, rows in self.by_id.items()
        }
        self.laid: dict[str, Seed] = {}

    def lay(self, piece: CataloguePiece) -> None:
        ours = self._ours(piece)
        if ours is None:  # it hangs on a row that the keeper deleted
            return
        seed = self.seeds.get(piece.key)
        row = self._row_of(piece, seed, ours)
        if row is not None:
            self.report.rows[piece] = row
            self._renew(piece, row, seed, ours)
        elif seed is None:
            self.report.rows[piece] = self._make(piece, ours)
        else:
            self.report.left_alone.append(f"Đã bị xóa, không nạp lại: {piece}.")

    def remember(self) -> None:
        Seed.objects.bulk_create([seed for seed in self.laid.values() if seed.pk is None])
        Seed.objects.bulk_update([seed for seed in self.laid.values() if seed.pk], ["row", "values"])

    def _ours(self, piece: CataloguePiece) -> Values | None:
        values: Values = {}
        for name, value in piece.values.items():
            column = own_field(piece.model, name)
            if isinstance(value, CataloguePiece):
                row = self.report.rows.get(value)
                value = row.pk if row else None
                if row is None and not column.null:
                    return None
            values[name] = as_kept(column, value)
        return values

    def _row_of(self, piece: CataloguePiece, seed: Seed | None, ours: Values) -> Model | None:
        """Where we laid it, whatever its name is today; else the row of that name."""
        laid = self.by_id[piece.model].get(seed.row) if seed else None
        return laid or self.by_name[piece.model].get(_name({name: ours[name] for name in piece.told_by}))

    def _make(self, piece: CataloguePiece, ours: Values) -> Model:
        row = piece.model()
        _write(row, ours)
        self.report.new[piece.model] += 1
        self._remember(piece, row, None, ours)
        return row

    def _renew(self, piece: CataloguePiece, row: Model, seed: Seed | None, ours: Values) -> None:
        theirs = kept(row, ours)
        if theirs != ours:
            changed = _changed_by_hand(piece.model, theirs, ours, seed.values if seed else {})
            if changed:
                self.report.left_alone.append(f"Giữ bản đã sửa: {piece} ({', '.join(changed)}).")
                return
            _write(row, ours)
            self.report.renewed += 1
        self._remember(piece, row, seed, ours)

    def _remember(self, piece: CataloguePiece, row: Model, seed: Seed | None, ours: Values) -> None:
        if seed is None:
            self.laid[piece.key] = Seed(key=piece.key, row=row.pk, values=ours)
        elif (seed.row, seed.values) != (row.pk, ours):
            seed.row, seed.values = row.pk, ours
            self.laid[piece.key] = seed


def _write(row: Model, values: Values) -> None:
    for name, value in values.items():
        column = own_field(type(row), name)
        setattr(row, column.attname, column.to_python(value))
    row.save()


def _changed_by_hand(model: type[Model], theirs: Values, ours: Values, laid: Values) -> list[str]:
    """What the keeper says otherwise, in the words of the form.

    A value is ours when it is what we bring, or what we laid before; of a row that we never laid, and of a
    field that is new since, only what is blank is.
    """
    return [
        str(own_field(model, name).verbose_name)
        for name, value in theirs.items()
        if value not in (ours[name], laid.get(name, _blank(model, name)))
    ]


def _blank(model: type[Model], name: str) -> Any:
    column = own_field(model, name)
    return as_kept(column, column.get_default())


def _name(values: Values) -> tuple[str, ...]:
    """Numbers of acts are told apart however they are spelled, as the database does."""
    return tuple(number_key(str(value)) for value in values.values())


def kept(row: Model, names: Iterable[str]) -> Values:
    columns = {name: own_field(type(row), name) for name in names}
    return {name: as_kept(column, getattr(row, column.attname)) for name, column in columns.items()}


def as_kept(column: "Field[Any, Any]", value: Any) -> Any:
    """A value as JSON keeps it, the same however the database gave it back."""
    if not column.is_relation:
        value = column.to_python(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return str(value) if isinstance(value, str) else value
