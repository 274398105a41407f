"""What a library is asked, one file a question: SQL text for SQLite and PostgreSQL alike, and the model of its rows."""
