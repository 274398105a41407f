"""The command line: parse options, call the library, print outcomes, set exit statuses. It decides nothing."""
