"""Names that stand in the file. Two namespaces are in use; systems differ in which, and read by the names within."""

from enum import StrEnum


class Namespace(StrEnum):
    QCVN_102 = "http://www.mic.gov.vn/TBT/QCVN_102_2016"  # the regulation in force; ours is written by it
    GO_VN = "http://www.go.vn/eDoc"  # older adapters of provinces


SIGNATURES = "http://www.w3.org/2000/09/xmldsig#"
SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256"
DAY = "%Y/%m/%d"
MOMENT = "%Y/%m/%d %H:%M:%S"
TASKS = "Danh sách nhiệm vụ giao"  # the attachment that lists them
MEDIA_TYPE = "application/xml"
SUFFIXES = (".edxml", ".edoc", ".xml")
