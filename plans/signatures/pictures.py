"""Pictures of signatures and seals. Run behind the airlock: a decoder is the last thing to meet strange bytes."""

from base64 import b64encode
from io import BytesIO

from PIL import Image

DECODERS = ("PNG",)  # Pillow knows forty more
SIDE = 4000  # pixels
TRANSPARENT = {"RGBA", "LA"}

OPAQUE = "Ảnh phải là PNG có nền trong suốt (NĐ 30/2020, Phụ lục I, II.7)."
TOO_WIDE = f"Ảnh lớn hơn {SIDE} điểm ảnh mỗi chiều: thu nhỏ rồi tải lại."
NO_PICTURE = "Tệp không phải là ảnh PNG đọc được."


def opened(data: bytes) -> Image.Image:
    """With its sides known and not one pixel unpacked."""
    return Image.open(BytesIO(data), formats=DECODERS)


def cleaned(data: bytes) -> dict[str, str]:
    """`{"png": …}`, written anew from the pixels alone, in base64; or `{"fault": …}`, a whole sentence."""
    try:
        with opened(data) as image:
            if max(image.size) > SIDE:
                return {"fault": TOO_WIDE}
            image.load()
            if image.mode not in TRANSPARENT and "transparency" not in image.info:
                return {"fault": OPAQUE}
            written = BytesIO()
            Image.merge("RGBA", image.convert("RGBA").split()).save(
                written, "PNG"
            )  # without what hung on the file
            return {"png": b64encode(written.getvalue()).decode()}
    except Image.DecompressionBombError:
        return {"fault": TOO_WIDE}
    except Exception:  # a spoilt file can break any assumption of a decoder
        return {"fault": NO_PICTURE}
