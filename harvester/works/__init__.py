"""What is one work: claims, clusters, and the plans that say what the store shall hold. Pure."""
