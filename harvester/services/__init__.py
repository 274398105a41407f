"""The one room that uses the network: NCBI, Crossref and Europe PMC, each asked at its pace and nothing twice."""
