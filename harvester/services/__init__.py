"""The one place that uses the network: NCBI's E-utilities and the PMC ID converter, asked politely, surely, once."""
