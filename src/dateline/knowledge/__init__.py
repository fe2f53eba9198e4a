"""The only readers of ``data/``: lexicon, ontology, gazetteer, actor table."""
