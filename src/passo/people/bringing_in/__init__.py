"""From a file or an account to people: read, told apart, reckoned; and taken back."""
