; A module without anything.
