"""What the layouts of HTML share: the tree, what a page says of itself, its list and the words of elements."""
