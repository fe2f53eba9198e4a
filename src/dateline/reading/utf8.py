"""Bytes -> text: UTF-8 or nothing, since a guess would shift every offset."""

from __future__ import annotations

from dateline.errors import ReportError

BOM = b"\xef\xbb\xbf"

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def decoded(raw: bytes, *, source: str, line: int | None = None) -> str:
    """Return UTF-8 bytes as text, unchanged but for a byte order mark at the start.

    Raises ReportError naming the first bad byte, counted from 0 in the line or in the file.
    """
    if raw.startswith(_UTF_16):
        raise ReportError(
            "UTF-16, not UTF-8: convert it with iconv -f UTF-16 -t UTF-8", source=source, line=line
        )
    try:
        return raw.removeprefix(BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        at = error.start + (len(BOM) if raw.startswith(BOM) else 0)
        where = "the file" if line is None else "the line"
        raise ReportError(
            f"not UTF-8 at byte {at} of {where} (0x{raw[at]:02x}): save it as UTF-8, "
            "or convert it with iconv -t UTF-8",
            source=source,
            line=line,
        ) from None
