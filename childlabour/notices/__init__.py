"""Told, not sought: what others did that concerns an officer stands on the desk, and goes out by mail where it is set.

    tell([leader], "Hoàng Thị Lan trình Kế hoạch năm 2026.", document.get_absolute_url())

`telling` writes in the transaction of the act (no act, no notice), `posting` sends by jobs, `feed` is the private feed
of an officer. Notices know officers, not documents: whoever tells brings the words and the address.
"""
