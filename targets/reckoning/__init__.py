"""The arithmetic of figures, pure: periods by their codes, what is answered and what cannot stand, whether a promise is
kept, which small numbers are not published. Rows of figures stand in `targets.measuring`.
"""
