"""The modules of pyHanko that this room uses, loaded once: it takes 0.8 s, so it waits for the first signature."""

from collections.abc import Mapping
from functools import cache
from types import SimpleNamespace
from typing import Any


def entry(dictionary: Mapping[str, Any], name: str, otherwise: Any) -> Any:
    """What stands under `name`, followed to where it is kept; pyHanko's own `get` gives the signpost instead."""
    try:
        return dictionary[name]
    except KeyError:
        return otherwise


@cache
def tools() -> SimpleNamespace:
    import pyhanko_certvalidator as certvalidator
    from asn1crypto import algos, cms
    from asn1crypto import x509 as asn1
    from pyhanko import stamp
    from pyhanko.pdf_utils import content, generic, images, incremental_writer, layout, reader
    from pyhanko.sign import diff_analysis, fields, signers, timestamps, validation
    from pyhanko.sign.signers import pdf_cms
    from pyhanko.sign.validation import generic_cms, pdf_embedded, status
    from pyhanko_certvalidator import registry

    return SimpleNamespace(
        algos=algos,
        asn1=asn1,
        certvalidator=certvalidator,
        cms=cms,
        content=content,
        diff_analysis=diff_analysis,
        fields=fields,
        generic=generic,
        generic_cms=generic_cms,
        images=images,
        incremental_writer=incremental_writer,
        layout=layout,
        pdf_cms=pdf_cms,
        pdf_embedded=pdf_embedded,
        reader=reader,
        registry=registry,
        signers=signers,
        stamp=stamp,
        status=status,
        timestamps=timestamps,
        validation=validation,
    )
