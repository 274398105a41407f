"""notations"""
