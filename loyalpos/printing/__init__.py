"""Cards and sheets, painted with QtGui.

Refuses to know the database and widgets: a card comes in as a ``CardFace`` and leaves as ink, whether on
paper, in a picture or on the screen. Lengths are hundredths of a millimetre unless a name says otherwise.
"""
