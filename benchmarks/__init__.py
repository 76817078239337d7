"""What Comity reaches: accuracy of each field, speed against bare spaCy, where the time goes."""
