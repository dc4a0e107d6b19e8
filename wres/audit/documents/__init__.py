"""A report as read: headings, paragraphs and tables in their order, whatever file it came from."""

from wres.audit.documents.contents import Block, Document, Grid
from wres.audit.documents.reading import SUFFIXES, read_document

__all__ = ["SUFFIXES", "Block", "Document", "Grid", "read_document"]
