"""What promises and what does not, a language a file."""
