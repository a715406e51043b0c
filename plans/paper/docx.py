def to_docx(paper):
    return b"PK stub"
